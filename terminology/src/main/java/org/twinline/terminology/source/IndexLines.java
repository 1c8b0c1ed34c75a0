package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twinline.core.text.Normalise;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Designation;

/** Makes names of the lines of an index. */
final class IndexLines {
  private static final Pattern HEADING =
      Pattern.compile("[A-Z]|[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\\s*\\S?.?");
  private static final Pattern CODE =
      Pattern.compile("([A-Z]?[0-9]{1,2}(?:\\.[0-9A-Z]{1,4})?)(?:\\.-)?\\+?(?:[\\s\\[].*|)");
  private static final Pattern NOTE = Pattern.compile("注\\s*[：:]|不包括\\s*[：:]|包括\\s*[：:]");
  private static final List<String> NEOPLASMS =
      List.of(
          "malignant_primary",
          "malignant_secondary",
          "in_situ",
          "benign",
          "uncertain_or_unspecified");
  private static final List<String> NEOPLASMS_ZH =
      List.of("恶性肿瘤", "继发性恶性肿瘤", "原位癌", "良性肿瘤", "动态未定肿瘤");
  private static final List<String> NEOPLASMS_EN =
      List.of(
          "malignant neoplasm of %s",
          "secondary malignant neoplasm of %s",
          "carcinoma in situ of %s",
          "benign neoplasm of %s",
          "neoplasm of uncertain behaviour of %s");

  private final IndexSource source;
  private final Header header;
  private final IndexPath path;
  private final Emitter emitter;
  private final Map<String, String> codesByPath = new HashMap<>();
  private final List<Pointer> pointers = new ArrayList<>();
  private int mainLevel = -1;
  private String heading = "";
  private String lastBegin = "";

  /** A line without a code that points to another. */
  private record Pointer(Emitter.At at, List<IndexTerm> chain, String to) {}

  IndexLines(IndexSource source, Path file, Header header, IndexPath path, ConceptSink sink) {
    this.source = source;
    this.header = header;
    this.path = path;
    this.emitter = new Emitter(file, sink, source.type(), Optional.empty());
  }

  /** Takes a line. */
  void line(Row row) {
    String chinese = field(row, "chinese");
    String english = field(row, "english");
    Emitter.At at = new Emitter.At(row.line(), header.column("chinese"));
    String level = field(row, "level");
    if (level.isEmpty() || level.length() > 2 || !level.chars().allMatch(Character::isDigit)) {
      emitter.problem(
          new Emitter.At(row.line(), header.column("level")),
          "illegal level '%s', must be a number".formatted(level));
      return;
    }
    int depth = Integer.parseInt(level);
    String code = field(row, "code");
    boolean single = chinese.length() == 1 && chinese.charAt(0) <= 'Z';
    if (code.isEmpty()
        && (single || english.isEmpty())
        && chinese.length() <= 12
        && HEADING.matcher(chinese).matches()) {
      path.clear();
      mainLevel = depth + 1;
      heading = chinese;
      return;
    }
    if (NOTE.matcher(chinese).lookingAt() || english.startsWith("Note")) {
      return;
    }
    if (mainLevel < 0) {
      mainLevel = header.column("confidence") > 0 ? 2 : 1;
    }
    boolean first = depth == mainLevel;
    if (first && !underHeading(chinese)) {
      emitter.skipped(at, "a main term that begins otherwise than its heading");
      return;
    }
    boolean placed = path.go(depth, mainLevel);
    IndexTerm term = IndexTerm.of(chinese, english, first);
    String fault = "";
    if (sure(row) < source.confidence()) {
      fault = "read with too little confidence";
    } else if (!placed && !term.main()) {
      fault = "level %d without a level %d above it".formatted(depth, depth - 1);
    } else if (first && !english.isEmpty() && Character.isLowerCase(english.charAt(0))) {
      fault = "a main term that is not capitalised: it has lost what it stands under";
    }
    path.add(depth, fault.isEmpty() ? Optional.of(term) : Optional.empty());
    if (!fault.isEmpty()) {
      emitter.skipped(at, fault);
      return;
    }
    Optional<List<IndexTerm>> chain = path.chain();
    if (chain.isEmpty()) {
      emitter.skipped(at, "under a line that was skipped");
    } else if (neoplasm(row)) {
      neoplasms(row, chain.get());
    } else if (term.see().startsWith("亚目")) {
      emitter.skipped(at, "points to the codes under a category");
    } else if (!code.isEmpty()) {
      coded(row, chain.get(), code);
    } else if (!term.see().isEmpty()) {
      pointers.add(new Pointer(at, chain.get(), term.see()));
    }
  }

  /**
   * Whether a main term begins with the character of its heading, or as the main term before it.
   * Others are lines of a long list that were read as main terms; the list goes on after them.
   */
  private boolean underHeading(String term) {
    boolean han = heading.codePoints().anyMatch(Normalise::isHan);
    String begin = term.isEmpty() ? "" : term.substring(0, 1);
    boolean under = !han || heading.contains(begin) || begin.equals(lastBegin);
    lastBegin = begin;
    return under;
  }

