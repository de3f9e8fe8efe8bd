package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;

/** MARCXML: a record, a collection of them, or what an OAI-PMH server answers. */
public final class MarcXml implements RowFormat {
  private static final Set<String> TYPES =
      Set.of("Bibliographic", "Authority", "Holdings", "Classification", "Community");

  @Override
  public String label() {
    return "marcxml";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.contains("www.loc.gov/MARC21/slim")
        || (head.contains("<record") && head.contains("<leader>"))
        || (head.contains("<collection") && head.contains("<datafield"));
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new XmlReader(
        new XmlRecords(bytes.open(), UnaryOperator.identity(), Set.of()), name, new Records());
  }

  private static final class Records implements XmlReader.Kind {
    @Override
    public RowOutcome at(String name, XmlRecords xml, RowPlace place)
        throws IOException, XMLStreamException {
      boolean isRecord =
          name.equals("record") && !xml.namespace().contains("openarchives.org/OAI/2.0");
      if (!isRecord) {
        return null;
      }
      XmlElement element = xml.element();
      return element == null ? XmlReader.tooLarge(place) : MarcRow.of(record(element), place);
    }

    @Override
    public String nothing() {
      return "This MARCXML holds no record.";
    }
  }

  private static MarcRecord record(XmlElement element) {
    List<String> defects = new ArrayList<>();
    List<MarcField> fields = new ArrayList<>();
    String type = element.attribute("type");
    if (type != null && !TYPES.contains(type)) {
      defects.add("its type, " + type + ", is none of MARC");
    }
    for (XmlElement each : element.children()) {
      String tag = each.attribute("tag");
      switch (each.name()) {
        case "controlfield" -> {
          if (tag == null) {
            defects.add("a control field has no tag");
          } else {
            fields.add(MarcField.control(tag, each.rawText()));
          }
        }
        case "datafield" -> {
          if (tag == null) {
            defects.add("a data field has no tag");
          } else {
            fields.add(data(tag, each, defects));
          }
        }
        default -> {}
      }
    }
    return new MarcRecord(element.at("leader").rawText(), fields, defects);
  }

  private static MarcField data(String tag, XmlElement element, List<String> defects) {
    List<MarcField.Part> parts = new ArrayList<>();
    for (XmlElement each : element.all("subfield")) {
      String code = each.attribute("code");
      if (code == null || code.isEmpty()) {
        defects.add("a subfield of field " + tag + " has no code");
      } else {
        parts.add(new MarcField.Part(code.charAt(0), each.rawText()));
      }
    }
    return new MarcField(
        tag,
        indicator(element.attribute("ind1")) + indicator(element.attribute("ind2")),
        null,
        List.copyOf(parts));
  }

  static String indicator(String value) {
    return value == null || value.isEmpty() ? " " : value.substring(0, 1);
  }
}
