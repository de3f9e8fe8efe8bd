package dev.bookplate.traces;

import dev.bookplate.origin.Span;
import dev.bookplate.origin.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Finds the marks that rules know: in the lines of front and back matter, in path, metadata and the
 * names of a file's parts. Immutable; any number of threads may use one.
 *
 * <p>No rule can run away: patterns see at most {@value BoundedText#LONGEST} chars, and a pattern
 * that takes too many steps on them is left there, and told.
 */
public final class MarkerScanner {
  /** Longest quote, in code points. */
  public static final int QUOTE = 120;

  /** Names of parts of a file that are looked at. */
  private static final int MOST_MEMBERS = 10_000;

  /** Bytes of a line before and behind the word that it was found by. */
  private static final int REACH = 400;

  private final List<MarkerRules.Entry> entries;
  private final List<MarkerRules.Entry> ofText;
  private final LiteralSearch search;

  /** Of rules. */
  public MarkerScanner(MarkerRules rules) {
    entries = rules.entries();
    ofText = entries.stream().filter(e -> e.rule().where() == MarkerRule.Where.TEXT).toList();
    search = new LiteralSearch(ofText.stream().map(MarkerRules.Entry::contains).toList());
  }

  /** In the order of {@link Place.Part}, of places and of rules; each rule once a part. */
  public List<FoundMarker> scan(TraceSource source) {
    return scan(source, rule -> {});
  }

  /**
   * The same.
   *
   * @param unfinished is told each rule that took too many steps somewhere, once
   */
  public List<FoundMarker> scan(TraceSource source, Consumer<MarkerRule> unfinished) {
    Set<MarkerRule> overran = new LinkedHashSet<>();
    List<FoundMarker> found = new ArrayList<>(scanText(source.text(), overran));
    if (source.path() != null) {
      scan(MarkerRule.Where.PATH, source.path(), Place.PATH, found, overran);
    }
    for (TraceSource.Said said : source.metadata()) {
      Place place = new Place(Place.Part.METADATA, said.name());
      scan(MarkerRule.Where.METADATA, said.value(), place, found, overran);
    }
    Set<MarkerRule> seen = new HashSet<>();
    for (int i = 0; i < Math.min(MOST_MEMBERS, source.members().size()); i++) {
      Place place = new Place(Place.Part.MEMBERS, Integer.toString(i));
      List<FoundMarker> here = new ArrayList<>();
      scan(MarkerRule.Where.STRUCTURE, source.members().get(i), place, here, overran);
      here.stream().filter(m -> seen.add(m.rule())).forEach(found::add);
    }
    overran.forEach(unfinished);
    return found;
  }

  private void scan(
      MarkerRule.Where where,
      String value,
      Place place,
      List<FoundMarker> found,
      Set<MarkerRule> overran) {
    String lower = value.toLowerCase(Locale.ROOT);
    for (MarkerRules.Entry entry : entries) {
      if (entry.rule().where() != where || !mayHold(entry, lower)) {
        continue;
      }
      Matcher match = find(entry, value, overran);
      if (match != null) {
        int start = value.codePointCount(0, match.start());
        Span span = new Span(start, start + value.codePointCount(match.start(), match.end()));
        found.add(new FoundMarker(entry.rule(), place, span, quote(match.group())));
      }
    }
  }

  private static boolean mayHold(MarkerRules.Entry entry, String lower) {
    return entry.contains() == null || lower.contains(entry.contains());
  }

  private static Matcher find(MarkerRules.Entry entry, String text, Set<MarkerRule> overran) {
    try {
      return BoundedText.find(entry.compiled(), text);
    } catch (BoundedText.OverrunException e) {
      overran.add(entry.rule());
      return null;
    }
  }

  private List<FoundMarker> scanText(Utf8Text text, Set<MarkerRule> overran) {
    List<FoundMarker> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Windows windows = Windows.of(text);
    LiteralSearch.Found inLine =
        (word, at) -> {
          MarkerRules.Entry entry = ofText.get(word);
          Place place = windows.place(at);
          String once = place.part() + " " + entry.rule().id();
          if (!seen.contains(once)) {
            FoundMarker marker = inLine(text, entry, at, place, overran);
            if (marker != null) {
              seen.add(once);
              found.add(marker);
            }
          }
        };
    search.find(text.bytes(), text.offset(), windows.frontEnd(), inLine);
    search.find(text.bytes(), windows.backStart(), text.end(), inLine);
    found.sort(
        Comparator.comparing((FoundMarker m) -> m.place().part())
            .thenComparingInt(m -> m.span().start()));
    return found;
  }

  /** Tries a rule on the line of a word. */
  private static FoundMarker inLine(
      Utf8Text text, MarkerRules.Entry entry, int at, Place place, Set<MarkerRule> overran) {
    byte[] bytes = text.bytes();
    int from = at;
    while (from > text.offset() && bytes[from - 1] != '\n' && at - from < REACH) {
      from--;
    }
    while (bytes[from] < -64) {
      from++; // cut at the start of a code point
    }
    int to = at;
    while (to < text.end() && bytes[to] != '\n' && to - at < REACH) {
      to++;
    }
    while (to < text.end() && bytes[to] < -64) {
      to++;
    }
    String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    Matcher match = find(entry, line, overran);
    if (match == null) {
      return null;
    }
    int start = text.codePoints(text.offset(), from) + line.codePointCount(0, match.start());
    Span span = new Span(start, start + line.codePointCount(match.start(), match.end()));
    return new FoundMarker(entry.rule(), place, span, quote(match.group()));
  }

  private static String quote(String matched) {
    String line = matched.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= QUOTE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, QUOTE));
  }
}
