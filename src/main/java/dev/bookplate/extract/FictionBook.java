package dev.bookplate.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** FictionBook 2: one XML file. Tika gives its text without what it says of itself. */
final class FictionBook {
  private static final int WHERE_IT_ENDS = 256;
  private static final int LONGEST_TITLE = 80;

  private int sections;

  private FictionBook() {}

  static Extracted of(byte[] bytes) throws ExtractionException, IOException {
    if (!isWhole(bytes)) {
      throw new ExtractionException(
          ExtractionException.Reason.CORRUPT,
          "a FictionBook that is cut off: its end is missing; get the file anew");
    }
    Document book = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
    MarkedText text = new MarkedText();
    Markup.append(book, new FictionBook()::part, text);
    return new Extracted(
        text.text(),
        Extractor.OURS + FileKind.FB2.label(),
        FileKind.FB2.label(),
        metadata(book),
        text.places(),
        List.of());
  }

  /** The sections of the first body are counted; other bodies, as of notes, have names. */
  private String part(Element element) {
    Element parent = element.parent();
    if (element.normalName().equals("body")) {
      String name = element.attr("name");
      return name.isBlank() ? "start" : name.strip();
    }
    boolean outer = parent != null && parent.normalName().equals("body");
    if (!element.normalName().equals("section") || !outer || !parent.attr("name").isBlank()) {
      return null;
    }
    sections++;
    Element title = element.selectFirst("> title");
    String named = title == null ? "" : title.text().strip();
    boolean told = !named.isEmpty() && named.length() <= LONGEST_TITLE;
    return "section " + sections + (told ? " (" + named + ")" : "");
  }

  /** In UTF-16 there is a zero beside every letter. */
  private static boolean isWhole(byte[] bytes) {
    int from = Math.max(0, bytes.length - WHERE_IT_ENDS);
    String end = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    return end.replace("\0", "").stripTrailing().endsWith("FictionBook>");
  }

  private static Extracted.Metadata metadata(Document book) {
    return new Extracted.Metadata(
        first(book, "title-info > book-title"),
        book.select("title-info > author").stream().map(FictionBook::name).toList(),
        book.select("publish-info > isbn, document-info > id").eachText(),
        first(book, "title-info > lang"),
        first(book, "publish-info > publisher"),
        first(book, "title-info > date"),
        null,
        new Stamps(statements(book), List.of()));
  }

  private static List<Stamps.Statement> statements(Document book) {
    return List.of("program-used", "src-url", "src-ocr", "author").stream()
        .flatMap(name -> Stamps.all(name, book.select("document-info > " + name).eachText()))
        .toList();
  }

  private static String first(Document book, String query) {
    return book.select(query).eachText().stream().findFirst().orElse(null);
  }

  private static String name(Element author) {
    return List.of("first-name", "middle-name", "last-name", "nickname").stream()
        .map(part -> author.selectFirst(part))
        .filter(Objects::nonNull)
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }
}
