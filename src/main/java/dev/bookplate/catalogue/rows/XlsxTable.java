package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.Optional;

/** Spreadsheets (.xlsx, .xlsm), each sheet a table; rows are streamed, and only texts are kept. */
public final class XlsxTable implements RowFormat {
  private static final String ZIP = "PK\u0003\u0004";

  /** Binary workbooks of before 2007, and all encrypted ones. */
  private static final String OLE = "\u00D0\u00CF\u0011\u00E0";

  private final ColumnChoice choice;

  /** With guessed columns. */
  public XlsxTable() {
    this(ColumnChoice.NONE);
  }

  private XlsxTable(ColumnChoice choice) {
    this.choice = choice;
  }

  @Override
  public String label() {
    return "xlsx";
  }

  @Override
  public boolean recognises(String head, String name) {
    boolean isNamed = name.endsWith(".xlsx") || name.endsWith(".xlsm");
    return (head.startsWith(ZIP) && (isNamed || head.contains("xl/workbook.xml")))
        || (head.startsWith(OLE) && (isNamed || name.endsWith(".xls")));
  }

  @Override
  public Optional<RowFormat> with(ColumnChoice columns) {
    return Optional.of(new XlsxTable(columns));
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new TableReader(new XlsxRows(bytes), name, choice);
  }
}
