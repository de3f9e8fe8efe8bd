package dev.bookplate.cli;

import dev.bookplate.books.CataloguedWork;
import dev.bookplate.books.Disagreement;
import dev.bookplate.books.RecordJoin;
import dev.bookplate.books.WorkSheet;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Standing;
import dev.bookplate.report.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** One work of a catalogue, for people. */
final class WorkPage {
  private final FactSheet sheet = new FactSheet();

  WorkPage(CataloguedWork catalogued, List<RecordJoin> merges) {
    WorkSheet all = WorkSheet.of(catalogued);
    work(all.work());
    all.editions().forEach(this::edition);
    all.records().stream().filter(each -> each.text() == null).forEach(this::record);
    if (!all.disagreements().isEmpty()) {
      sheet.head("Records disagree");
      all.disagreements().forEach(this::disagreement);
    }
    merges(merges.stream().filter(m -> m.outcome().isMerge()).toList(), "Merged because of");
    merges(merges.stream().filter(m -> !m.outcome().isMerge()).toList(), "Not merged");
  }

  List<String> lines() {
    return sheet.lines();
  }

  private void work(Work work) {
    sheet.head(work.title());
    sheet.fact("Id", work.id());
    sheet.fact("Authors", String.join("; ", work.authors()));
    sheet.fact("Publisher", work.publisher());
    sheet.fact("Year", work.year());
    sheet.fact("ISBN", String.join(", ", work.isbns()));
    sheet.fact("ASIN", work.asin());
    sheet.fact("Holder", work.holder());
    sheet.fact("Registered", list(work.registrations()));
    sheet.fact("Rights", work.rights() == null ? null : rights(work.rights()));
    sheet.fact("Permission", work.permission());
  }

  /** {@code public-domain in US, by us-published-95-years-ago, as of 2026-11-29}. */
  static String rights(Rights rights) {
    return rights.status().label()
        + (rights.jurisdiction() == null ? "" : " in " + rights.jurisdiction())
        + (rights.rule() == null ? "" : ", by " + rights.rule())
        + (rights.asOf() == null ? "" : ", as of " + rights.asOf());
  }

  private void edition(Edition edition) {
    sheet.head("Edition " + edition.id());
    sheet.fact("Source", edition.source());
    sheet.fact("Size", Figures.bytes(edition.size()));
    sheet.fact("SHA-256", edition.sha256());
    sheet.fact("MD5", edition.md5());
    sheet.fact("Text", Figures.count(edition.words(), "word", "words"));
    sheet.fact("Text SHA-256", edition.textSha256());
    sheet.fact("Language", edition.language());
    sheet.fact("Extractor", edition.extractor());
  }

  private void record(WorkSheet.SourceRecord record) {
    BookRow row = record.row();
    sheet.head("Record " + record.number() + ": " + row.key());
    sheet.fact("Source", row.place());
    sheet.fact("As of", row.asOf() == null ? "not said" : row.asOf());
    sheet.fact("Edition", record.edition() + " of the work's records");
    names(row.names());
    sheet.fact(
        "Numbers",
        row.identifiers().stream().map(Object::toString).collect(Collectors.joining(", ")));
    FileFacts file = row.file();
    sheet.fact("File", file.name());
    sheet.fact("Size", file.size() < 0 ? null : Figures.bytes(file.size()));
    file.digests().forEach((kind, hex) -> sheet.fact(kind.label(), hex));
    standing(row.standing());
  }

  private void names(BookNames names) {
    sheet.fact("Title", names.title());
    sheet.fact("Subtitle", names.subtitle());
    sheet.fact("Authors", String.join("; ", names.authors()));
    sheet.fact("Series", names.series());
    sheet.fact("Publisher", names.publisher());
    sheet.fact("Year", names.year());
    sheet.fact("Language", names.language());
  }

  private void standing(Standing standing) {
    sheet.fact("Holder", standing.holder());
    for (Standing.Registration each : standing.registrations()) {
      sheet.fact(
          each.renews() == null ? "Registered" : "Renewed",
          each.number()
              + (each.date() == null ? "" : ", " + each.date())
              + (each.renews() == null ? "" : ", of " + each.renews())
              + (each.isGroup() ? ", a group" : ""));
    }
    if (standing.rights().status() != Rights.Status.UNKNOWN) {
      sheet.fact("Rights", rights(standing.rights()));
    }
    sheet.fact("Notes", String.join("; ", standing.notes()));
  }

  private void disagreement(Disagreement disagreement) {
    String label = disagreement.about();
    for (Disagreement.Said said : disagreement.said()) {
      sheet.fact(
          label,
          said.value()
              + " ("
              + said.records().stream().map(n -> "record " + n).collect(Collectors.joining(", "))
              + ")");
      label = "";
    }
  }

  private void merges(List<RecordJoin> merges, String head) {
    if (!merges.isEmpty()) {
      sheet.head(head);
      merges.forEach(merge -> sheet.fact(merge.by().label(), MergeLine.pair(merge)));
    }
  }

  private static String list(List<String> list) {
    return list == null ? null : String.join(", ", list);
  }
}
