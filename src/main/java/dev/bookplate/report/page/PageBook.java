package dev.bookplate.report.page;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * One PDF that is written from its first page to its last. Text flows down; nothing is drawn
 * outside of the margins. The same calls give the same bytes.
 */
public final class PageBook implements Closeable {
  private static final PDRectangle PAPER = PDRectangle.LETTER;
  private static final float MARGIN = 54;
  private static final float BOTTOM = 62;
  private static final float WIDTH = PAPER.getWidth() - 2 * MARGIN;
  private static final float SIZE = 9;
  private static final float LEADING = 12.5f;
  private static final float SMALL = 7.5f;
  private static final float LABEL = 96;
  private static final float NUMBERS = 20;
  private static final float GUTTER = 14;
  private static final float BOLDER = 0.028f;

  private final PDDocument document = new PDDocument();
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final List<PDOutlineItem> nesting = new ArrayList<>();
  private final Faces faces;
  private final Typesetter typesetter;
  private final Stamp stamp;
  private PDPageContentStream page;
  private Look ink;
  private float y;
  private int pages;
  private int line;

  /** Begins a document, with no page. Fonts are in one document at a time. */
  public PageBook(Faces faces, Stamp stamp) {
    this.faces = faces;
    this.stamp = stamp;
    typesetter = new Typesetter(faces);
    faces.leave();
    document.getDocumentCatalog().setDocumentOutline(outline);
    document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
  }

  /**
   * What the file says of itself.
   *
   * @param time that it bears
   * @param id that tells this document from others
   */
  public void describe(String title, String producer, Instant time, long id) {
    PDDocumentInformation facts = document.getDocumentInformation();
    facts.setTitle(new Words(title, Look.PLAIN).text());
    facts.setProducer(new Words(producer, Look.PLAIN).text());
    GregorianCalendar calendar =
        new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    calendar.setTimeInMillis(time.toEpochMilli());
    facts.setCreationDate(calendar);
    document.setDocumentId(id);
    document.getDocumentCatalog().setLanguage("en");
  }

  /** Pages so far. */
  public int pages() {
    return pages;
  }

  /** What follows stands on a new page. */
  public void newPage() throws IOException {
    endPage();
    PDPage next = new PDPage(PAPER);
    document.addPage(next);
    page = new PDPageContentStream(document, next);
    ink = null;
    y = PAPER.getHeight() - MARGIN;
    line = 0;
    pages++;
    float low = BOTTOM - 26;
    stamped(stamp.head(), PAPER.getHeight() - MARGIN + 12, 0);
    stamped(stamp.designation(), low, 0);
    stamped(stamp.numbers().of(pages - 1), low, 1);
  }

  private void stamped(String text, float at, float side) throws IOException {
    if (text == null || text.isEmpty()) {
      return;
    }
    Look look = at > BOTTOM ? Look.FAINT : Look.BOLD;
    List<TextLine> lines = typesetter.lines(List.of(new Words(text, look)), WIDTH / 2 / SIZE);
    for (int i = 0; i < lines.size() && i < 2; i++) {
      draw(lines.get(i), MARGIN + side * (WIDTH - lines.get(i).width() * SIZE), at - i * 10, SIZE);
    }
  }

