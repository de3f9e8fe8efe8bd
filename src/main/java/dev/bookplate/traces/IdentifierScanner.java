package dev.bookplate.traces;

import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the numbers of books that a document names: ISBN, ASIN, DOI, LCCN, OCLC, registrations and
 * renewals. It looks in the front and back matter of the text ({@link Windows}), at lines with the
 * word ISBN in between, in path and metadata.
 *
 * <p>A number counts only with its label, or in a form that nothing else has: an ISBN of 13 digits
 * with a right check digit, a DOI, a TX number in its groups. So telephone numbers, prices and
 * pages are none. Each number is told once a part, where it stands first; at most {@value #MOST} a
 * document.
 *
 * <p>Immutable; any number of threads may use one.
 */
public final class IdentifierScanner {
  /** Longest quote, in code points. */
  public static final int QUOTE = 120;

  /** Most identifiers of one part of a document. */
  public static final int MOST = 200;

  private static final byte[] WORD = {'I', 'S', 'B', 'N'};
  private static final byte RAREST = 'B';

  /** How far behind the word in the body its number may start. */
  private static final int REACH = 80;

  /** In the order of {@link Place.Part}, and of their places. */
  public List<FoundIdentifier> scan(TraceSource source) {
    List<FoundIdentifier> found = new ArrayList<>(scanText(source.text()));
    if (source.path() != null) {
      found.addAll(scanPath(source.path()));
    }
    for (TraceSource.Said said : source.metadata()) {
      found.addAll(scanMetadata(said));
    }
    return found;
  }

  /** Of a text alone. */
  public List<FoundIdentifier> scanText(Utf8Text text) {
    Windows windows = Windows.of(text);
    NumberScan scan = new NumberScan(text, false);
    scan.scan(text.offset(), windows.frontEnd(), MOST);
    if (windows.backStart() < text.end()) {
      scan.scan(windows.backStart(), text.end(), 2 * MOST);
      scanBody(scan, windows);
    }
    return told(scan, text, windows);
  }

  /** Of a path alone: the same for all records of a file. */
  public List<FoundIdentifier> scanPath(String path) {
    return scanString("", path, Place.PATH);
  }

  /** Of one statement; its name may be the label of its value. */
  public List<FoundIdentifier> scanMetadata(TraceSource.Said said) {
    return scanString(
        said.name() + ": ", said.value(), new Place(Place.Part.METADATA, said.name()));
  }

  /** Looks for the rarest letter of the word. */
  private static void scanBody(NumberScan scan, Windows windows) {
    byte[] bytes = windows.text().bytes();
    int end = windows.backStart();
    int at = ByteSearch.of(RAREST, bytes, windows.frontEnd(), end);
    while (at < end && scan.hits().size() < 3 * MOST) {
      int next = at + 1;
      if (isWord(bytes, at - 2)) {
        next = Math.min(at + REACH, end);
        scan.scan(at, next, 3 * MOST);
      }
      at = ByteSearch.of(RAREST, bytes, next, end);
    }
  }

  /** Front and back are long enough for any place in between. */
  private static boolean isWord(byte[] bytes, int start) {
    return Arrays.equals(bytes, start, start + WORD.length, WORD, 0, WORD.length);
  }

  private static List<FoundIdentifier> scanString(String label, String value, Place place) {
    Utf8Text text = Utf8Text.of(label + value);
    NumberScan scan = new NumberScan(text, place.part() == Place.Part.PATH);
    scan.scan(text.offset(), text.end(), MOST);
    List<FoundIdentifier> found = new ArrayList<>();
    Set<Identifier> seen = new HashSet<>();
    int before = label.codePointCount(0, label.length());
    for (NumberScan.Hit hit : inOrder(scan)) {
      int start = text.codePoints(text.offset(), hit.start()) - before;
      if (start >= 0 && seen.add(hit.identifier())) {
        Span span = new Span(start, start + text.codePoints(hit.start(), hit.end()));
        int quoteStart = Math.max(hit.label(), Utf8Text.of(label).length());
        found.add(
            new FoundIdentifier(
                hit.identifier(), place, span, quote(text, quoteStart, hit), hit.repaired()));
      }
    }
    return found;
  }

  private static List<NumberScan.Hit> inOrder(NumberScan scan) {
    return scan.hits().stream()
        .sorted(
            Comparator.comparingInt(NumberScan.Hit::start)
                .thenComparing(NumberScan.Hit::identifier))
        .toList();
  }

  private static List<FoundIdentifier> told(NumberScan scan, Utf8Text text, Windows windows) {
    List<FoundIdentifier> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int counted = text.offset();
    int codePoints = 0;
    for (NumberScan.Hit hit : inOrder(scan)) {
      Place place = windows.place(hit.start());
      if (!seen.add(place.part() + " " + hit.identifier())) {
        continue;
      }
      codePoints += text.codePoints(counted, hit.start());
      counted = hit.start();
      Span span = new Span(codePoints, codePoints + text.codePoints(hit.start(), hit.end()));
      found.add(
          new FoundIdentifier(
              hit.identifier(), place, span, quote(text, hit.label(), hit), hit.repaired()));
    }
    return found;
  }

  /** Label and number on one line, blanks run together. */
  private static String quote(Utf8Text text, int from, NumberScan.Hit hit) {
    String written = new String(text.bytes(), from, hit.end() - from, StandardCharsets.UTF_8);
    String line = written.replaceAll("\\s+", " ").strip();
    int length = line.codePointCount(0, line.length());
    // the number stands at the end: what goes is the start of a long label
    return length <= QUOTE ? line : line.substring(line.offsetByCodePoints(0, length - QUOTE));
  }
}
