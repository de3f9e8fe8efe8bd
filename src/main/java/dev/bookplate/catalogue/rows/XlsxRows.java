package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Rows of all sheets of a workbook, in its order. */
final class XlsxRows implements TableRows {
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** More columns than any list of books has. */
  private static final int MOST_COLUMNS = 1024;

  private final Source source;
  private XlsxBook book;
  private Iterator<XlsxBook.Sheet> sheets;
  private ZipFile zip;
  private XmlRecords sheet;
  private String part;
  private long number = -1;

  XlsxRows(Source source) {
    this.source = source;
  }

  @Override
  public List<String> next() throws IOException {
    if (zip == null) {
      open();
    }
    try {
      while (sheet != null || sheets.hasNext()) {
        if (sheet == null) {
          enter(sheets.next());
        }
        List<String> row = row();
        if (row != null) {
          return row;
        }
        sheet.close();
        sheet = null;
      }
      return null;
    } catch (XMLStreamException e) {
      throw new BrokenTableException(where() + XmlRecords.problem(e));
    } catch (ZipException e) {
      throw new BrokenTableException(where() + "This workbook is damaged: " + e.getMessage() + ".");
    }
  }

  private String where() {
    return part == null ? "" : "In " + part + ": ";
  }

  private void open() throws IOException {
    if (Arrays.equals(source.head(4), OLE)) {
      throw new BrokenTableException(
          "This workbook is encrypted, or in the format of before 2007: save it as .xlsx or .csv"
              + " without a password.");
    }
    try {
      zip = ZipFile.builder().setSeekableByteChannel(source.channel()).get();
      book = XlsxBook.of(zip);
      sheets = book.sheets().iterator();
    } catch (XMLStreamException e) {
      throw new BrokenTableException(XmlRecords.problem(e));
    } catch (BrokenTableException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokenTableException("This workbook cannot be opened: " + e.getMessage() + ".");
    }
  }

  private void enter(XlsxBook.Sheet next) throws IOException {
    part = "sheet " + next.name();
    number = -1;
    sheet = new XmlRecords(entry(zip, next.path()), UnaryOperator.identity(), Set.of());
  }

  static InputStream entry(ZipFile zip, String path) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new BrokenTableException("This workbook has no " + path + ": it is damaged.");
    }
    return zip.getInputStream(entry);
  }

  private List<String> row() throws IOException, XMLStreamException {
    for (String name = sheet.nextStart(); name != null; name = sheet.nextStart()) {
      if (name.equals("row")) {
        String printed = sheet.attribute("r");
        boolean isNumber = printed != null && printed.matches("[1-9][0-9]{0,8}");
        number = isNumber ? Long.parseLong(printed) - 1 : number + 1;
        XmlElement row = sheet.element();
        if (row == null) {
          throw new BrokenTableException(where() + "Row " + number + " is larger than 16 MiB.");
        }
        List<String> cells = cells(row);
        if (!cells.stream().allMatch(String::isBlank)) {
          return cells;
        }
      }
    }
    return null;
  }

  private List<String> cells(XmlElement row) {
    List<String> cells = new ArrayList<>();
    for (XmlElement cell : row.all("c")) {
      int column = column(cell.attribute("r"), cells.size());
      while (cells.size() <= column && column < MOST_COLUMNS) {
        cells.add("");
      }
      if (column < MOST_COLUMNS) {
        cells.set(column, book.text(cell));
      }
    }
    return cells;
  }

  /** Of {@code AB12} 27; a cell without a reference stands behind the last one. */
  private static int column(String reference, int next) {
    int column = 0;
    int at = 0;
    while (reference != null && at < reference.length() && at < 4) {
      int letter = reference.charAt(at) - 'A';
      if (letter < 0 || letter > 25) {
        break;
      }
      column = column * 26 + letter + 1;
      at++;
    }
    return at == 0 ? next : column - 1;
  }

  @Override
  public String part() {
    return part;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public int dateBase() {
    return book == null ? 0 : book.dateBase();
  }

  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.close();
    }
    if (zip != null) {
      zip.close();
    }
  }
}
