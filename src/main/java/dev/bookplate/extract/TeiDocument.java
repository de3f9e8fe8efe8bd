package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import dev.bookplate.extract.page.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A text of the Text Encoding Initiative (TEI P3 to P5), or a corpus of them: front, body and back
 * as the source has them, so what an editor put right is left out. Notes, and what stands around a
 * page, come after the text that they would interrupt.
 */
final class TeiDocument {
  private static final Pattern START = Pattern.compile("<([\\w.-]+:)?tei(corpus)?(\\.2)?[\\s>]");
  private static final Pattern END =
      Pattern.compile("</([\\w.-]+:)?(?i:TEI|teiCorpus|TEI\\.2)\\s*>\\s*(<!--.*-->\\s*)*\\z");
  private static final int WHERE_IT_ENDS = 1024;
  private static final int LONGEST_TITLE = 80;

  private static final Style STYLE =
      Style.of(
          "ab argument back body byline castitem castlist cell closer dateline div div1 div2 div3"
              + " div4 div5 div6 div7 docauthor docdate docimprint docedition doctitle epigraph"
              + " figure front fw group head imprimatur item l label lb lg list note opener p"
              + " postscript q quote row salute signed sp speaker stage table text titlepage"
              + " titlepart trailer",
          "teiheader figdesc facsimile standoff");

  /** Beside what the source has: what an editor put in its place. */
  private static final List<String> EDITORS = List.of("corr", "reg", "expan");

  private final MarkedText text = new MarkedText();
  private int texts;
  private String section = "text";
  private String page = "";

  private TeiDocument() {}

  /** Whether a file that starts so, in small letters, is one. */
  static boolean isStart(String lowerCaseStart) {
    String start = lowerCaseStart.stripLeading();
    return start.startsWith("<") && !start.startsWith("<html") && START.matcher(start).find();
  }

  static Extracted of(byte[] bytes) throws ExtractionException, IOException {
    int from = Math.max(0, bytes.length - WHERE_IT_ENDS);
    String end = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    if (!END.matcher(end.replace("\0", "")).find()) {
      throw new ExtractionException(
          Reason.CORRUPT, "a TEI document that is cut off: its end is missing; get the file anew");
    }
    Document document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
    document.getAllElements().forEach(e -> e.tagName(EpubBook.localName(e)));
    return new TeiDocument().read(document);
  }

  private Extracted read(Document document) {
    Extracted.Metadata metadata = TeiHeader.metadata(document);
    document.select("choice").forEach(TeiDocument::leaveSource);
    document.select("lb[break=no]").remove(); // the word goes on
    List<Element> notes = document.select("text note");
    notes.forEach(Element::remove);
    List<Element> around = document.select("text fw");
    around.forEach(Element::remove);
    Markup.append(document, STYLE, this::part, text);
    append("notes", notes);
    append("running heads", around);
    return new Extracted(
        text.text(),
        Extractor.OURS + FileKind.TEI.label(),
        FileKind.TEI.label(),
        metadata,
        text.places(),
        List.of());
  }

  private static void leaveSource(Element choice) {
    boolean said = choice.children().stream().anyMatch(e -> !EDITORS.contains(e.normalName()));
    if (said) {
      List.copyOf(choice.children()).stream()
          .filter(e -> EDITORS.contains(e.normalName()))
          .forEach(Element::remove);
    }
  }

  private void append(String name, List<Element> elements) {
    if (!elements.isEmpty()) {
      text.mark(name);
      elements.forEach(e -> Markup.append(e, STYLE, inside -> null, text));
    }
  }

  /** A chapter, or a page of one. */
  private String part(Element element) {
    switch (element.normalName()) {
      case "text" -> {
        texts++;
        section = texts == 1 ? "text" : "text " + texts;
        page = "";
      }
      case "front", "body", "back" ->
          section = (texts > 1 ? "text " + texts + ", " : "") + element.normalName();
      case "pb" -> page = element.attr("n").isBlank() ? "" : ", page " + element.attr("n").strip();
      case "div", "div1", "div2" -> {
        String title = title(element);
        if (title == null) {
          return null;
        }
        section = title;
      }
      default -> {
        return null;
      }
    }
    return section + page;
  }

  private static String title(Element division) {
    Element head = division.selectFirst("> head");
    String named = head == null ? "" : head.text().strip();
    return named.isEmpty() || named.length() > LONGEST_TITLE ? null : "section " + named;
  }
}
