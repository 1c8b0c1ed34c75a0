package org.twinline.launcher.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.launcher.plan.SampleCounts;

/**
 * What was found in a sample of data.
 *
 * @param format the word for {@code input.format}
 * @param roles the fields that are taken for each part of a record, tried in their order; empty
 *     where the format needs no mapping
 */
record Detected(String format, Map<Role, List<String>> roles) {
  /** Beyond this share of lines of another form the data are mapped; a run would stop by then. */
  private static final double MOST_UNREADABLE = 0.01;

  private static final Set<String> OTHER_FORM =
      Set.of(
          DeadLetterCode.UNRECOGNISED_FORM.code(),
          DeadLetterCode.MISSING_FIELD.code(),
          DeadLetterCode.WRONG_TYPE.code());

  /** Fields that lines of the canonical form have too. */
  private static final Set<String> CANONICAL =
      Set.of("id", "question", "options", "references", "answer", "cot", "response");

  /** Names that can stand in a job file and on a terminal. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,100}");

  static Detected of(Fields fields, SampleCounts counts) {
    long other =
        counts.deadLetters().entrySet().stream()
            .filter(entry -> OTHER_FORM.contains(entry.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    Map<Role, List<String>> roles = roles(fields);
    boolean read = (double) other / Math.max(1, counts.lines()) <= MOST_UNREADABLE;
    return read && !foreign(fields, roles)
        ? new Detected(fields.form(), Map.of())
        : new Detected("mapping", roles);
  }

  /** Lines with a question that say the rest in words of their own. */
  private static boolean foreign(Fields fields, Map<Role, List<String>> roles) {
    Set<String> names = fields.fields().keySet();
    return fields.form().equals("canonical")
        && !names.contains("candidates")
        && !names.contains("references")
        && (roles.containsKey(Role.REFERENCES)
            || roles.values().stream().flatMap(List::stream).anyMatch(n -> !CANONICAL.contains(n)));
  }

  /** The fields of each role, no field in two. */
  private static Map<Role, List<String>> roles(Fields fields) {
    Map<Role, List<String>> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<String> found = alternatives(fields, role);
      if (!found.isEmpty()) {
        roles.put(role, found);
      }
    }
    if (fields.fields().containsKey("answer")) {
      // Beside a gold of its own it is a candidate; else, as in exam sets, it is the gold itself.
      boolean gold =
          !roles.getOrDefault(Role.REFERENCES, List.of("answer_idx")).contains("answer_idx");
      roles.putIfAbsent(gold ? Role.RESPONSE : Role.REFERENCES, List.of("answer"));
    }
    if (!roles.containsKey(Role.QUESTION)) {
      longest(fields, roles).ifPresent(field -> roles.put(Role.QUESTION, List.of(field)));
    }
    if (!roles.containsKey(Role.RESPONSE)) {
      roles.remove(Role.COT); // an explanation without an answer is nobody's chain of thought
    }
    return roles;
  }

  /** The best name of a role, and further ones that stand where it does not. */
  private static List<String> alternatives(Fields fields, Role role) {
    List<String> found = new ArrayList<>();
    long lines = 0;
    for (String field :
        fields.fields().keySet().stream()
            .filter(name -> role.rank(name) >= 0)
            .sorted(Comparator.comparingInt(role::rank))
            .toList()) {
      long count = fields.field(field).count();
      if (lines + count <= fields.lines()) {
        found.add(field);
        lines += count;
      }
    }
    return found;
  }

  private static Optional<String> longest(Fields fields, Map<Role, List<String>> roles) {
    return fields.fields().entrySet().stream()
        .filter(entry -> roles.values().stream().noneMatch(n -> n.contains(entry.getKey())))
        .filter(entry -> PLAIN.matcher(entry.getKey()).matches())
        .filter(entry -> Set.of("string", "object").contains(entry.getValue().kind()))
        .max(Comparator.comparingLong(entry -> entry.getValue().length()))
        .map(Map.Entry::getKey);
  }

  /** What a field is taken for. */
  Optional<Role> role(String field) {
    return roles.entrySet().stream()
        .filter(entry -> entry.getValue().contains(field))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The lines below {@code input.mapping}; empty for other formats. */
  List<String> mapping(Fields fields) {
    List<String> lines = new ArrayList<>();
    for (Role role : roles.isEmpty() ? new Role[0] : Role.values()) {
      List<String> names = roles.getOrDefault(role, List.of());
      List<String> pointers = names.stream().map(Detected::pointer).toList();
      if (names.isEmpty()) {
        if (role == Role.REFERENCES || role == Role.RESPONSE) {
          lines.add("# " + role.key() + ": FIELD");
        }
      } else if (role == Role.QUESTION && fields.field(names.get(0)).kind().equals("object")) {
        lines.add("question: {outline: [" + String.join(", ", pointers) + "]}");
      } else {
        lines.add(
            role.key()
                + ": "
                + (names.size() == 1 ? pointers.get(0) : "[" + String.join(", ", pointers) + "]"));
      }
    }
    return lines;
  }

  private static String pointer(String field) {
    return YamlText.quoted("/" + field.replace("~", "~0").replace("/", "~1"));
  }
}
