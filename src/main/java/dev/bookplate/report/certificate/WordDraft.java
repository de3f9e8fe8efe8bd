package dev.bookplate.report.certificate;

import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** A draft as DOCX. Text from outside stands in it as text: no field, link or macro is made. */
final class WordDraft {
  private static final int TITLE = 16;
  private static final int SECTION = 12;
  private static final int TEXT = 10;
  private static final int CELL = 9;

  /** Inside the margins, in twentieths of a point. */
  private static final int WIDTH = 9000;

  private WordDraft() {}

  /**
   * Writes one.
   *
   * @param time that the file bears
   */
  static void write(Draft draft, Instant time, Path file) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      describe(document, time);
      XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
      XWPFParagraph mark = header.createParagraph();
      mark.setAlignment(ParagraphAlignment.CENTER);
      String designation = draft.designation() == null ? "" : " · " + draft.designation();
      run(mark, Draft.MARK + designation, TEXT, true);
      for (Draft.Block block : draft.blocks()) {
        add(document, block);
      }
      document.write(out);
    }
  }

  private static void describe(XWPFDocument document, Instant time) {
    POIXMLProperties.CoreProperties facts = document.getProperties().getCoreProperties();
    facts.setCreator("bookplate");
    facts.setCreated(Optional.of(Date.from(time)));
    facts.setModified(Optional.of(Date.from(time)));
  }

  private static void add(XWPFDocument document, Draft.Block block) {
    switch (block) {
      case Draft.Block.Heading heading -> {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(heading.level() == 1 ? 0 : 240);
        paragraph.setKeepNext(true);
        run(paragraph, heading.text(), heading.level() == 1 ? TITLE : SECTION, true);
      }
      case Draft.Block.Paragraph paragraph -> run(spaced(document), paragraph.text(), TEXT, false);
      case Draft.Block.Item item -> {
        XWPFParagraph paragraph = spaced(document);
        paragraph.setIndentationLeft(360);
        paragraph.setIndentationHanging(200);
        run(paragraph, "• " + item.text(), TEXT, false);
      }
      case Draft.Block.Blank blank -> {
        XWPFParagraph paragraph = spaced(document);
        run(paragraph, blank.label() + ": ", TEXT, true);
        run(paragraph, "_".repeat(30), TEXT, false);
      }
      case Draft.Block.Table table -> table(document, table);
    }
  }

  private static XWPFParagraph spaced(XWPFDocument document) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(120);
    return paragraph;
  }

  private static void table(XWPFDocument document, Draft.Block.Table table) {
    int columns = table.head().size();
    XWPFTable made = document.createTable(table.rows().size() + 1, columns);
    made.setWidth(WIDTH);
    row(made, 0, table.head(), true);
    for (int i = 0; i < table.rows().size(); i++) {
      row(made, i + 1, table.rows().get(i), false);
    }
    document.createParagraph();
  }

  private static void row(XWPFTable table, int number, List<String> cells, boolean bold) {
    for (int i = 0; i < cells.size(); i++) {
      XWPFTableCell cell = table.getRow(number).getCell(i);
      run(cell.getParagraphs().getFirst(), cells.get(i), CELL, bold);
    }
  }

  private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
    XWPFRun run = paragraph.createRun();
    run.setText(VisibleText.oneLine(text == null ? "" : text));
    run.setFontSize(size);
    run.setBold(bold);
  }
}
