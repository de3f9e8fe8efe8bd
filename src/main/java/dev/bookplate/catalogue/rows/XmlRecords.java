package dev.bookplate.catalogue.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML document of records. Document types are passed over and declare nothing, so
 * that no entity is expanded and nothing outside is fetched; one record at a time is kept.
 */
final class XmlRecords implements Closeable {
  /** Characters of a record that are kept. */
  private static final int MOST_TEXT = 1 << 24;

  private static final int MOST_ELEMENTS = 1 << 18;
  private static final int DEEPEST = 64;

  /** Bytes between two events: a comment or an attribute may be long, but not so long. */
  private static final long MOST_BYTES = 1L << 26;

  private final RecordBytes bytes;
  private final UnaryOperator<String> naming;
  private final Set<String> unread;
  private XMLStreamReader reader;
  private int room;
  private int elements;

  /**
   * A reader.
   *
   * @param naming what an element of a local name in lower case is to be called
   * @param unread elements whose content is passed over
   */
  XmlRecords(InputStream in, UnaryOperator<String> naming, Set<String> unread) {
    bytes = new RecordBytes(in, MOST_BYTES);
    this.naming = naming;
    this.unread = unread;
  }

  /**
   * On to the next element that begins, whatever it is in; its name, or null at the end.
   *
   * @throws XMLStreamException if the document is none from here on
   */
  String nextStart() throws IOException, XMLStreamException {
    try {
      while (event() != XMLStreamConstants.END_DOCUMENT) {
        if (reader.isStartElement()) {
          return name();
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw orItsCause(e);
    }
  }

  /** The value of an attribute of the element that has just begun, or null. */
  String attribute(String local) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT).equals(local)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The namespace of the element that has just begun, or an empty string. */
  String namespace() {
    String namespace = reader.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /**
   * The element that has just begun, up to its end; null if it is larger than a record may be.
   *
   * @throws XMLStreamException if the document is none from here on
   */
  XmlElement element() throws IOException, XMLStreamException {
    room = MOST_TEXT;
    elements = 0;
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement root = begin();
    open.push(root);
    try {
      while (!open.isEmpty()) {
        step(open);
      }
    } catch (XMLStreamException e) {
      throw orItsCause(e);
    }
    return room < 0 || elements > MOST_ELEMENTS ? null : root;
  }

  private void step(Deque<XmlElement> open) throws XMLStreamException {
    switch (event()) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (unread.contains(name()) || open.size() >= DEEPEST || elements > MOST_ELEMENTS) {
          over();
        } else {
          XmlElement child = begin();
          open.peek().add(child);
          open.push(child);
        }
      }
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        room -= reader.getTextLength();
        if (room >= 0) {
          open.peek().add(reader.getText());
        }
      }
      case XMLStreamConstants.ENTITY_REFERENCE ->
          // declared nowhere that is read: kept as it is written
          open.peek().add("&" + reader.getLocalName() + ";");
      default -> {}
    }
  }

  private XmlElement begin() {
    elements++;
    XmlElement element = new XmlElement(name());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String value = reader.getAttributeValue(i);
      room -= value.length();
      element.attribute(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT), value);
    }
    return element;
  }

  private void over() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = event();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private int event() throws XMLStreamException {
    if (reader == null) {
      reader = factory().createXMLStreamReader(bytes);
    }
    int event = reader.next();
    bytes.begin();
    return event;
  }

  private String name() {
    return naming.apply(reader.getLocalName().toLowerCase(Locale.ROOT));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** What could not be read is not broken XML. */
  private static XMLStreamException orItsCause(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof IOException cause
        && !(cause instanceof RecordBytes.TooLongException)
        && !(cause instanceof java.io.CharConversionException)) {
      throw cause;
    }
    return e;
  }

  /** Where and why a document is broken, as a sentence. */
  static String problem(XMLStreamException e) {
    String why =
        e.getNestedException() instanceof RecordBytes.TooLongException
            ? e.getNestedException().getMessage()
            : String.valueOf(e.getMessage()).replaceAll("(?s).*Message: |\\s+", " ").strip();
    String where =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNumber()
                + ", column "
                + e.getLocation().getColumnNumber();
    return "This XML is broken"
        + where
        + ": "
        + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why)
        + "; nothing could be read from there on.";
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
