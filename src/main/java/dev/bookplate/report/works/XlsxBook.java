package dev.bookplate.report.works;

import dev.bookplate.evidence.CsvCell;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A book of sheets as XLSX, of rows that go to the disk as they come. The same rows give the same
 * bytes.
 *
 * <p>Texts are texts for the spreadsheet, also when somebody edits them: what would begin a formula
 * stands in a cell that is marked as quoted. What a sheet cannot hold is escaped as in CSV, a text
 * that is longer than a cell is cut and ends in a mark that says so, and rows beyond what a sheet
 * holds go on to another.
 */
final class XlsxBook implements Closeable {
  private static final int ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
  private static final int CHARACTERS = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final int IN_MEMORY = 100;
  private static final String CUT = " … (cut: the CSV has all of it)";

  /** What a reader of the format would take for a character by its number. */
  private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** What a spreadsheet takes for a formula, a command or an apostrophe that it eats. */
  private static final String QUOTED = "=+-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final SXSSFWorkbook book = new SXSSFWorkbook(null, IN_MEMORY, true, false);
  private final CellStyle head = book.createCellStyle();
  private final CellStyle quoted = book.createCellStyle();

  XlsxBook() {
    Font bold = book.createFont();
    bold.setBold(true);
    head.setFont(bold);
    quoted.setQuotePrefixed(true);
  }

  /** A sheet of the book, with a first row that stays in sight. */
  Sheet sheet(String name, List<String> columns) {
    return new Rows(name, columns);
  }

  private final class Rows implements Sheet {
    private final String name;
    private final List<String> columns;
    private SXSSFSheet sheet;
    private int next = ROWS;
    private int parts;

    Rows(String name, List<String> columns) {
      this.name = name;
      this.columns = columns;
      begin();
    }

    private void begin() {
      parts++;
      sheet = book.createSheet(parts == 1 ? name : name + " " + parts);
      sheet.createFreezePane(0, 1);
      Row row = sheet.createRow(0);
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = row.createCell(i);
        cell.setCellValue(columns.get(i));
        cell.setCellStyle(head);
        sheet.setColumnWidth(i, 256 * Math.min(40, columns.get(i).length() + 4));
      }
      next = 1;
    }

    @Override
    public void row(List<?> cells) {
      if (next == ROWS) {
        begin();
      }
      Row row = sheet.createRow(next++);
      for (int i = 0; i < cells.size(); i++) {
        fill(row, i, cells.get(i));
      }
    }

    private void fill(Row row, int column, Object value) {
      switch (value) {
        case null -> {}
        case Number number -> row.createCell(column).setCellValue(number.doubleValue());
        case Boolean truth -> row.createCell(column).setCellValue(truth ? "Y" : "N");
        case List<?> list ->
            text(
                row,
                column,
                list.stream()
                    .map(part -> CsvCell.escaped((String) part, true))
                    .collect(Collectors.joining("; ")));
        case String text -> text(row, column, CsvCell.escaped(text, false));
        default -> throw new IllegalArgumentException("no cell can hold a " + value.getClass());
      }
    }

    private void text(Row row, int column, String text) {
      if (text.isEmpty()) {
        return;
      }
      Cell cell = row.createCell(column);
      cell.setCellValue(fitting(LIKE_ESCAPE.matcher(text).replaceAll("_x005F_")));
      if (QUOTED.indexOf(text.charAt(0)) >= 0) {
        cell.setCellStyle(quoted);
      }
    }

    @Override
    public void close() {}
  }

  private static String fitting(String text) {
    if (text.length() <= CHARACTERS) {
      return text;
    }
    int end = CHARACTERS - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  /** Writes the book. */
  void write(Path file) throws IOException {
    PackageProperties properties =
        book.getXSSFWorkbook().getProperties().getCoreProperties().getUnderlyingProperties();
    properties.setCreatorProperty("bookplate");
    properties.setCreatedProperty(Optional.of(Date.from(Instant.EPOCH)));
    properties.setModifiedProperty(Optional.of(Date.from(Instant.EPOCH)));
    Path timed = file.resolveSibling("." + file.getFileName() + ".timed");
    try {
      try (OutputStream out = Files.newOutputStream(timed)) {
        book.write(out);
      }
      withoutTimes(timed, file);
    } finally {
      Files.deleteIfExists(timed);
    }
  }

  /** Packs a file again without the hour at which its parts were made. */
  private static void withoutTimes(Path from, Path to) throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      for (ZipEntry part : Collections.list(in.entries())) {
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        out.putNextEntry(same);
        try (InputStream bytes = in.getInputStream(part)) {
          bytes.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
