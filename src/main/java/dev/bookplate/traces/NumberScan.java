package dev.bookplate.traces;

import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Numbers;
import dev.bookplate.origin.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of books in a stretch of bytes. It stops at digits only, and tries patterns only
 * where there are five of them, or a label before them.
 */
final class NumberScan {
  /** Bytes before a number in which its label may stand. */
  private static final int LOOK_BACK = 72;

  /** Bytes behind a number that are looked at with it. */
  private static final int LOOK_AHEAD = 160;

  /** Longest stretch of digits that is looked at at once. */
  private static final int RUN = 400;

  private static final int FEWEST_DIGITS = 5;

  private final Utf8Text text;
  private final byte[] bytes;
  private final boolean isName;
  private final List<Hit> hits = new ArrayList<>();
  private String region;
  private int regionStart;

  /**
   * Of a text, or of the name of a file.
   *
   * @param isName whether a number of Amazon's may stand without a label
   */
  NumberScan(Utf8Text text, boolean isName) {
    this.text = text;
    this.bytes = text.bytes();
    this.isName = isName;
  }

  /**
   * A number that was found.
   *
   * @param label first byte of its label, or of itself
   * @param start first byte of the number
   * @param end first byte behind it
   */
  record Hit(Identifier identifier, int label, int start, int end, boolean repaired) {}

  /** What was found so far, in the order of the kinds within each stretch. */
  List<Hit> hits() {
    return hits;
  }

