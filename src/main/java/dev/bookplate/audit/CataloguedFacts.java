package dev.bookplate.audit;

import dev.bookplate.books.BookRecord;
import dev.bookplate.books.BookSource;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.ReportedDigest;
import dev.bookplate.catalogue.rows.Standing;
import dev.bookplate.criteria.DateRange;
import dev.bookplate.criteria.KnownWork;
import dev.bookplate.criteria.KnownWorks;
import dev.bookplate.criteria.Registration;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the records of catalogues say of registrations and dates of publication, which a run does
 * not hold. Where records name several, publication may be on any day from the first to the last of
 * them.
 */
public final class CataloguedFacts implements KnownWorks, Closeable {
  /** Begins the note of a row that knows more of the date than its year. */
  private static final String PUBLISHED = "published: ";

  private final Map<String, BookStore> stores = new HashMap<>();

  private CataloguedFacts() {}

  /**
   * Opens the records of the catalogues that a run was made with.
   *
   * @throws CatalogueException if the run was not made with one of them
   */
  public static CataloguedFacts open(RecordedPlan recorded, RecordedPlan.AtHand at)
      throws IOException {
    List<String> others = recorded.others(at);
    if (!others.isEmpty()) {
      throw new CatalogueException(
          "the run was not made with " + others.getFirst() + ": name the catalogue of the run");
    }
    AuditPlan plan = recorded.plan(List.of(), at);
    LocalDate day = plan.heldOn() == null ? null : LocalDate.parse(plan.heldOn());
    CataloguedFacts facts = new CataloguedFacts();
    try {
      for (AuditPlan.CatalogueRef ref : plan.catalogues()) {
        BookSource source = CatalogueFolder.bookSource(ref);
        if (source != null) {
          facts.stores.put(ref.name(), BookStore.open(source, day));
        }
      }
      return facts;
    } catch (IOException | RuntimeException e) {
      facts.close();
      throw e;
    }
  }

  @Override
  public KnownWork of(String catalogue, String workId) throws IOException {
    BookStore store = stores.get(catalogue);
    Optional<CataloguedWork> work = store == null ? Optional.empty() : store.work(workId);
    return work.map(CataloguedFacts::known).orElse(KnownWork.NONE);
  }

  private static KnownWork known(CataloguedWork work) {
    List<BookRow> rows = work.members().stream().map(CataloguedWork.Member::row).toList();
    List<Registration> registrations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, String> said = new LinkedHashMap<>();
    for (BookRow row : rows) {
      for (Standing.Registration each : row.standing().registrations()) {
        // a renewal is none of the registrations that rules ask for
        if (each.renews() == null && seen.add(each.number() + "/" + each.date())) {
          registrations.add(registration(each, row.standing().holder()));
        }
      }
      if (row.names().language() != null) {
        said.putIfAbsent("language", row.names().language());
      }
    }
    return new KnownWork(published(rows), List.copyOf(registrations), false, false, said);
  }

  /**
   * From the earliest day that a record may mean to the latest; a year says nothing more where
   * another record names a day, or a month, of it.
   */
  private static DateRange published(List<BookRow> rows) {
    List<DateRange> all =
        rows.stream().map(CataloguedFacts::published).filter(Objects::nonNull).toList();
    DateRange published = null;
    for (DateRange each : all) {
      if (all.stream().noneMatch(other -> isWithin(other, each))) {
        published = published == null ? each : together(published, each);
      }
    }
    return published;
  }

  private static boolean isWithin(DateRange one, DateRange other) {
    return !one.equals(other)
        && !one.first().isBefore(other.first())
        && !one.last().isAfter(other.last());
  }

  private static DateRange together(DateRange one, DateRange other) {
    return new DateRange(
        one.first().isBefore(other.first()) ? one.first() : other.first(),
        one.last().isAfter(other.last()) ? one.last() : other.last());
  }

  /** As the record has it; where that is no date, its year; or null. */
  private static DateRange published(BookRow row) {
    Integer year = row.names().year();
    DateRange published = null;
    for (String note : row.standing().notes()) {
      if (note.startsWith(PUBLISHED)) {
        published = dateOrNull(note.substring(PUBLISHED.length()));
      }
    }
    boolean isYear = year != null && year >= 1000 && year <= 2999;
    return published == null && isYear ? DateRange.ofYear(year) : published;
  }

  /** Null for what is no date, as if the record had none. */
  private static DateRange dateOrNull(String text) {
    try {
      return text == null ? null : DateRange.parse(text);
    } catch (IllegalArgumentException notADate) {
      return null;
    }
  }

  /**
   * The MD5s that the library reports of the file of a row, each once: the row's own, and that of
   * other records under its key. They need not be the file's.
   *
   * @param row as findings tell it
   */
  public List<String> reportedMd5(String catalogue, String workId, String row) throws IOException {
    BookStore store = stores.get(catalogue);
    Optional<CataloguedWork> work = store == null ? Optional.empty() : store.work(workId);
    Set<String> reported = new LinkedHashSet<>();
    for (CataloguedWork.Member member : work.map(CataloguedWork::members).orElse(List.of())) {
      if (BookRecord.told(catalogue, member.row()).equals(row)) {
        add(reported, member.row());
        for (BookRecord other : store.byKey(member.row().key())) {
          add(reported, other.row());
        }
      }
    }
    return List.copyOf(reported);
  }

  private static void add(Set<String> reported, BookRow row) {
    String md5 = ReportedDigest.md5(row);
    if (md5 != null) {
      reported.add(md5);
    }
  }

  private static Registration registration(Standing.Registration each, String holder) {
    Boolean isGroup = each.isGroup() ? Boolean.TRUE : null;
    return new Registration(
        each.number(), each.asPrinted(), dateOrNull(each.date()), isGroup, null, holder);
  }

  @Override
  public void close() throws IOException {
    for (BookStore store : stores.values()) {
      store.close();
    }
  }
}
