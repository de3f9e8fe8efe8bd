package dev.bookplate.catalogue.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What the sheets of a workbook share.
 *
 * @param sheets in order
 * @param texts that cells name by number
 * @param dateBase days that the workbook's zero lies behind the usual one
 */
record XlsxBook(List<Sheet> sheets, List<String> texts, int dateBase) {
  /** Characters of shared texts that are kept. */
  private static final long MOST_TEXT = 1L << 27;

  /** The zero of workbooks of old Macintoshes lies four years and a day later. */
  private static final int MACINTOSH = 1462;

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";

  /** A sheet: its name, and its place in the archive. */
  record Sheet(String name, String path) {}

  static XlsxBook of(ZipFile zip) throws IOException, XMLStreamException {
    Map<String, String> targets = targets(zip);
    List<Sheet> sheets = new ArrayList<>();
    int base = 0;
    try (XmlRecords xml = records(zip, WORKBOOK)) {
      for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
        if (name.equals("workbookpr")) {
          String old = xml.attribute("date1904");
          base = "1".equals(old) || "true".equals(old) ? MACINTOSH : 0;
        } else if (name.equals("sheet")) {
          String target = targets.get(xml.attribute("id"));
          // charts are sheets too, and have no rows
          if (target != null && target.contains("worksheets/")) {
            sheets.add(new Sheet(xml.attribute("name"), target));
          }
        }
      }
    }
    return new XlsxBook(sheets, texts(zip), base);
  }

  private static XmlRecords records(ZipFile zip, String path) throws IOException {
    return new XmlRecords(
        XlsxRows.entry(zip, path), UnaryOperator.identity(), Set.of("rph", "phoneticpr"));
  }

  private static Map<String, String> targets(ZipFile zip) throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    try (XmlRecords xml = records(zip, "xl/_rels/workbook.xml.rels")) {
      for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
        String target = xml.attribute("target");
        if (name.equals("relationship") && target != null) {
          targets.put(
              xml.attribute("id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    }
    return targets;
  }

  private static List<String> texts(ZipFile zip) throws IOException, XMLStreamException {
    List<String> texts = new ArrayList<>();
    if (zip.getEntry(TEXTS) == null) {
      return texts;
    }
    long room = MOST_TEXT;
    try (XmlRecords xml = records(zip, TEXTS)) {
      for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
        if (name.equals("si")) {
          XmlElement item = xml.element();
          String text = item == null ? "" : rich(item);
          // an object and a reference each
          room -= text.length() + 48L;
          if (room < 0) {
            throw new TableRows.BrokenTableException(
                "This workbook's texts are larger than 128 MiB: save it as .csv.");
          }
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** A text, or the runs of one. */
  private static String rich(XmlElement item) {
    StringBuilder text = new StringBuilder();
    for (XmlElement child : item.children()) {
      if (child.name().equals("t")) {
        text.append(child.rawText());
      } else if (child.name().equals("r")) {
        text.append(child.at("t").rawText());
      }
    }
    return text.toString();
  }

  /** What a cell shows, but for the forms of numbers; empty for an error. */
  String text(XmlElement cell) {
    String type = cell.attribute("t");
    String value = cell.at("v").rawText();
    return switch (type == null ? "n" : type) {
      case "s" -> shared(value.strip());
      case "inlineStr" -> rich(cell.at("is"));
      case "e" -> "";
      default -> value;
    };
  }

  private String shared(String index) {
    boolean isNumber = index.matches("[0-9]{1,9}");
    int at = isNumber ? Integer.parseInt(index) : -1;
    return at >= 0 && at < texts.size() ? texts.get(at) : "";
  }
}
