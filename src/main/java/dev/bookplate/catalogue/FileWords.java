package dev.bookplate.catalogue;

import dev.bookplate.extract.Extracted.Metadata;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file says of itself, as far as it is of use. Its statement of rights decides nothing. */
final class FileWords {
  /** Writers that know no date put the year 1 or 101. */
  private static final Pattern YEAR =
      Pattern.compile("([12][0-9]{3})(?:[^0-9].*)?", Pattern.DOTALL);

  private FileWords() {}

  static Description describe(Metadata metadata) {
    return new Description(
        stripped(metadata.title()),
        metadata.authors().stream()
            .map(String::strip)
            .filter(a -> !a.isEmpty())
            .distinct()
            .toList(),
        isbns(metadata),
        null,
        stripped(metadata.publisher()),
        year(metadata.date()),
        null,
        List.of(),
        null,
        null);
  }

  /** Identifiers that claim to be an ISBN and are none. */
  static List<String> wrongIsbns(Metadata metadata) {
    return metadata.identifiers().stream()
        .filter(Isbn::claims)
        .filter(i -> Isbn.parse(i).isEmpty())
        .toList();
  }

  private static List<String> isbns(Metadata metadata) {
    return metadata.identifiers().stream()
        .filter(i -> Isbn.claims(i) || digits(i) == 13)
        .map(Isbn::parse)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** One in eleven of all ten-digit numbers looks like an ISBN: those have to say that they are. */
  private static long digits(String identifier) {
    return identifier.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Integer year(String date) {
    Matcher year = YEAR.matcher(date == null ? "" : date.strip());
    return year.matches() ? Integer.valueOf(year.group(1)) : null;
  }
}
