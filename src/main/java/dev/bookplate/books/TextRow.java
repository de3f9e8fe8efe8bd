package dev.bookplate.books;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Numbers;
import dev.bookplate.catalogue.rows.RowPlace;
import dev.bookplate.catalogue.rows.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An edition whose text is held, as a row among others. */
final class TextRow {
  /** What its edition is found by, among what sources call their records. */
  static final String PREFIX = "text:";

  private TextRow() {}

  static BookRow of(CataloguedEdition text) {
    Work work = text.work();
    Edition edition = text.edition();
    return new BookRow(
        new RowPlace(edition.source(), null, 0),
        PREFIX + edition.id(),
        new BookNames(
            work.title(),
            null,
            orEmpty(work.authors()),
            null,
            work.publisher(),
            work.year(),
            edition.language()),
        identifiers(work),
        new FileFacts(
            edition.source(),
            null,
            edition.size(),
            Map.of(FileFacts.Digest.MD5, edition.md5(), FileFacts.Digest.SHA256, edition.sha256())),
        new Standing(
            work.rights() == null ? Standing.NONE.rights() : work.rights(),
            work.holder(),
            List.of(),
            List.of()),
        null);
  }

  private static List<Identifier> identifiers(Work work) {
    List<Identifier> identifiers = new ArrayList<>();
    orEmpty(work.isbns()).forEach(i -> Numbers.isbn(i).ifPresent(identifiers::add));
    if (work.asin() != null) {
      Numbers.asin(work.asin()).filter(a -> !identifiers.contains(a)).ifPresent(identifiers::add);
    }
    return identifiers;
  }

  private static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : list;
  }
}
