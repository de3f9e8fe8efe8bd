package dev.bookplate.audit;

import dev.bookplate.evidence.Calibration.Characters;
import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.evidence.Calibration.Outline;
import dev.bookplate.evidence.Calibration.Recall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** Makes rows of what became of the controls. */
final class CalibrationRows {
  private static final int DIGITS = 6;

  private final long seed;
  private final ControlBooks books;

  CalibrationRows(long seed, ControlBooks books) {
    this.seed = seed;
    this.books = books;
  }

  /** A row for each kind and length. */
  List<Recall> recall(List<Planting.Outcome> outcomes) {
    return recall(outcomes, null);
  }

  /** The same for each language. */
  List<Recall> byLanguage(List<Planting.Outcome> outcomes) {
    List<Recall> rows = new ArrayList<>();
    for (String language : books.languages()) {
      rows.addAll(
          recall(
              outcomes.stream().filter(o -> language.equals(o.book().language())).toList(),
              language));
    }
    return List.copyOf(rows);
  }

  private List<Recall> recall(List<Planting.Outcome> outcomes, String language) {
    List<Recall> rows = new ArrayList<>();
    for (ControlKind kind : ControlKind.values()) {
      for (int words : kind.lengths()) {
        Planting.Cell cell = new Planting.Cell(kind, words);
        List<Planting.Outcome> own = outcomes.stream().filter(o -> o.cell().equals(cell)).toList();
        if (!own.isEmpty()) {
          rows.add(row(cell, language, own));
        }
      }
    }
    return List.copyOf(rows);
  }

  private Recall row(Planting.Cell cell, String language, List<Planting.Outcome> outcomes) {
    RateMaker found = new RateMaker(seed);
    RateMaker elsewhere = new RateMaker(seed);
    for (Planting.Outcome outcome : outcomes) {
      found.add(outcome.book().ordinal(), outcome.found());
      elsewhere.add(outcome.book().ordinal(), outcome.elsewhere());
    }
    return new Recall(
        cell.kind().label(),
        cell.words(),
        language,
        found.books(),
        found.rates(),
        elsewhere.rates(),
        characters(outcomes));
  }

  /** A row for each kind, one for all of them, and one for each language. */
  List<Outline> outlines(List<Planting.Outcome> outcomes) {
    List<Outline> rows = new ArrayList<>();
    for (ControlKind kind : ControlKind.values()) {
      outline(kind.label(), null, outcomes, o -> o.cell().kind() == kind).ifPresent(rows::add);
    }
    outline(null, null, outcomes, o -> true).ifPresent(rows::add);
    for (String language : books.languages()) {
      outline(null, language, outcomes, o -> language.equals(o.book().language()))
          .ifPresent(rows::add);
    }
    return List.copyOf(rows);
  }

  private Optional<Outline> outline(
      String kind,
      String language,
      List<Planting.Outcome> outcomes,
      Predicate<Planting.Outcome> which) {
    List<Planting.Outcome> own = outcomes.stream().filter(which).toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outline(kind, language, own.size(), characters(own)));
  }

  private Characters characters(List<Planting.Outcome> outcomes) {
    long[] planted = byBook(outcomes, CharacterCounts::planted);
    long[] found = byBook(outcomes, CharacterCounts::found);
    long[] reported = byBook(outcomes, CharacterCounts::reported);
    long[] right = byBook(outcomes, CharacterCounts::right);
    long all = LongStream.of(reported).sum();
    long met = outcomes.stream().filter(o -> o.characters().passages() > 0).count();
    long passages = outcomes.stream().mapToLong(o -> o.characters().passages()).sum();
    return new Characters(
        LongStream.of(planted).sum(),
        share(LongStream.of(found).sum(), LongStream.of(planted).sum()),
        BookResampling.interval(seed, found, planted),
        all,
        all == 0 ? null : share(LongStream.of(right).sum(), all),
        BookResampling.interval(seed, right, reported),
        met == 0 ? null : rounded(passages, met, RoundingMode.UP));
  }

  private static long[] byBook(
      List<Planting.Outcome> outcomes, ToLongFunction<CharacterCounts> count) {
    Map<Integer, Long> sums = new TreeMap<>();
    for (Planting.Outcome outcome : outcomes) {
      sums.merge(outcome.book().ordinal(), count.applyAsLong(outcome.characters()), Math::addExact);
    }
    return sums.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** Rounded down, so that what is not all is not shown as all. */
  private static double share(long part, long all) {
    return rounded(part, all, RoundingMode.DOWN);
  }

  private static double rounded(long part, long all, RoundingMode mode) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), DIGITS, mode).doubleValue();
  }

  /** A row for each way of looking, then for each language that is known. */
  List<FalseFindings> falseFindings(
      List<LeftOut.Seen> seen,
      Relations relations,
      List<CorpusDraw.Drawn> corpus,
      DecoyBooks decoys) {
    List<FalseFindings> rows = new ArrayList<>();
    if (!decoys.editions().isEmpty()) {
      rows.add(decoys(corpus, decoys, null));
      decoys.languages().forEach(l -> rows.add(decoys(corpus, decoys, l)));
    }
    if (books.works() > 1) {
      rows.add(leftOut(seen, relations, null));
      books.languages().forEach(l -> rows.add(leftOut(seen, relations, l)));
    }
    rows.add(shuffled(seen));
    return List.copyOf(rows);
  }

  private FalseFindings decoys(List<CorpusDraw.Drawn> corpus, DecoyBooks decoys, String language) {
    FalseTally tally = new FalseTally("decoys", language, seed);
    for (CorpusDraw.Drawn drawn : corpus) {
      List<FalseHit> hits =
          drawn.decoys().stream()
              .filter(
                  h ->
                      language == null
                          || language.equals(ControlBook.language(h.reference().edition())))
              .toList();
      tally.add(0, null, drawn.documents(), drawn.words(), hits);
    }
    return tally.row(decoys.works(language));
  }

  private FalseFindings leftOut(List<LeftOut.Seen> all, Relations relations, String language) {
    FalseTally tally = new FalseTally("left-out", language, seed);
    int counted = 0;
    for (LeftOut.Seen seen : all) {
      ControlBook book = seen.book();
      if (language == null || language.equals(book.language())) {
        List<FalseHit> hits =
            seen.hits().stream().filter(h -> !relations.related(book, h.reference())).toList();
        String id = book.reference().work().id();
        tally.add(book.ordinal(), id, seen.chunks(), seen.words(), hits);
        counted++;
      }
    }
    return tally.row(counted);
  }

  private FalseFindings shuffled(List<LeftOut.Seen> all) {
    FalseTally tally = new FalseTally("shuffled", null, seed);
    for (LeftOut.Seen seen : all) {
      String id = seen.book().reference().work().id();
      tally.add(seen.book().ordinal(), id, seen.shuffled(), seen.shuffledWords(), seen.noise());
    }
    return tally.row(all.size());
  }
}
