package org.twinline.terminology.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Other ways to write a name of a classification that follow from its own form: what stands in
 * square brackets is another name, 恶性肿瘤 is 癌, and that something is unspecified is not said.
 */
final class Variants {
  private static final List<String> UNSAID =
      List.of("未特指的", "未特指", "未指明的", ", unspecified", " NOS");

  private Variants() {}

  /** The variants of a name without the name itself. */
  static List<String> of(String name) {
    Set<String> out = new LinkedHashSet<>();
    int open = name.indexOf('[');
    int close = name.indexOf(']', open + 1);
    if (open >= 0 && close > open) {
      out.add(name.substring(0, open) + name.substring(close + 1));
      if (open > 0 && close == name.length() - 1 && close - open > 3) {
        out.add(name.substring(open + 1, close));
      }
    }
    if (name.contains("恶性肿瘤")) {
      out.add(name.replace("恶性肿瘤", "癌").replace("的癌", "癌"));
    }
    for (String unsaid : UNSAID) {
      if (name.contains(unsaid)) {
        out.add(name.replace(unsaid, ""));
        break;
      }
    }
    out.remove(name);
    out.removeIf(variant -> variant.length() < 2);
    return List.copyOf(out);
  }
}
