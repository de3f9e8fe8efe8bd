package dev.bookplate.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.ChecksumList;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowReader;
import dev.bookplate.evidence.ReceivedList;
import dev.bookplate.extract.Source;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the list of digests that came with a corpus. */
public final class ReceivedHashes {
  private static final List<String> PATHS = List.of("path", "file", "filename", "name", "filepath");
  private static final List<String> SIZES = List.of("size", "bytes", "filesize");
  private static final List<String> DIGESTS = List.of("md5", "sha1", "sha256");

  private final List<ReceivedList.Entry> entries = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  private ReceivedHashes() {}

  /**
   * Reads lines of checksum programs, or CSV with a header.
   *
   * @throws CatalogueException if it names no file with a digest
   */
  public static ReceivedList read(Path file) throws IOException {
    ReceivedHashes list = new ReceivedHashes();
    if (!list.csv(file)) {
      list.lines(file);
    }
    if (list.entries.isEmpty()) {
      throw new CatalogueException(
          file
              + " names no file with a digest: give lines of md5sum, sha1sum or sha256sum, or CSV"
              + " with columns path and md5, sha1 or sha256");
    }
    return new ReceivedList(
        file.getFileName().toString(),
        Digests.of(file).sha256(),
        List.copyOf(list.entries),
        List.copyOf(list.unread));
  }

  private void lines(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (RowReader reader = new ChecksumList().open(new Source.OfFile(file), name)) {
      for (RowOutcome outcome = reader.next(); outcome != null; outcome = reader.next()) {
        switch (outcome) {
          case RowOutcome.Read read -> entry(read.row());
          case RowOutcome.Rejected no -> unread.add(no.place() + ": " + no.reason());
        }
      }
    }
  }

  private void entry(BookRow row) {
    Map<String, String> digests = new LinkedHashMap<>();
    row.file().digests().forEach((kind, hex) -> digests.put(kind.label(), hex));
    entries.add(new ReceivedList.Entry(row.file().name(), row.file().size(), digests));
  }

  /** Whether the file is CSV with columns that tell enough. */
  private boolean csv(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      Iterator<CsvRecord> rows = csv.iterator();
      List<String> header =
          rows.hasNext()
              ? rows.next().getFields().stream().map(ReceivedHashes::plain).toList()
              : List.of();
      int path = first(header, PATHS);
      if (path < 0 || first(header, DIGESTS) < 0) {
        return false;
      }
      while (rows.hasNext()) {
        row(rows.next(), header, path);
      }
      return true;
    } catch (CsvParseException e) {
      if (entries.isEmpty()) {
        return false;
      }
      unread.add("The rest of the list: " + e.getMessage());
      return true;
    }
  }

  private void row(CsvRecord row, List<String> header, int path) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
      String cell = row.getField(i).strip().toLowerCase(Locale.ROOT);
      if (DIGESTS.contains(header.get(i)) && cell.matches("[0-9a-f]{32,64}")) {
        digests.put(header.get(i), cell);
      }
    }
    if (row.getFieldCount() <= path || row.getField(path).isBlank() || digests.isEmpty()) {
      unread.add("line " + row.getStartingLineNumber() + ": it names no file with a digest");
      return;
    }
    int size = first(header, SIZES);
    String bytes = size < 0 || size >= row.getFieldCount() ? "" : row.getField(size).strip();
    entries.add(
        new ReceivedList.Entry(
            row.getField(path),
            bytes.matches("[0-9]{1,18}") ? Long.parseLong(bytes) : -1,
            digests));
  }

  private static int first(List<String> header, List<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** {@code SHA-256 Hash} is sha256. */
  private static String plain(String column) {
    return column
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "")
        .replaceAll("(hash|sum|digest)$", "");
  }
}
