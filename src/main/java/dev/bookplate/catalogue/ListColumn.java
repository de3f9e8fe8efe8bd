package dev.bookplate.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of catalogue.csv. */
enum ListColumn {
  SOURCE,
  ID,
  TITLE,
  AUTHORS,
  ISBN,
  PUBLISHER,
  YEAR,
  RIGHTS,
  ASIN,
  HOLDER,
  REGISTRATIONS,
  PERMISSION,
  LANGUAGE,
  JURISDICTION,
  RULE,
  ASOF;

  /** The name in the header. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column that a header names, in any case. */
  static Optional<ListColumn> of(String header) {
    String label = header.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
  }

  /** All names, for messages. */
  static String labels() {
    return Arrays.stream(values()).map(ListColumn::label).collect(Collectors.joining(", "));
  }
}
