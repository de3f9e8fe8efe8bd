package dev.bookplate.books;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * A work of which a catalogue without records holds texts.
   *
   * @param texts at least one; the last one's work holds what all of them said
   */
  public static CataloguedWork ofTexts(List<CataloguedEdition> texts) {
    List<Member> members = new ArrayList<>();
    for (CataloguedEdition text : texts) {
      members.add(new Member(members.size(), members.size(), TextRow.of(text), text));
    }
    return new CataloguedWork(texts.getLast().work(), members);
  }

  /** How many editions its records are of: each text is one, and what is merged without a text. */
  public int editions() {
    Map<Integer, Integer> texts = new HashMap<>();
    members.forEach(
        member -> texts.merge(member.edition(), member.text() == null ? 0 : 1, Integer::sum));
    return texts.values().stream().mapToInt(count -> Math.max(1, count)).sum();
  }

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
