package dev.bookplate.books;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a catalogue says of a work, for people and programs.
 *
 * @param work put together from the records
 * @param editions of which the catalogue holds the text
 * @param records what each source says, by number
 * @param disagreements what they say differently
 */
public record WorkSheet(
    Work work,
    List<Edition> editions,
    List<SourceRecord> records,
    List<Disagreement> disagreements) {
  /**
   * What one source says.
   *
   * @param number of the record in its catalogue
   * @param edition from 1 in the order of the work's records: the same for records of one edition
   * @param text the edition that it stands for where the catalogue holds a text, else null
   * @param row the record, with its place and date
   */
  public record SourceRecord(int number, int edition, String text, BookRow row) {}

  /** Of a work. */
  public static WorkSheet of(CataloguedWork work) {
    Map<Integer, Integer> editions = new LinkedHashMap<>();
    List<SourceRecord> records = new ArrayList<>();
    for (CataloguedWork.Member member : work.members()) {
      editions.putIfAbsent(member.edition(), editions.size() + 1);
      records.add(
          new SourceRecord(
              member.number(),
              editions.get(member.edition()),
              member.text() == null ? null : member.text().edition().id(),
              member.row()));
    }
    return new WorkSheet(work.work(), work.texts(), records, Disagreement.of(work));
  }
}
