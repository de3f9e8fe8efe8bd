package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.exhibit.ExhibitLog;
import dev.bookplate.report.exhibit.ExhibitPlan;
import dev.bookplate.report.exhibit.ExhibitWriter;
import dev.bookplate.report.exhibit.SheetRow;
import dev.bookplate.report.load.BatesNumbers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExhibitTest {
  private static final String ARABIC = "\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645";
  private static final String HEBREW = "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD";
  private static final int MARGIN = 54;

  @TempDir Path temp;

  private static ExhibitPlan plan(Redaction redaction, int pages) {
    BatesNumbers numbers = new BatesNumbers("BKPL-EX", 6, 41);
    return new ExhibitPlan(numbers, "HIGHLY CONFIDENTIAL", redaction, List.of(), pages);
  }

  private Path write(String name, SampleRun run, ExhibitPlan plan) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    ExhibitWriter.write(run.in(temp.resolve(name + "-run")), plan, folder);
    return folder;
  }

  private static Path pdf(Path folder) {
    return folder.resolve("exhibit-001.pdf");
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** A run whose first passage has these quotations. */
  private static SampleRun quoting(String quote, String refQuote) throws IOException {
    SampleRun run = SampleFindings.run(2, 1, true);
    List<FindingLine> findings = new ArrayList<>(run.findings());
    ObjectNode tree = RunJson.tree(findings.get(0)).deepCopy();
    ObjectNode passage = (ObjectNode) tree.get("passages").get(0);
    passage.put("quote", quote).put("refQuote", refQuote).putArray("edits");
    findings.set(0, RunJson.read(tree.toString(), FindingLine.class));
    return new SampleRun(findings, run.works(), run.copies(), run.unread(), run.manifest());
  }

  @Test
  void everyPageBearsItsNumberAndDesignationAndTheIndexNamesIt() throws Exception {
    Path folder = write("stamped", SampleFindings.run(12, 4, true), plan(null, 2500));
    try (PDDocument document = Loader.loadPDF(pdf(folder).toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(document);
        assertTrue(text.contains("BKPL-EX%06d".formatted(40 + page)), text);
        assertTrue(text.contains("HIGHLY CONFIDENTIAL"), text);
      }
      try (Stream<SheetRow> rows =
          new CsvTable<>(SheetRow.class).read(folder.resolve(ExhibitLog.INDEX))) {
        List<SheetRow> all = rows.toList();
        assertEquals(12, all.size());
        for (SheetRow row : all) {
          assertEquals("BKPL-EX%06d".formatted(40 + row.firstPage()), row.begBates());
          stripper.setStartPage(row.firstPage());
          stripper.setEndPage(row.firstPage());
          assertTrue(stripper.getText(document).contains(row.findingId()));
        }
        assertEquals(document.getNumberOfPages(), all.get(11).lastPage());
      }
    }
  }

  @Test
  void bookmarksLeadThroughIt() throws Exception {
    Path folder = write("marks", SampleFindings.run(6, 2, true), plan(null, 2500));
    try (PDDocument document = Loader.loadPDF(pdf(folder).toFile())) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
      }
      assertEquals(
          List.of("Cover", "Method and guarantee", "Measured error", "Works"),
          titles.subList(0, 4));
      assertTrue(titles.get(4).startsWith("Document: training-set/"), titles.get(4));
    }
  }

  @Test
  void nothingIsDrawnOutsideOfTheMargins() throws Exception {
    String wide = "W".repeat(900) + " " + "\u0639".repeat(700) + " " + HEBREW.repeat(40);
    assertBlankMargins(write("wide", quoting(wide, "m" + wide), plan(null, 2500)));
  }

  @Test
  void hostileTextStaysInsideAndDoesNotAct() throws Exception {
    Path folder = write("hostile", HostileRun.make(), plan(null, 2500));
    assertBlankMargins(folder);
    try (PDDocument document = Loader.loadPDF(pdf(folder).toFile())) {
      for (var page : document.getPages()) {
        assertEquals(List.of(), page.getAnnotations());
      }
      assertEquals(null, document.getDocumentCatalog().getOpenAction());
      assertEquals(null, document.getDocumentCatalog().getNames());
    }
    // what would reorder stands by its number, and markup is letters
    String text = flat(text(pdf(folder)));
    assertTrue(text.contains("\\u{202E}"), "by number");
    assertTrue(text.contains("<script>alert(1)</script>"), "as letters");
  }

  private static void assertBlankMargins(Path folder) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(folder).toFile())) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        assertBlankMargins(renderer.renderImageWithDPI(page, 72), page);
      }
    }
  }

  private static void assertBlankMargins(BufferedImage image, int page) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean inside =
            x >= MARGIN - 2
                && x < image.getWidth() - MARGIN + 2
                && y >= 24
                && y < image.getHeight() - 8;
        if (!inside && (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
          throw new AssertionError("page " + page + " has ink at " + x + ", " + y);
        }
      }
    }
  }

  /** Letters of a script, as they stand from left to right in the document's column. */
  private static String drawn(Path pdf, UnicodeScript script) throws IOException {
    List<TextPosition> all = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            if (UnicodeScript.of(text.getUnicode().codePointAt(0)) == script) {
              all.add(text);
            }
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      stripper.getText(document);
    }
    return all.stream()
        .filter(position -> position.getX() < 310)
        .sorted(Comparator.comparingDouble(TextPosition::getX))
        .map(TextPosition::getUnicode)
        .collect(Collectors.joining());
  }

  @Test
  void arabicAndHebrewAreShapedAndInOrder() throws Exception {
    Path both = write("right", quoting(HEBREW + " " + ARABIC, HEBREW), plan(null, 2500));
    String letters = HEBREW.replace(" ", "");
    assertEquals(
        new StringBuilder(letters).reverse().toString(), drawn(pdf(both), UnicodeScript.HEBREW));
    // the lam with its alef is one; that the forms are right, TypesetterTest says
    String drawn = drawn(pdf(both), UnicodeScript.ARABIC);
    assertEquals(ARABIC.replace(" ", "").length() - 1, drawn.length());
    String read = Normalizer.normalize(new StringBuilder(drawn).reverse(), Normalizer.Form.NFKC);
    // fonts have one glyph for both yehs
    assertEquals(ARABIC.replace(" ", ""), read.replace('\u06CC', '\u064A'));
  }

  @Test
  void chineseJapaneseAndKoreanAreDrawn() throws Exception {
    String quote = "\u543E\u8F29\u306F\u732B\u3067\u3042\u308B\u3002";
    Path folder =
        write("east", quoting(quote, "\u5927\u6C5F\u6771\u53BB \uD55C\uAE00"), plan(null, 2500));
    String drawn = text(pdf(folder));
    assertTrue(drawn.contains(quote), drawn);
    assertTrue(drawn.contains("\u5927\u6C5F\u6771\u53BB \uD55C\uAE00"), drawn);
  }

  @Test
  void allFontsAreEmbedded() throws Exception {
    Path folder = write("fonts", quoting(ARABIC, HEBREW), plan(null, 2500));
    try (PDDocument document = Loader.loadPDF(pdf(folder).toFile())) {
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
        }
      }
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() throws Exception {
    SampleRun run = SampleFindings.run(9, 3, true);
    Path one = write("same", run, plan(null, 2500));
    Path other = Files.createDirectories(temp.resolve("again"));
    ExhibitWriter.write(RunReader.open(temp.resolve("same-run")), plan(null, 2500), other);
    for (String name : List.of("exhibit-001.pdf", ExhibitLog.INDEX, ExhibitLog.FILE)) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(name)), Files.readAllBytes(other.resolve(name)), name);
    }
  }

  @Test
  void numbersGoOnOverFiles() throws Exception {
    Path folder = write("parts", SampleFindings.run(20, 4, true), plan(null, 9));
    ExhibitLog log =
        RunJson.read(Files.readString(folder.resolve(ExhibitLog.FILE)), ExhibitLog.class);
    assertTrue(log.files().size() > 3, log.toString());
    long next = 41;
    for (ExhibitLog.LoggedFile file : log.files()) {
      Path path = folder.resolve(file.path());
      assertEquals(file.sha256(), Digests.of(path).sha256());
      if (file.firstNumber() != null) {
        assertEquals("BKPL-EX%06d".formatted(next), file.firstNumber());
        try (PDDocument document = Loader.loadPDF(path.toFile())) {
          next += document.getNumberOfPages();
        }
      }
    }
    assertEquals(41 + log.pages(), next);
  }

  @Test
  void redactionLeavesDigestsAndNoText() throws Exception {
    SampleRun run = SampleFindings.run(5, 2, true);
    FindingLine.PassageLine passage = run.findings().get(0).passages().get(0);
    String[] words = passage.quote().split("\\s+", -1);
    String start = String.join(" ", List.of(words).subList(0, 3));
    String longer = String.join(" ", List.of(words).subList(0, 5));
    String whole = flat(text(pdf(write("whole", run, plan(null, 2500)))));
    assertTrue(whole.contains(flat(longer)));

    String none = flat(text(pdf(write("none", run, plan(Redaction.ALL, 2500)))));
    assertFalse(none.contains(flat(start)));
    assertTrue(none.contains(Digests.sha256(passage.quote())));

    String three = flat(text(pdf(write("three", run, plan(new Redaction(3), 2500)))));
    assertTrue(three.contains(flat(start)));
    assertFalse(three.contains(flat(longer)));
    assertTrue(three.contains(Digests.sha256(passage.quote())));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }
}
