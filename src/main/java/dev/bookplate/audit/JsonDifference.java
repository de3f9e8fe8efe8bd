package dev.bookplate.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/** Where two values differ, field by field. */
final class JsonDifference {
  private static final int SHOWN = 60;

  private JsonDifference() {}

  /**
   * Adds a phrase for each field that differs: {@code place: the run says this and again it is
   * that}.
   *
   * @param place of the values, empty for the whole
   */
  static void add(String place, JsonNode was, JsonNode is, List<String> differences) {
    if (was.equals(is)) {
      return;
    }
    if (was.isObject() && is.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      was.fieldNames().forEachRemaining(names::add);
      is.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        add(
            place.isEmpty() ? name : place + "." + name,
            was.path(name),
            is.path(name),
            differences);
      }
    } else if (was.isArray() && is.isArray() && was.size() == is.size()) {
      Iterator<JsonNode> others = is.iterator();
      int i = 0;
      for (JsonNode each : was) {
        add(place + "[" + i + "]", each, others.next(), differences);
        i++;
      }
    } else {
      differences.add(place + ": the run says " + shown(was) + " and again it is " + shown(is));
    }
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
