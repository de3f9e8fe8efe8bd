package dev.bookplate.books;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.titles.TitleKeys;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The renewals among the records of a catalogue. */
final class HeldRenewals implements RenewalSource {
  private static final int MONTHS = 12;

  /** Records of one title that are looked at. */
  private static final int MOST = 200;

  private final BookStore store;

  HeldRenewals(BookStore store) {
    this.store = store;
  }

  @Override
  public boolean covers(int year) {
    Map<String, Long> months = store.facts().renewals();
    for (int month = 1; month <= MONTHS; month++) {
      if (!months.containsKey(String.format(Locale.ROOT, "%04d-%02d", year, month))) {
        return false;
      }
    }
    return true;
  }

  /** By the main title alone: authors are written in too many ways for nothing to follow. */
  @Override
  public boolean mayHave(BookNames names) throws IOException {
    String title = TitleKeys.of(names);
    if (!BookTerms.isTitle(title)) {
      return true;
    }
    List<BookRecord> records = store.byTitle(title, MOST);
    return records.size() == MOST
        || records.stream().map(BookRecord::row).anyMatch(HeldRenewals::isRenewed);
  }

  /** Whether a row names a renewal. */
  static boolean isRenewed(BookRow row) {
    return row.standing().registrations().stream().anyMatch(each -> each.renews() != null);
  }
}
