package dev.bookplate.books;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.titles.TitleKeys;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the work of another catalogue that is a work of this one: by what sources call its records,
 * else by its files, its numbers, its title with its author. What two works have tells nothing.
 */
final class Counterpart {
  /** Works of one title that are looked at. */
  private static final int MOST = 50;

  private final BookStore store;
  private final CataloguedWork work;

  private Counterpart(BookStore store, CataloguedWork work) {
    this.store = store;
    this.work = work;
  }

  /** The id of the work of a store that is a work; null where none is, or where two may be. */
  static String of(BookStore store, CataloguedWork work) throws IOException {
    Counterpart search = new Counterpart(store, work);
    for (Step step :
        List.<Step>of(search::byKey, search::byFile, search::byNumber, search::byTitle)) {
      Set<String> ids = new TreeSet<>();
      for (CataloguedWork.Member member : work.members()) {
        step.find(member.row(), ids);
      }
      if (!ids.isEmpty()) {
        return ids.size() == 1 ? ids.iterator().next() : null;
      }
    }
    return null;
  }

  private interface Step {
    void find(BookRow row, Set<String> ids) throws IOException;
  }

  private void byKey(BookRow row, Set<String> ids) throws IOException {
    add(store.byKey(row.key()), ids);
  }

  private void byFile(BookRow row, Set<String> ids) throws IOException {
    for (Map.Entry<FileFacts.Digest, String> digest : row.file().digests().entrySet()) {
      if (JoinKind.of(digest.getKey()) != null) {
        add(store.byDigest(digest.getKey(), digest.getValue()), ids);
      }
    }
  }

  private void byNumber(BookRow row, Set<String> ids) throws IOException {
    for (Identifier number : row.identifiers()) {
      if (number.kind().joins()) {
        add(store.byIdentifier(number), ids);
      }
    }
  }

  private void byTitle(BookRow row, Set<String> ids) throws IOException {
    List<String> keys = TitleKey.of(row.names());
    String title = TitleKeys.of(row.names());
    if (keys.isEmpty() || title.isEmpty()) {
      return;
    }
    for (BookRecord record : store.byTitle(title, MOST)) {
      if (TitleKey.of(record.row().names()).stream().anyMatch(keys::contains)) {
        ids.add(record.workId());
      }
    }
  }

  /** A work that says another title and other authors has it by mistake. */
  private void add(List<BookRecord> records, Set<String> ids) {
    for (BookRecord record : records) {
      Likeness other = Likeness.of(record.row().names());
      boolean agrees =
          work.members().stream()
              .map(member -> Likeness.of(member.row().names()))
              .anyMatch(own -> !own.hasTitle() || !other.hasTitle() || Likeness.agree(own, other));
      if (agrees) {
        ids.add(record.workId());
      }
    }
  }
}
