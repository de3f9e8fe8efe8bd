package dev.bookplate.catalogue.rows;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** Rows of an XML document, one an element that the kind of document picks; counted from 0. */
final class XmlReader implements RowReader {
  /** What a kind of document makes of its elements. */
  interface Kind {
    /**
     * Looks at an element that has just begun; {@link XmlRecords#element} takes it as a record.
     *
     * @param place of the record, if it is one
     * @return null if it is none
     */
    RowOutcome at(String name, XmlRecords xml, RowPlace place)
        throws IOException, XMLStreamException;

    /** Why a document without any record is none of this kind. */
    String nothing();
  }

  private final XmlRecords xml;
  private final String source;
  private final Kind kind;
  private long row;
  private boolean isDone;

  XmlReader(XmlRecords xml, String source, Kind kind) {
    this.xml = xml;
    this.source = source;
    this.kind = kind;
  }

  @Override
  public RowOutcome next() throws IOException {
    if (isDone) {
      return null;
    }
    RowPlace place = new RowPlace(source, null, row);
    try {
      for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
        RowOutcome outcome = kind.at(name, xml, place);
        if (outcome != null) {
          row++;
          return outcome;
        }
      }
    } catch (XMLStreamException e) {
      isDone = true;
      return new RowOutcome.Rejected(place, XmlRecords.problem(e));
    }
    isDone = true;
    return row > 0 ? null : new RowOutcome.Rejected(place, kind.nothing());
  }

  /** A record that was too large to be kept. */
  static RowOutcome tooLarge(RowPlace place) {
    return new RowOutcome.Rejected(place, "This record is larger than any book's is: 16 MiB.");
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
