package dev.bookplate.report.load;

import dev.bookplate.evidence.RunJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One line of a load file: a document of the production. What it does not say is empty. */
final class LoadRow {
  private final Map<LoadField, List<String>> values = new EnumMap<>(LoadField.class);

  /** Measures are written as in a run: importers take no exponents for numbers. */
  LoadRow set(LoadField field, Object value) {
    return switch (value) {
      case null -> set(field, List.of());
      case Double measure -> set(field, List.of(RunJson.plain(measure)));
      default -> set(field, List.of(value.toString()));
    };
  }

  LoadRow set(LoadField field, List<String> several) {
    values.put(field, several == null ? List.of() : List.copyOf(several));
    return this;
  }

  List<String> values(LoadField field) {
    return values.getOrDefault(field, List.of());
  }

  /** The value, or the first of several; empty if there is none. */
  String text(LoadField field) {
    List<String> all = values(field);
    return all.isEmpty() ? "" : all.get(0);
  }
}