  private String field(Row row, String column) {
    return row.field(header.column(column));
  }

  private double sure(Row row) {
    String text = field(row, "confidence");
    try {
      return text.isEmpty() ? 1 : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private boolean neoplasm(Row row) {
    return header.column(NEOPLASMS.get(0)) > 0 && !field(row, NEOPLASMS.get(0)).isEmpty();
  }

  private void coded(Row row, List<IndexTerm> chain, String text) {
    Emitter.At at = new Emitter.At(row.line(), header.column("chinese"));
    Optional<String> code = code(text);
    if (code.isEmpty()) {
      emitter.skipped(
          new Emitter.At(row.line(), header.column("code")), "no single code: '" + text + "'");
      return;
    }
    codesByPath.putIfAbsent(key(chain), code.get());
    emit(at, chain, code.get());
  }

  private void emit(Emitter.At at, List<IndexTerm> lines, String code) {
    List<IndexTerm> chain =
        lines.stream().filter(t -> t.role() != IndexTerm.Role.UNSPECIFIED).toList();
    if (chain.stream().anyMatch(t -> t.role() == IndexTerm.Role.OTHER)) {
      emitter.skipped(at, "no name: one of the others");
    } else if (chain.size() > IndexName.MAX_TERMS) {
      emitter.skipped(at, "a chain of more than %d terms".formatted(IndexName.MAX_TERMS));
    } else {
      add(at, IndexName.chinese(chain), IndexName.english(chain), code);
    }
  }

  private void add(Emitter.At at, List<String> zh, List<String> en, String code) {
    Emitter.Names names = emitter.names();
    zh.stream()
        .filter(name -> name.length() > 1)
        .forEach(n -> names.add(at, n, Designation.Kind.ALIAS, Optional.of(Language.ZH)));
    en.forEach(n -> names.add(at, n, Designation.Kind.ALIAS, Optional.of(Language.EN)));
    if (names.isEmpty()) {
      emitter.skipped(at, "the lines above it give no name that can be trusted");
      return;
    }
    ConceptRef target = ConceptRef.code(source.system() + ":" + code);
    emitter.same(at, names, Optional.of(target), List.of(), source.names());
  }

  /** The site of each line of the table of neoplasms, with the behaviour of each column. */
  private void neoplasms(Row row, List<IndexTerm> chain) {
    Emitter.At at = new Emitter.At(row.line(), header.column("chinese"));
    List<IndexTerm> site =
        chain.stream().skip(1).filter(t -> t.role() != IndexTerm.Role.UNSPECIFIED).toList();
    boolean sound =
        !site.isEmpty()
            && site.size() <= IndexName.MAX_TERMS
            && site.stream().allMatch(t -> t.role() == IndexTerm.Role.TERM && !t.zh().isEmpty());
    Optional<String> zh =
        sound
            ? IndexName.chinese(site.stream().map(t -> t.zh().get(0)).toList(), false)
            : Optional.empty();
    if (zh.isEmpty()) {
      emitter.skipped(at, "no site that can be composed");
      return;
    }
    List<String> en = site.size() == 1 ? site.get(0).en().stream().limit(1).toList() : List.of();
    for (int i = 0; i < NEOPLASMS.size(); i++) {
      Optional<String> code = code(i == 0 ? first(row) : field(row, NEOPLASMS.get(i)));
      if (code.isPresent()) {
        String english = NEOPLASMS_EN.get(i);
        add(
            at,
            List.of(zh.get() + NEOPLASMS_ZH.get(i)),
            en.stream().map(english::formatted).toList(),
            code.get());
      }
    }
  }

  private String first(Row row) {
    return field(row, NEOPLASMS.get(0));
  }

  private Optional<String> code(String text) {
    Matcher matcher = CODE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String code = matcher.group(1);
    if (Character.isDigit(code.charAt(0))) {
      int point = code.indexOf('.');
      code = point == 1 || (point < 0 && code.length() == 1) ? "0" + code : code;
    } else if (code.indexOf('.') == 2 || code.length() == 2) {
      return Optional.empty();
    }
    return Optional.of(source.form() == IndexSource.CodeForm.CHINESE ? extended(code) : code);
  }

  private static String extended(String code) {
    return switch (code.length() - code.indexOf('.') - 1) {
      case 1 -> code + "x00";
      case 2 -> code.indexOf('.') > 0 ? code + "00" : code;
      default -> code;
    };
  }

  private static String key(List<IndexTerm> chain) {
    return chain.stream()
        .map(t -> t.zh().isEmpty() ? "?" : t.zh().get(0))
        .collect(Collectors.joining("|"));
  }

  /** Follows the lines that point to others, where those are in this file under these words. */
  void end() {
    for (Pointer pointer : pointers) {
      String to =
          List.of(pointer.to().split("\\s*[,，]\\s*")).stream()
              .map(String::strip)
              .collect(Collectors.joining("|"));
      String code = codesByPath.get(to);
      if (code == null) {
        emitter.skipped(pointer.at(), "points to a line without a code, or to several");
      } else {
        emit(pointer.at(), pointer.chain(), code);
      }
    }
  }
}
