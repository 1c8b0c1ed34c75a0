package org.twinline.reward.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Concept;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/** Answers that only a terminology can make: siblings, ancestors, codes, invented diseases. */
final class ConceptAttacks {
  private static final int SIBLINGS = 2;

  private static final List<String> SITES_ZH = List.of("耳蜗", "输尿管", "肱骨");

  /** What English names say of a site; the rarest first, since they are exchanged for others. */
  private static final List<String> ADJECTIVES =
      List.of(
          "cochlear",
          "ureteral",
          "humeral",
          "splenic",
          "pulmonary",
          "renal",
          "hepatic",
          "cardiac",
          "gastric",
          "cerebral",
          "aortic",
          "thyroid",
          "pancreatic",
          "ovarian",
          "myocardial",
          "mitral",
          "bladder",
          "esophageal",
          "intestinal");

  private final Terminology terminology;

  ConceptAttacks(Terminology terminology) {
    this.terminology = terminology;
  }

  void of(AttackItem item, Sink sink) {
    Neighbourhood around = new Neighbourhood(terminology, item.gold(), item.language());
    boolean chinese = item.language() == Language.ZH;
    siblings(around, chinese, sink);
    around.ancestors().stream()
        .limit(SIBLINGS)
        .forEach(name -> sink.tricks("vague_ancestor", name));
    codes(item, around, chinese, sink);
    invented(item, chinese, sink);
    glosses(item, around, chinese, sink);
  }

  private static void siblings(Neighbourhood around, boolean chinese, Sink sink) {
    int named = 0;
    int called = 0;
    for (Concept sibling : around.siblings()) {
      String name = sibling.name(chinese ? Language.ZH : Language.EN).orElseThrow();
      if (named < SIBLINGS) {
        named++;
        sink.tricks("sibling", name);
        sink.tricks("sibling", stated(name, chinese));
      }
      Optional<String> synonym = around.synonym(sibling);
      if (synonym.isPresent() && called < SIBLINGS) {
        called++;
        sink.tricks("synonym_of_sibling", synonym.get());
        sink.tricks("synonym_of_sibling", stated(synonym.get(), chinese));
      }
    }
  }

  private static void codes(AttackItem item, Neighbourhood around, boolean chinese, Sink sink) {
    if (around.codes().isEmpty()) {
      return;
    }
    String other = item.others().get(0);
    String right = around.codes().get(0);
    String wrong = around.wrongCode(other);
    sink.tricks("code_without_name", right);
    sink.tricks("code_without_name", wrong);
    sink.tricks("code_without_name", (chinese ? "诊断：" : "Diagnosis: ") + right);
    if (!around.near(other)) {
      sink.tricks("name_with_the_golds_code", coded(other, right, chinese));
      sink.tricks("name_with_the_golds_code", right + " " + other);
    }
    sink.tricks("gold_with_a_wrong_code", coded(item.gold(), wrong, chinese));
    sink.tricks("gold_with_a_wrong_code", wrong + " " + item.gold());
    sink.honest("own_code", coded(item.gold(), right, chinese));
    sink.honest("own_code", right + " " + item.gold());
    sink.honest("own_code", stated(coded(item.gold(), "ICD-10: " + right, chinese), chinese));
  }

  /** The gold's name with its site exchanged, where nothing bears that name. */
  private void invented(AttackItem item, boolean chinese, Sink sink) {
    List<String> own = new ArrayList<>(chinese ? List.of() : ADJECTIVES);
    List<String> foreign = new ArrayList<>(chinese ? List.of() : ADJECTIVES);
    own.addAll(sites(item.gold(), chinese));
    item.others().forEach(other -> foreign.addAll(sites(other, chinese)));
    foreign.addAll(chinese ? SITES_ZH : List.of());
    for (String from : own) {
      if (!item.gold().contains(from)) {
        continue;
      }
      Optional<String> name =
          foreign.stream()
              .filter(to -> !from.contains(to) && !to.contains(from))
              .map(to -> item.gold().replace(from, to))
              .filter(n -> terminology.exactOrdinals(n).length == 0)
              .filter(n -> item.others().stream().noneMatch(o -> same(o, n)))
              .findFirst();
      if (name.isPresent()) {
        sink.tricks("invented_site", name.get(), stated(name.get(), chinese));
        return;
      }
    }
  }

  private List<String> sites(String name, boolean chinese) {
    return terminology.atoms(name).stream()
        .filter(a -> a.axis().equals("site"))
        .map(a -> chinese ? a.zh() : a.en())
        .filter(site -> !site.isEmpty())
        .toList();
  }

  private static void glosses(AttackItem item, Neighbourhood around, boolean chinese, Sink sink) {
    around.gloss().ifPresent(gloss -> sink.honest("own_gloss", coded(item.gold(), gloss, chinese)));
    String other = item.others().get(0);
    if (!around.near(other)) {
      around
          .glossOf(other)
          .ifPresent(
              gloss -> {
                sink.tricks("contradicting_gloss", coded(item.gold(), gloss, chinese));
                sink.tricks("contradicting_gloss", item.gold() + " = " + gloss);
              });
      around
          .gloss()
          .ifPresent(gloss -> sink.tricks("contradicting_gloss", coded(other, gloss, chinese)));
    }
  }

  private static boolean same(String a, String b) {
    return NameNormaliser.name(a).equals(NameNormaliser.name(b));
  }

  private static String coded(String name, String code, boolean chinese) {
    return chinese ? name + "（" + code + "）" : name + " (" + code + ")";
  }

  private static String stated(String name, boolean chinese) {
    return chinese ? "最可能的诊断是" + name + "。" : "The most likely diagnosis is " + name + ".";
  }
}
