package dev.bookplate.audit;

import dev.bookplate.evidence.MarkerLine;
import dev.bookplate.evidence.MarkersLine;
import dev.bookplate.match.Finding.Evidence;
import dev.bookplate.match.Finding.Evidence.Detail;
import dev.bookplate.origin.Origin;
import dev.bookplate.traces.FoundMarker;
import dev.bookplate.traces.InvalidMarkersException;
import dev.bookplate.traces.MarkerRule;
import dev.bookplate.traces.MarkerRules;
import dev.bookplate.traces.MarkerScanner;
import dev.bookplate.traces.MarkerText;
import dev.bookplate.traces.TraceSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The markers of the documents of a shard: evidence that supports whatever is found in each, and a
 * tally of all. Belongs to one thread.
 */
final class MarkerTraces {
  /** Markers that one finding tells of. */
  private static final int MOST = 20;

  private final MarkerScanner scanner;
  private final SortedMap<String, MarkerLine> tally = new TreeMap<>();
  private long looked;

  /**
   * By the rules that ship and the user's.
   *
   * @param own the user's, which have been tried; or null
   */
  MarkerTraces(MarkerText own) {
    try {
      scanner = new MarkerScanner(MarkerRules.of(own));
    } catch (InvalidMarkersException e) {
      throw new IllegalArgumentException("a plan holds rules that can be used: " + e.getMessage());
    }
  }

  /** Forgets what was tallied. */
  void begin() {
    tally.clear();
    looked = 0;
  }

  /** What was tallied; null where nothing was looked at. */
  MarkersLine tallied() {
    return looked == 0 ? null : new MarkersLine(looked, List.copyOf(tally.values()));
  }

  /** Evidence of no work, and of no grade. */
  List<Evidence> of(Origin where, TraceSource source) {
    looked++;
    List<MarkerRule> unfinished = new ArrayList<>();
    List<FoundMarker> found = scanner.scan(source, unfinished::add);
    Set<MarkerRule> seen = new HashSet<>();
    for (FoundMarker marker : found) {
      if (seen.add(marker.rule())) {
        add(marker.rule(), 1, 0, seen(where, marker));
      }
    }
    unfinished.forEach(rule -> add(rule, 0, 1, null));
    return found.stream().limit(MOST).map(MarkerTraces::evidence).toList();
  }

  private void add(MarkerRule rule, long documents, long unfinished, MarkerLine.Seen first) {
    MarkerLine line =
        new MarkerLine(rule.id(), rule.indicates(), rule.says(), documents, unfinished, first);
    tally.merge(rule.id(), line, MarkerLine::and);
  }

  private static MarkerLine.Seen seen(Origin where, FoundMarker marker) {
    return new MarkerLine.Seen(
        where.member(),
        where.record(),
        marker.place().part().label(),
        marker.place().field(),
        marker.span().start(),
        marker.span().end(),
        marker.quote());
  }

  private static Evidence evidence(FoundMarker found) {
    List<Detail> detail = new ArrayList<>();
    detail.add(new Detail("rule", found.rule().id()));
    detail.add(new Detail("indicates", found.rule().indicates()));
    detail.add(new Detail("says", found.rule().says()));
    detail.add(new Detail("place", found.place().part().label()));
    if (found.place().field() != null) {
      detail.add(new Detail("field", found.place().field()));
    }
    detail.add(new Detail("start", Integer.toString(found.span().start())));
    detail.add(new Detail("end", Integer.toString(found.span().end())));
    detail.add(new Detail(Evidence.QUOTE, found.quote()));
    return new Evidence("marker", Evidence.TRACE, detail);
  }
}
