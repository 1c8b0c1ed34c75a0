package org.twinline.terminology.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * What the columns of a free table mean. Without {@code code} its rows are names that mean the
 * same.
 *
 * @param code column of the code; with {@code codePattern} only its first group
 * @param names columns of names, each with the language it states
 * @param synonyms columns of further names
 * @param separator between the names in one field, or between parents; empty where a field holds
 *     one
 * @param levels pairs {@code code:name} of the columns of the ancestors, the highest first
 */
record Mapping(
    Optional<String> code,
    List<Named> names,
    List<String> synonyms,
    Optional<String> parent,
    boolean parentByName,
    List<String[]> levels,
    Values values) {

  /** Keys of a mapping; all formats of tables know them. */
  static final Set<String> KEYS =
      Set.of(
          "code",
          "name",
          "zh",
          "en",
          "synonyms",
          "synonym-separator",
          "parent",
          "parent-by",
          "levels",
          "code-pattern",
          "strip",
          "also",
          "kind",
          "header-rows");

  /** A column of names. */
  record Named(String column, Optional<Language> language) {}

  /**
   * How fields are read.
   *
   * @param strip what codes begin with that is no part of them
   * @param also a system in which the codes of levels are codes, too, without {@code strip}
   * @param kind the kind of the first name
   */
  record Values(
      String separator,
      Optional<Pattern> codePattern,
      String strip,
      Optional<CodeSystem> also,
      Optional<CodeSystem> system,
      SemanticType type,
      Optional<Language> language,
      Optional<CodeSystem> minted,
      Designation.Kind kind,
      int headerRows) {}

  private enum ParentBy {
    CODE,
    NAME
  }

  static Mapping of(Keys keys) {
    List<Named> names = new ArrayList<>();
    keys.text("name").ifPresent(c -> names.add(new Named(c, Optional.empty())));
    keys.text("zh").ifPresent(c -> names.add(new Named(c, Optional.of(Language.ZH))));
    keys.text("en").ifPresent(c -> names.add(new Named(c, Optional.of(Language.EN))));
    if (names.isEmpty()) {
      names.add(new Named("1", Optional.empty()));
    }
    Optional<String> code = keys.text("code");
    if (code.isPresent()) {
      keys.requiredSystem();
    }
    Optional<CodeSystem> system = keys.system();
    List<String[]> levels = keys.list("levels").stream().map(Mapping::level).toList();
    Require.argument(levels.isEmpty() || code.isPresent(), "the key 'levels' needs the key 'code'");
    return new Mapping(
        code,
        List.copyOf(names),
        keys.list("synonyms"),
        keys.text("parent"),
        keys.one("parent-by", ParentBy.class, ParentBy.CODE) == ParentBy.NAME,
        levels,
        new Values(
            separator(keys),
            keys.text("code-pattern").map(Mapping::pattern),
            keys.text("strip", ""),
            keys.text("also").map(text -> keys.system("also", text, "")),
            system,
            keys.type(system.map(s -> Systems.type(s.id())).orElse(SemanticType.OTHER)),
            keys.language(),
            keys.names().or(() -> system),
            keys.one(
                "kind",
                Designation.Kind.class,
                code.isPresent() ? Designation.Kind.PREFERRED : Designation.Kind.ALIAS),
            keys.number("header-rows", -1)));
  }

  private static String separator(Keys keys) {
    return keys.text("synonym-separator").map(Delimiters::of).orElse("");
  }

  private static String[] level(String pair) {
    String[] columns = pair.split(":");
    Require.argument(
        columns.length == 2, "illegal key 'levels': '%s', must be pairs CODE:NAME|CODE:NAME", pair);
    return columns;
  }

  private static Pattern pattern(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      Require.argument(
          pattern.matcher("").groupCount() >= 1, "illegal key 'code-pattern': no group in it");
      return pattern;
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("illegal key 'code-pattern': " + e.getDescription(), e);
    }
  }
}
