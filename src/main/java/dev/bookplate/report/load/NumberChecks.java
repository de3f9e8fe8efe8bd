package dev.bookplate.report.load;

import dev.bookplate.report.load.Problem.Code;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and families, through all load files of a production in their order: numbers are there
 * once, without a gap, and a family is a stretch of them that begins with its parent.
 */
final class NumberChecks {
  private static final Pattern NUMBER = Pattern.compile("(.*[^0-9])([0-9]{1,15})");

  private final Consumer<Problem> problems;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> values = new HashMap<>();
  private String prefix;
  private int width;
  private long last = -1;
  private String familyFirst;
  private String familyLast;
  private long familyEnd = -1;
  private String firstNumber;
  private String lastNumber;
  private long rows;
  private boolean isBroken;
  private LoadFile file;
  private LoadFile.Line line;

  NumberChecks(Consumer<Problem> problems) {
    this.problems = problems;
  }

  void check(LoadFile of) {
    file = of;
    for (LoadFile.Line each : of.lines()) {
      line = each;
      rows++;
      document();
    }
  }

  /** The last family ends with the last document. */
  void end() {
    if (familyEnd > last && !isBroken && file != null && line != null) {
      tell(
          LoadField.ENDATTACH,
          Code.FAMILY_OPEN,
          "the family ends with " + familyLast + ", which is not there");
    }
  }

  String firstNumber() {
    return firstNumber;
  }

  String lastNumber() {
    return lastNumber;
  }

  long rows() {
    return rows;
  }

  private void document() {
    String begin = file.text(line, LoadField.BEGBATES);
    if (begin.isEmpty()) {
      tell(LoadField.BEGBATES, Code.NO_NUMBER, "the document has no number");
      return;
    }
    long value = value(begin);
    if (value < 0) {
      tell(LoadField.BEGBATES, Code.NUMBER_FORM, form(begin));
      return;
    }
    if (!seen.add(begin)) {
      tell(LoadField.BEGBATES, Code.DUPLICATE_NUMBER, begin + " is there already");
      return;
    }
    firstNumber = firstNumber == null ? begin : firstNumber;
    lastNumber = begin;
    values.put(begin, value);
    order(begin, value);
    long end = end(begin, value);
    if (file.column(LoadField.BEGATTACH) >= 0) {
      family(begin, value);
    }
    last = Math.max(last, end);
  }

  private void order(String begin, long value) {
    if (last >= 0 && value <= last) {
      tell(LoadField.BEGBATES, Code.NUMBER_ORDER, begin + " comes after a higher number");
    } else if (last >= 0 && value != last + 1) {
      String message = (value - last - 1) + " numbers before " + begin + " are left out";
      tell(LoadField.BEGBATES, Code.NUMBER_GAP, message);
    }
  }

  /** The last number of the document, which need not be told. */
  private long end(String begin, long value) {
    String text = file.text(line, LoadField.ENDBATES);
    long end = text.isEmpty() ? value : value(text);
    if (end < 0) {
      tell(LoadField.ENDBATES, Code.NUMBER_FORM, form(text));
      return value;
    }
    if (end < value) {
      tell(LoadField.ENDBATES, Code.NUMBER_RANGE, begin + " ends with " + text + ", before itself");
      return value;
    }
    return end;
  }

  private void family(String begin, long value) {
    String from = file.text(line, LoadField.BEGATTACH);
    String to = file.text(line, LoadField.ENDATTACH);
    if (from.isEmpty() != to.isEmpty()) {
      LoadField missing = from.isEmpty() ? LoadField.BEGATTACH : LoadField.ENDATTACH;
      tell(missing, Code.FAMILY_OPEN, "the family has a beginning or an end, and not both");
      return;
    }
    if (from.isEmpty()) {
      return;
    }
    long first = value(from);
    long end = value(to);
    if (first < 0 || end < 0) {
      tell(LoadField.BEGATTACH, Code.NUMBER_FORM, form(first < 0 ? from : to));
    } else if (end < first || value < first || value > end) {
      tell(LoadField.BEGATTACH, Code.FAMILY_RANGE, begin + " is not in " + from + " to " + to);
    } else {
      within(begin, value, from, to);
    }
  }

  private void within(String begin, long value, String from, String to) {
    boolean begins = begin.equals(from);
    boolean inside = value <= familyEnd;
    if (inside && !(from.equals(familyFirst) && to.equals(familyLast))) {
      tell(
          LoadField.BEGATTACH,
          Code.FAMILY_OVERLAP,
          begin + " is in the family of " + familyFirst + " and says it is in that of " + from);
      return;
    }
    if (!inside && !begins) {
      tell(LoadField.BEGATTACH, Code.FAMILY_PARENT, from + " is not the document before it");
    }
    if (!inside) {
      familyFirst = from;
      familyLast = to;
      familyEnd = value(to);
    }
    parent(begin, begins, from);
  }

  private void parent(String begin, boolean begins, String from) {
    String parent = file.text(line, LoadField.PARENTID);
    if (file.column(LoadField.PARENTID) < 0) {
      return;
    }
    if (begins && !parent.isEmpty()) {
      tell(LoadField.PARENTID, Code.FAMILY_PARENT, begin + " begins its family and has a parent");
    } else if (!begins && !(parent.equals(from) && values.containsKey(parent))) {
      String message = "the parent of " + begin + " is not " + from + ", which begins its family";
      tell(LoadField.PARENTID, Code.FAMILY_PARENT, message);
    }
  }

  /** Digits behind a prefix, all of them alike; -1 for anything else. */
  private long value(String number) {
    Matcher parts = NUMBER.matcher(number);
    if (!parts.matches()) {
      return -1;
    }
    if (prefix == null) {
      prefix = parts.group(1);
      width = parts.group(2).length();
    }
    return parts.group(1).equals(prefix) && parts.group(2).length() == width
        ? Long.parseLong(parts.group(2))
        : -1;
  }

  private String form(String number) {
    return prefix == null
        ? number + " is no number: digits behind a prefix"
        : number + " is no number like the others: " + prefix + " and " + width + " digits";
  }

  private void tell(LoadField field, Code code, String message) {
    isBroken = true;
    problems.accept(new Problem(file.path(), line.number(), file.column(field) + 1, code, message));
  }
}
