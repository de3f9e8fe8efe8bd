package dev.bookplate.audit;

import dev.bookplate.evidence.Calibration.FalseFindings;
import dev.bookplate.evidence.Calibration.Recall;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of what became of the controls. */
final class CalibrationRows {
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
        elsewhere.rates());
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
              .filter(h -> language == null || language.equals(h.reference().edition().language()))
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
