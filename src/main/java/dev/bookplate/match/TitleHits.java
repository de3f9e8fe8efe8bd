package dev.bookplate.match;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.titles.FileTitle;
import dev.bookplate.catalogue.titles.NameScore;
import dev.bookplate.catalogue.titles.TitlePage;
import dev.bookplate.match.Finding.Evidence;
import dev.bookplate.match.Finding.Evidence.Detail;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what a document calls itself against the books of catalogues: of the candidates those whose
 * title and author are the same, field by field. A title alone tells a book only if it is long.
 */
public final class TitleHits {
  /** Books of one name that are told of; that many have the same title and author is rare. */
  private static final int MOST = 20;

  private final KnownBooks books;

  /** Against these. */
  public TitleHits(KnownBooks books) {
    this.books = books;
  }

  /**
   * A name that a document has.
   *
   * @param from where it says so: {@code metadata}, {@code file name}
   * @param names what it says
   */
  public record Named(String from, BookNames names) {}

  /** Scores what a document says against a row. */
  private interface Scorer {
    NameScore score(BookNames row);
  }

  /** The books that a name is of. */
  public List<Hit> of(Named said) throws IOException {
    List<Hit> hits = new ArrayList<>();
    if (said.names.title() != null) {
      Scorer scorer = row -> NameScore.of(said.names, row);
      List<Detail> detail = detail(said.from, said.names);
      add(books.called(said.names), scorer, detail, hits);
      if (hits.isEmpty()) {
        add(books.nearly(said.names), scorer, detail, hits);
      }
    }
    return hits;
  }

  /**
   * The books that a path names.
   *
   * @param from where it stands
   */
  public List<Hit> of(String from, FileTitle path) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (BookNames reading : path.readings()) {
      Scorer scorer = row -> path.score(reading, row);
      add(books.called(reading), scorer, detail(from, reading), hits);
    }
    for (BookNames run : hits.isEmpty() ? path.runs() : List.<BookNames>of()) {
      add(books.titled(run), row -> NameScore.of(run, row), detail(from, run), hits);
    }
    for (BookNames reading : hits.isEmpty() ? path.readings() : List.<BookNames>of()) {
      Scorer scorer = row -> path.score(reading, row);
      add(books.nearly(reading), scorer, detail(from, reading), hits);
    }
    return hits;
  }

  private static List<Detail> detail(String from, BookNames names) {
    return List.of(new Detail("from", from), new Detail(Evidence.QUOTE, quote(names)));
  }

  /** The books whose title page a text begins with: those that the first fitting line names. */
  public List<Hit> of(TitlePage page) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (TitlePage.Titled titled : page.titles()) {
      List<Detail> detail = new ArrayList<>();
      detail.add(new Detail("from", "title page"));
      detail.add(new Detail(Evidence.QUOTE, titled.quote()));
      detail.add(new Detail("start", Integer.toString(titled.start())));
      add(books.titled(titled.names()), row -> page.score(titled, row), detail, hits);
      if (!hits.isEmpty()) {
        return hits;
      }
    }
    return hits;
  }

  private static void add(
      List<KnownBook> candidates, Scorer scorer, List<Detail> detail, List<Hit> hits)
      throws IOException {
    int before = hits.size();
    for (KnownBook book : candidates) {
      NameScore score = scorer.score(book.names());
      HitRule rule = rule(score);
      if (rule != null && hits.size() - before < MOST) {
        hits.add(Hit.of(book, rule, evidence(book, score, detail)));
      }
    }
  }

  private static HitRule rule(NameScore score) {
    if (score.isTitleAndAuthor()) {
      return HitRule.TITLE_AND_AUTHOR;
    }
    return score.isLongTitle() ? HitRule.LONG_TITLE : null;
  }

  private static Evidence evidence(KnownBook book, NameScore score, List<Detail> said) {
    List<Detail> detail = new ArrayList<>(said);
    detail.add(new Detail("rowTitle", joined(book.names().title(), book.names().subtitle())));
    if (!book.names().authors().isEmpty()) {
      detail.add(new Detail("rowAuthors", String.join("; ", book.names().authors())));
    }
    BigDecimal title = BigDecimal.valueOf(score.title()).setScale(4, RoundingMode.HALF_EVEN);
    detail.add(new Detail("titleScore", title.toString()));
    detail.add(
        new Detail("author", score.author() == NameScore.Author.AGREES ? "agrees" : "unknown"));
    detail.add(new Detail("row", book.row()));
    return new Evidence("title", Evidence.NAME, detail);
  }

  private static String quote(BookNames names) {
    String title = joined(names.title(), names.subtitle());
    return names.authors().isEmpty() ? title : title + " / " + String.join("; ", names.authors());
  }

  private static String joined(String title, String subtitle) {
    return subtitle == null ? title : title + ": " + subtitle;
  }
}
