package dev.bookplate.extract;

import dev.bookplate.origin.Places;
import java.util.ArrayList;
import java.util.List;

/** A text as it is put together, with the names of its parts. */
final class MarkedText {
  private record Mark(int at, String name) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Mark> marks = new ArrayList<>();

  /** To append to. */
  StringBuilder out() {
    return text;
  }

  /** What is appended from here on stands in a part of this name. */
  void mark(String name) {
    markAt(text.length(), name);
  }

  /** The same from a place behind the last mark on, where the name is known at its end only. */
  void markAt(int at, String name) {
    int last = marks.size() - 1;
    if (last >= 0 && marks.get(last).at == at) {
      marks.remove(last); // nothing stands in that one
    }
    marks.add(new Mark(at, name));
  }

  String text() {
    return text.toString();
  }

  /** The parts, by code points. */
  Places places() {
    List<Places.Place> places = new ArrayList<>();
    int unit = 0;
    int codePoints = 0;
    for (Mark mark : marks) {
      int at = Math.min(mark.at, text.length()); // the text may have lost a blank at its end since
      codePoints += at > unit ? text.codePointCount(unit, at) : 0;
      unit = Math.max(unit, at);
      places.add(new Places.Place(codePoints, mark.name));
    }
    return new Places(List.copyOf(places));
  }
}
