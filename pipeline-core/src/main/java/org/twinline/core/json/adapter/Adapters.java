package org.twinline.core.json.adapter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twinline.core.json.Limits;
import org.twinline.core.text.Nearest;

/** The adapters by name. */
public final class Adapters {
  private static final Map<String, Form> FORMS =
      new TreeMap<>(
          Map.of(
              "auto", new AutoForm(),
              "canonical", new CanonicalForm(),
              "chat", ConversationForm.CHAT,
              "sharegpt", ConversationForm.SHAREGPT,
              "alpaca", new AlpacaForm(),
              "preference", new PreferenceForm(),
              "huatuo-o1", new HuatuoForm()));

  private Adapters() {}

  /** The names that {@link #named} knows, in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(FORMS.keySet());
  }

  /**
   * The adapter of that name, under the default limits.
   *
   * @throws IllegalArgumentException if there is none, with the allowed names
   */
  public static RecordAdapter named(String name) {
    return named(name, Limits.DEFAULT);
  }

  /**
   * The adapter of that name.
   *
   * @throws IllegalArgumentException if there is none, with the allowed names
   */
  public static RecordAdapter named(String name, Limits limits) {
    Form form = FORMS.get(name);
    if (form == null) {
      throw new IllegalArgumentException(
          String.format(
              "Unknown format: '%s'%s; allowed: %s",
              name,
              Nearest.of(name, FORMS.keySet()).map(n -> ", did you mean '" + n + "'?").orElse(""),
              String.join(", ", FORMS.keySet())));
    }
    return new LineAdapter(form, limits);
  }

  /** The adapter of a mapping. */
  public static RecordAdapter mapping(FieldMapping mapping, Limits limits) {
    return new LineAdapter(new MappingForm(mapping), limits);
  }
}