  /** Looks at the numbers that start in {@code bytes[from, to)}. */
  void scan(int from, int to, int most) {
    int at = from;
    while (hits.size() < most) {
      at = ByteSearch.digit(bytes, at, to);
      if (at >= to) {
        return;
      }
      at = lookAt(at);
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Looks at a run of digits and what stands between them; gives the place to go on. */
  private int lookAt(int start) {
    int digits = 0;
    int end = start;
    boolean bare = false;
    int limit = Math.min(text.end(), start + RUN);
    for (int i = start; i < limit; i++) {
      byte b = bytes[i];
      if (isDigit(b)) {
        digits++;
        end = i + 1;
        bare |= b == '9' && isBare(i, limit);
        bare |= b == '1' && i + 2 < limit && bytes[i + 1] == '0' && bytes[i + 2] == '.';
      } else if (b != ' ' && b != '-' && b != '.' && b >= 0) {
        break;
      }
    }
    int from = Math.max(text.offset(), start - LOOK_BACK);
    boolean isAmazon = start > text.offset() && bytes[start] == '0' && bytes[start - 1] == 'B';
    if (!isAmazon && digits < FEWEST_DIGITS) {
      return end;
    }
    int hints = LabelHints.before(bytes, from, start);
    if (!bare && hints == 0 && !(isAmazon && isName)) {
      return end;
    }
    return Math.max(end, read(from, end, hints));
  }

  /** Whether an ISBN of 13 digits may start here: 978, 979, 9 78 or 9 79. */
  private boolean isBare(int at, int limit) {
    int next = at + 1 < limit && bytes[at + 1] == ' ' ? at + 2 : at + 1;
    return next + 1 < limit
        && bytes[next] == '7'
        && (bytes[next + 1] == '8' || bytes[next + 1] == '9');
  }

  /** Tries the patterns on a region; gives the end of the last hit. */
  private int read(int from, int runEnd, int hints) {
    regionStart = from;
    while (regionStart > text.offset() && bytes[regionStart] < -64) {
      regionStart--;
    }
    int regionEnd = Math.min(text.end(), runEnd + LOOK_AHEAD);
    while (regionEnd < text.end() && bytes[regionEnd] < -64) {
      regionEnd++;
    }
    region = new String(bytes, regionStart, regionEnd - regionStart, StandardCharsets.UTF_8);
    int before = hits.size();
    if ((hints & LabelHints.ISBN) != 0) {
      labelledIsbns();
    }
    bareIsbns();
    find(NumberPatterns.DOI, NumberScan::doi);
    if (isName) {
      find(NumberPatterns.ASIN_IN_NAME, Numbers::asin);
    }
    if ((hints & LabelHints.ASIN) != 0) {
      find(NumberPatterns.ASIN, Numbers::asin);
    }
    if ((hints & LabelHints.LCCN) != 0) {
      find(NumberPatterns.LCCN, Numbers::lccn);
    }
    if ((hints & LabelHints.OCLC) != 0) {
      find(NumberPatterns.OCLC, Numbers::oclc);
    }
    if ((hints & LabelHints.REGISTRATION) != 0) {
      find(NumberPatterns.REGISTRATION, Numbers::registration);
      find(NumberPatterns.REGISTRATION_LABELLED, Numbers::registration);
      find(NumberPatterns.RENEWAL, NumberScan::renewal);
    }
    int end = 0;
    for (Hit each : hits.subList(before, hits.size())) {
      end = Math.max(end, each.end());
    }
    return end;
  }

  private void labelledIsbns() {
    Matcher label = NumberPatterns.ISBN_LABEL.matcher(region);
    int from = 0;
    while (label.find(from)) {
      from = label.end();
      int at = label.end();
      int quoteFrom = label.start();
      for (int steps = 0; steps < 24; steps++) {
        Isbn13 isbn = isbnAt(at);
        if (isbn != null) {
          add(isbn.reading.identifier(), quoteFrom, at, isbn.end, isbn.reading.repaired());
          at = isbn.end;
          quoteFrom = at;
          from = at;
        } else {
          Matcher qualifier = NumberPatterns.QUALIFIER.matcher(region);
          if (!qualifier.region(at, region.length()).lookingAt()) {
            break;
          }
          at = qualifier.end();
          quoteFrom = quoteFrom >= label.end() ? at : quoteFrom;
        }
      }
    }
  }

  private record Isbn13(IsbnReading reading, int end) {}

  /** Thirteen or ten characters at a place that are an ISBN, in at most five or four groups. */
  private Isbn13 isbnAt(int at) {
    Isbn13 long13 = isbnAt(NumberPatterns.THIRTEEN, at, 5);
    return long13 != null ? long13 : isbnAt(NumberPatterns.TEN, at, 4);
  }

  private Isbn13 isbnAt(Pattern form, int at, int mostGroups) {
    Matcher m = form.matcher(region);
    if (!m.region(at, region.length()).useTransparentBounds(true).lookingAt()) {
      return null;
    }
    String[] groups = NumberPatterns.SEPARATORS.split(m.group(1), -1);
    if (groups.length > mostGroups) {
      return null;
    }
    return IsbnReading.of(String.join("", groups))
        .map(reading -> new Isbn13(reading, m.end(1)))
        .orElse(null);
  }

  private void bareIsbns() {
    find(NumberPatterns.ISBN_BARE, Numbers::isbn);
  }

  private void find(Pattern pattern, Function<String, Optional<Identifier>> form) {
    Matcher m = pattern.matcher(region);
    while (m.find()) {
      int group = m.start(1) >= 0 ? 1 : 2;
      Optional<Identifier> number = form.apply(m.group(group));
      if (number.isPresent()) {
        Identifier.Kind kind = number.get().kind();
        int length =
            kind == Identifier.Kind.DOI
                ? number.get().value().length()
                : m.end(group) - m.start(group);
        add(number.get(), m.start(), m.start(group), m.start(group) + length, false);
      }
    }
  }

  /** Without the marks of a sentence behind it, and without brackets that it does not open. */
  private static Optional<Identifier> doi(String written) {
    int end = written.length();
    while (end > 0) {
      char c = written.charAt(end - 1);
      boolean closes = c == ')' && isOneTooMany(written, end) || c == ']';
      if (closes || ".,;:!?'\"*_>\u2019\u00BB\u3002\u3001\uFF09".indexOf(c) >= 0) {
        end--;
      } else {
        break;
      }
    }
    return Numbers.doi(written.substring(0, end));
  }

  /** Whether the bracket at the end closes none. */
  private static boolean isOneTooMany(String written, int end) {
    String part = written.substring(0, end);
    return part.chars().filter(c -> c == ')').count() > part.chars().filter(c -> c == '(').count();
  }

  private static Optional<Identifier> renewal(String written) {
    StringBuilder value = new StringBuilder();
    written.chars().filter(Character::isLetterOrDigit).forEach(c -> value.append((char) c));
    return Optional.of(
        new Identifier(Identifier.Kind.RENEWAL, value.toString().toUpperCase(Locale.ROOT)));
  }

  /** Places are in chars of the region. */
  private void add(Identifier number, int label, int start, int end, boolean repaired) {
    hits.add(new Hit(number, byteAt(label), byteAt(start), byteAt(end), repaired));
  }

  private int byteAt(int charAt) {
    return regionStart + region.substring(0, charAt).getBytes(StandardCharsets.UTF_8).length;
  }
}
