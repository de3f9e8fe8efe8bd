package dev.bookplate.books;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookRow;
import java.util.Comparator;
import java.util.List;

/**
 * A work with all that a catalogue says of it.
 *
 * @param work put together from the records
 * @param members its records, by number
 */
public record CataloguedWork(Work work, List<Member> members) {
  /**
   * A record of the work.
   *
   * @param number of the record
   * @param edition number of the edition that it was merged to: the same for records of one
   *     edition, and of this catalogue's present state only
   * @param row what its source says
   * @param text the edition that it stands for where the catalogue holds a text, else null
   */
  public record Member(int number, int edition, BookRow row, CataloguedEdition text) {}

  /** Its editions of which the catalogue holds the text, by file. */
  public List<Edition> texts() {
    return members.stream()
        .filter(member -> member.text() != null)
        .map(member -> member.text().edition())
        .sorted(Comparator.comparing(Edition::source).thenComparing(Edition::id))
        .toList();
  }

  /** Whether the catalogue holds a text of it. */
  public boolean hasText() {
    return members.stream().anyMatch(member -> member.text() != null);
  }
}
