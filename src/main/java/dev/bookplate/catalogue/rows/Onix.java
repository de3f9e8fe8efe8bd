package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * ONIX for Books 3.0 and 3.1, with reference names and with short tags: what publishers say of
 * their products, one row a product. Blurbs, prices and supply are passed over.
 */
public final class Onix implements RowFormat {
  private static final Set<String> UNREAD =
      Set.of("collateraldetail", "contentdetail", "productsupply", "promotiondetail", "subject");

  @Override
  public String label() {
    return "onix";
  }

  @Override
  public boolean recognises(String head, String name) {
    String ascii = head.replace("\0", "");
    return ascii.contains("<ONIXMessage") || ascii.contains("<ONIXmessage");
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new XmlReader(
        new XmlRecords(bytes.open(), OnixTags::reference, UNREAD), name, new Message());
  }

  /** One message: its header has the date of all products that have none themselves. */
  private static final class Message implements XmlReader.Kind {
    private String sent;
    private boolean isOld;

    @Override
    public RowOutcome at(String name, XmlRecords xml, RowPlace place)
        throws IOException, XMLStreamException {
      switch (name) {
        case "onixmessage" -> {
          String release = xml.attribute("release");
          isOld = release == null ? !xml.namespace().contains("/3.") : !release.startsWith("3.");
        }
        case "sentdatetime" -> sent = OnixDates.iso(xml.element().text());
        case "product" -> {
          XmlElement product = xml.element();
          return product == null ? XmlReader.tooLarge(place) : row(product, place);
        }
        default -> {}
      }
      return null;
    }

    private RowOutcome row(XmlElement product, RowPlace place) {
      // a release that is not said may still be one of 3.x
      if (isOld && product.at("descriptivedetail").children().isEmpty()) {
        return new RowOutcome.Rejected(
            place, "This product is of ONIX 2.1 or earlier; ask for 3.0 or 3.1.");
      }
      return OnixProduct.row(product, place, sent);
    }

    @Override
    public String nothing() {
      return "This ONIX message holds no product.";
    }
  }
}
