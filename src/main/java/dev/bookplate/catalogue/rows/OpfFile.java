package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;

/** Package files of e-books (OPF 2 and 3), and those that Calibre keeps beside its books. */
public final class OpfFile implements RowFormat {
  private static final Set<String> UNREAD = Set.of("spine", "guide", "bindings");

  @Override
  public String label() {
    return "opf";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.contains("<package") && head.contains("idpf.org/2007/opf")
        || (name.endsWith(".opf") && head.contains("<"));
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new XmlReader(
        new XmlRecords(bytes.open(), UnaryOperator.identity(), UNREAD), name, new PackageFile());
  }

  private static final class PackageFile implements XmlReader.Kind {
    @Override
    public RowOutcome at(String name, XmlRecords xml, RowPlace place)
        throws IOException, XMLStreamException {
      if (!name.equals("metadata")) {
        return null;
      }
      XmlElement metadata = xml.element();
      return metadata == null ? XmlReader.tooLarge(place) : row(metadata, place);
    }

    @Override
    public String nothing() {
      return "This package file holds no metadata.";
    }
  }

  private static RowOutcome row(XmlElement metadata, RowPlace place) {
    // the older form has its elements one level below
    XmlElement old = metadata.at("dc-metadata");
    XmlElement dc = old.children().isEmpty() ? metadata : old;
    RowBuilder book = new RowBuilder(place);
    List<String> authors = new ArrayList<>();
    for (XmlElement each : dc.all("creator")) {
      String role = role(each, metadata);
      if (each.text() != null && (role == null || role.equals("aut"))) {
        authors.add(each.text());
      } else if (each.text() != null) {
        book.note("contributor", role + " " + each.text());
      }
    }
    String id = null;
    for (XmlElement each : dc.all("identifier")) {
      id = id == null ? each.text() : id;
      identifier(each, book.numbers);
    }
    book.key("opf", id == null ? place.source() : id);
    String date = date(dc);
    book.names(
        new BookNames(
            dc.text("title"),
            null,
            authors,
            Written.series(
                meta(metadata, "calibre:series"), volume(meta(metadata, "calibre:series_index"))),
            dc.text("publisher"),
            year(date),
            dc.text("language")));
    book.note("rights", dc.text("rights")).note("source", dc.text("source"));
    return book.asOf(Written.day(meta(metadata, "calibre:timestamp"))).outcome();
  }

  /** The role that is said in an attribute, or in a refinement as EPUB 3 does it; or null. */
  private static String role(XmlElement person, XmlElement metadata) {
    String id = person.attribute("id");
    if (person.attribute("role") != null || id == null) {
      return person.attribute("role");
    }
    for (XmlElement each : metadata.all("meta")) {
      if (("#" + id).equals(each.attribute("refines"))
          && "role".equals(each.attribute("property"))) {
        return each.text();
      }
    }
    return null;
  }

  private static void identifier(XmlElement each, FoundNumbers numbers) {
    String value = each.text();
    if (value == null) {
      return;
    }
    String scheme = each.attribute("scheme");
    String kind = (scheme == null ? "" : scheme).toLowerCase(Locale.ROOT);
    int colon = value.indexOf(':');
    if (kind.isEmpty() && colon > 0 && !value.startsWith("urn:")) {
      kind = value.substring(0, colon).toLowerCase(Locale.ROOT);
    }
    BookIds.add(kind, value, numbers);
  }

  /** Of publication, where several are given. */
  private static String date(XmlElement dc) {
    for (XmlElement each : dc.all("date")) {
      if ("publication".equals(each.attribute("event"))) {
        return each.text();
      }
    }
    return dc.text("date");
  }

  /** Calibre writes year 101 where it knows none. */
  private static Integer year(String date) {
    return date == null || date.startsWith("01") ? null : Written.year(date);
  }

  private static String meta(XmlElement metadata, String name) {
    for (XmlElement each : metadata.all("meta")) {
      if (name.equals(each.attribute("name"))) {
        return Written.text(each.attribute("content"));
      }
    }
    return null;
  }

  static String volume(String index) {
    return index == null ? null : index.replaceFirst("\\.0+$", "");
  }
}
