package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An element of one record, by local names in lower case; namespaces are left out. */
final class XmlElement {
  private final String name;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement(String name) {
    this.name = name;
  }

  void attribute(String name, String value) {
    attributes.put(name, value);
  }

  void add(XmlElement child) {
    children.add(child);
  }

  void add(String more) {
    text.append(more);
  }

  String name() {
    return name;
  }

  /** An attribute's value, or null. */
  String attribute(String name) {
    return attributes.get(name);
  }

  /** What stands in it between its children, as it is. */
  String rawText() {
    return text.toString();
  }

  /** What stands in it, or null for nothing. */
  String text() {
    return Written.text(text.toString());
  }

  List<XmlElement> children() {
    return children;
  }

  /** Children of a name. */
  List<XmlElement> all(String name) {
    return children.stream().filter(c -> c.name.equals(name)).toList();
  }

  /** The first child of a name; an empty element if there is none. */
  XmlElement at(String name) {
    for (XmlElement child : children) {
      if (child.name.equals(name)) {
        return child;
      }
    }
    return new XmlElement(name);
  }

  /** The text of the first child of a name, or null. */
  String text(String name) {
    return at(name).text();
  }

  /** The texts of all children of a name that have one. */
  List<String> texts(String name) {
    return all(name).stream().map(XmlElement::text).filter(t -> t != null).toList();
  }
}