  private void endPage() throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
  }

  /**
   * Names the place that follows.
   *
   * @param level from 0; under the last of the level above
   */
  public void bookmark(String title, int level) {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(document.getPage(pages - 1));
    place.setTop((int) Math.min(PAPER.getHeight(), y + 2 * LEADING));
    place.setLeft(0);
    place.setZoom(0);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(new Words(title, Look.PLAIN).text());
    item.setDestination(place);
    while (nesting.size() > level) {
      nesting.removeLast();
    }
    if (nesting.isEmpty()) {
      outline.addLast(item);
    } else {
      nesting.getLast().addLast(item);
    }
    nesting.add(item);
  }

  /** A heading that does not stand alone at the end of a page. */
  public void heading(String text, float size) throws IOException {
    need(3 * LEADING + size);
    y -= size * 0.8f;
    for (TextLine each : typesetter.lines(List.of(new Words(text, Look.BOLD)), WIDTH / size)) {
      need(size * 1.3f);
      y -= size * 1.3f;
      draw(each, MARGIN, y, size);
    }
    y -= 4;
  }

  /** A paragraph. */
  public void paragraph(List<Words> words) throws IOException {
    for (TextLine each : typesetter.lines(words, WIDTH / SIZE)) {
      next();
      draw(each, MARGIN + right(each, WIDTH), y, SIZE);
    }
    y -= LEADING / 2;
  }

  /** A label and what it says; what is not known has no line. */
  public void fact(String label, String value) throws IOException {
    if (value == null || value.isEmpty()) {
      return;
    }
    float room = WIDTH - LABEL;
    List<TextLine> labels =
        typesetter.lines(List.of(new Words(label, Look.FAINT)), (LABEL - 6) / SIZE);
    List<TextLine> lines = typesetter.lines(Words.plain(value), room / SIZE);
    for (int i = 0; i < Math.max(lines.size(), labels.size()); i++) {
      next();
      if (i < labels.size()) {
        draw(labels.get(i), MARGIN, y, SIZE);
      }
      if (i < lines.size()) {
        draw(lines.get(i), MARGIN + LABEL, y, SIZE);
      }
    }
  }

  /** Space before what follows. */
  public void space() {
    y -= LEADING * 0.7f;
  }

  /**
   * A row of cells.
   *
   * @param shares of the width that each has
   */
  public void row(List<List<Words>> cells, float... shares) throws IOException {
    List<List<TextLine>> columns = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < cells.size(); i++) {
      columns.add(typesetter.lines(cells.get(i), (shares[i] * WIDTH - 6) / SIZE));
      height = Math.max(height, columns.get(i).size());
    }
    for (int i = 0; i < height; i++) {
      next();
      float x = MARGIN;
      for (int k = 0; k < columns.size(); k++) {
        if (i < columns.get(k).size()) {
          TextLine cell = columns.get(k).get(i);
          draw(cell, x + right(cell, shares[k] * WIDTH - 6), y, SIZE);
        }
        x += shares[k] * WIDTH;
      }
    }
    y -= 3;
  }

  /** What stands over the sides of a passage. It bears no number, and is not left alone. */
  public void sideHeads(String left, String right) throws IOException {
    need(3 * LEADING);
    next();
    float room = (WIDTH - NUMBERS - GUTTER) / 2;
    side(left, MARGIN + NUMBERS);
    side(right, MARGIN + NUMBERS + room + GUTTER);
    y -= 2;
  }

  private void side(String head, float x) throws IOException {
    for (TextLine each : typesetter.lines(List.of(new Words(head, Look.BOLD)), WIDTH)) {
      draw(each, x, y, SIZE);
    }
  }

  /** Both sides of a passage beside each other. Lines are numbered from 1 on each page. */
  public void sides(List<Words> left, List<Words> right) throws IOException {
    float room = (WIDTH - NUMBERS - GUTTER) / 2;
    List<TextLine> one = typesetter.lines(left, room / SIZE);
    List<TextLine> other = typesetter.lines(right, room / SIZE);
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      next();
      line++;
      List<Words> number = List.of(new Words(Integer.toString(line), Look.FAINT));
      draw(typesetter.lines(number, NUMBERS).getFirst(), MARGIN, y, SMALL);
      if (i < one.size()) {
        draw(one.get(i), MARGIN + NUMBERS + right(one.get(i), room), y, SIZE);
      }
      if (i < other.size()) {
        float x = MARGIN + NUMBERS + room + GUTTER;
        draw(other.get(i), x + right(other.get(i), room), y, SIZE);
      }
    }
    y -= LEADING / 2;
  }

  private static float right(TextLine each, float room) {
    return each.fromRight() ? room - each.width() * SIZE : 0;
  }

  private void next() throws IOException {
    need(LEADING);
    y -= LEADING;
  }

  private void need(float height) throws IOException {
    if (y - height < BOTTOM) {
      newPage();
    }
  }

  private void draw(TextLine text, float x, float at, float size) throws IOException {
    for (TextLine.Piece piece : text.pieces()) {
      ink(piece.look());
      page.beginText();
      page.setFont(piece.face().in(document), size);
      if (piece.look() == Look.BOLD) {
        page.setRenderingMode(RenderingMode.FILL_STROKE);
        page.setLineWidth(size * BOLDER);
      } else {
        page.setRenderingMode(RenderingMode.FILL);
      }
      page.newLineAtOffset(x + piece.x() * size, at);
      page.showText(piece.text());
      page.endText();
      rule(piece, x, at, size);
    }
  }

  private void ink(Look look) throws IOException {
    if (ink != look) {
      page.setNonStrokingColor(look.red, look.green, look.blue);
      page.setStrokingColor(look.red, look.green, look.blue);
      ink = look;
    }
  }

  /** The line under, or through, what differs. */
  private void rule(TextLine.Piece piece, float x, float at, float size) throws IOException {
    float height =
        switch (piece.look()) {
          case DOCUMENT_ONLY -> -0.16f;
          case EDITION_ONLY -> 0.27f;
          case PLAIN, BOLD, FAINT -> 0;
        };
    if (height != 0 && piece.width() > 0) {
      float from = x + piece.x() * size;
      page.setLineWidth(size * 0.07f);
      page.moveTo(from, at + height * size);
      page.lineTo(from + piece.width() * size, at + height * size);
      page.stroke();
    }
  }

  /** Ends the document and writes it. */
  public void write(Path file) throws IOException {
    endPage();
    document.save(file.toFile());
  }

  @Override
  public void close() throws IOException {
    endPage();
    document.close();
  }
}
