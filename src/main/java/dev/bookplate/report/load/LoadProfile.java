package dev.bookplate.report.load;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The names that columns get, and how days are written. */
public enum LoadProfile {
  /** The names of vendors' templates; days as {@code 20240506}. */
  CONCORDANCE("uuuuMMdd") {
    @Override
    String header(LoadField field) {
      return field.name();
    }
  },
  /** The names of a Relativity workspace; days as {@code 2024-05-06}. */
  RELATIVITY("uuuu-MM-dd") {
    @Override
    String header(LoadField field) {
      return field.relativity();
    }
  };

  private final DateTimeFormatter days;

  LoadProfile(String pattern) {
    days = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  abstract String header(LoadField field);

  String day(LocalDate day) {
    return days.format(day);
  }

  /** As the user names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
