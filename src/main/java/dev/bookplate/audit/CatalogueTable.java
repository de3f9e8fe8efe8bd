package dev.bookplate.audit;

import dev.bookplate.books.WorkSheet;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.Standing;
import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.RunJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Writes all that a catalogue says of works as one file, a work at a time; whole or not at all. */
public final class CatalogueTable {
  private CatalogueTable() {}

  /**
   * A record with the work that it was merged to. The columns are named so that they are known
   * again where the table is added to a catalogue.
   *
   * @param work id of the work
   * @param edition of the work, from 1
   * @param rights of the work, by its rule
   */
  public record Line(
      String work,
      Integer edition,
      String id,
      String title,
      String subtitle,
      List<String> author,
      String series,
      String publisher,
      Integer year,
      String language,
      List<String> isbn,
      List<String> asin,
      List<String> oclc,
      List<String> lccn,
      List<String> doi,
      List<String> registration,
      List<String> renewal,
      String file,
      String extension,
      Long size,
      String md5,
      String sha1,
      String sha256,
      String crc32,
      String ed2k,
      String holder,
      String rights,
      String rightsJurisdiction,
      String rightsRule,
      String rightsAsOf,
      String permission,
      List<String> notes,
      String source,
      String part,
      long row,
      String asOf) {}

  /** A row for each record: RFC 4180, and nothing in it can act on a spreadsheet. */
  public static void csv(CatalogueWorks works, Path file) throws IOException {
    write(
        file,
        out -> {
          try (CsvTable.Rows<Line> rows = new CsvTable<>(Line.class).write(out)) {
            works.forEach(
                work -> {
                  WorkSheet sheet = WorkSheet.of(work);
                  sheet.records().forEach(record -> rows.add(line(sheet.work(), record)));
                });
          }
        });
  }

  /** One array with an object for each work, a line each. */
  public static void json(CatalogueWorks works, Path file) throws IOException {
    write(
        file,
        out -> {
          String[] before = {"[\n"};
          works.forEach(
              work -> {
                out.write(before[0] + RunJson.line(WorkSheet.of(work)));
                before[0] = ",\n";
              });
          out.write(before[0].startsWith("[") ? "[]\n" : "\n]\n");
        });
  }

  private interface Content {
    void to(Writer out) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
        content.to(out);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Line line(Work work, WorkSheet.SourceRecord record) {
    BookRow row = record.row();
    BookNames names = row.names();
    FileFacts file = row.file();
    Rights rights = work.rights() == null ? Rights.UNKNOWN : work.rights();
    return new Line(
        work.id(),
        record.edition(),
        row.key(),
        names.title(),
        names.subtitle(),
        names.authors(),
        names.series(),
        names.publisher(),
        names.year(),
        names.language(),
        numbers(row, Identifier.Kind.ISBN),
        numbers(row, Identifier.Kind.ASIN),
        numbers(row, Identifier.Kind.OCLC),
        numbers(row, Identifier.Kind.LCCN),
        numbers(row, Identifier.Kind.DOI),
        registrations(row),
        renewals(row),
        file.name(),
        file.extension(),
        file.size() < 0 ? null : file.size(),
        file.digests().get(FileFacts.Digest.MD5),
        file.digests().get(FileFacts.Digest.SHA1),
        file.digests().get(FileFacts.Digest.SHA256),
        file.digests().get(FileFacts.Digest.CRC32),
        file.digests().get(FileFacts.Digest.ED2K),
        row.standing().holder(),
        rights.status().label(),
        rights.jurisdiction(),
        rights.rule(),
        rights.asOf(),
        work.permission(),
        row.standing().notes(),
        row.place().source(),
        row.place().part(),
        row.place().row(),
        row.asOf());
  }

  private static List<String> numbers(BookRow row, Identifier.Kind kind) {
    return row.identifiers().stream()
        .filter(each -> each.kind() == kind)
        .map(Identifier::value)
        .toList();
  }

  private static List<String> registrations(BookRow row) {
    return Stream.concat(
            numbers(row, Identifier.Kind.REGISTRATION).stream(),
            row.standing().registrations().stream()
                .filter(each -> each.renews() == null)
                .map(Standing.Registration::number))
        .distinct()
        .toList();
  }

  private static List<String> renewals(BookRow row) {
    return row.standing().registrations().stream()
        .filter(each -> each.renews() != null)
        .map(Standing.Registration::number)
        .toList();
  }
}
