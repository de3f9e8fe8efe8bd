package dev.bookplate.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to a field of an Arrow schema, as {@link ParquetPath} goes: through structs and lists,
 * whose elements are one text with blank lines between.
 *
 * @param steps numbers of the children from the row down, and {@link #ELEMENTS}
 * @param problem what stands there in place of text, or null
 */
record ArrowPath(List<Integer> steps, String problem) {
  private static final int ELEMENTS = -1;
  private static final byte[] BLANK_LINE = {'\n', '\n'};

  /** The way by names with dots between them, or null where there is no such field. */
  static ArrowPath of(ArrowField row, String path) {
    List<Integer> steps = new ArrayList<>();
    ArrowField at = row;
    for (String name : path.split("\\.", -1)) {
      int child = at.kind() == ArrowField.Kind.STRUCT ? child(at, name) : -1;
      if (child < 0) {
        return null;
      }
      steps.add(child);
      at = at.children().get(child).values();
      while (at.kind().isList()) {
        steps.add(ELEMENTS);
        at = at.children().getFirst().values();
      }
    }
    return new ArrowPath(List.copyOf(steps), notText(at));
  }

  /**
   * The way to a list of whole numbers at the top of a row, or null where there is no such list.
   */
  static ArrowPath ofIds(ArrowField row, String name) {
    ArrowPath path = of(row, name);
    if (path == null || path.steps.size() != 2) {
      return null;
    }
    ArrowField list = row.children().get(path.steps.getFirst());
    boolean isPlain = list.dictionary() == null && list.children().getFirst().dictionary() == null;
    return isPlain && list.children().getFirst().kind() == ArrowField.Kind.INT ? path : null;
  }

  /** The numbers of a row, -1 for one that is missing; null where there is no list. */
  long[] ids(ArrowColumn rows, int row) throws IOException {
    ArrowColumn list = rows.children().get(steps.getFirst());
    if (list.isNull(row)) {
      return null;
    }
    int[] elements = list.elements(row);
    ArrowColumn numbers = list.children().getFirst();
    long[] ids = new long[elements[1] - elements[0]];
    for (int i = 0; i < ids.length; i++) {
      int at = elements[0] + i;
      ids[i] = numbers.isNull(at) ? -1 : numbers.number(at);
    }
    return ids;
  }

  private static int child(ArrowField at, String name) {
    return at.children().stream().map(ArrowField::name).toList().indexOf(name);
  }

  private static String notText(ArrowField field) {
    return switch (field.kind()) {
      case TEXT, LARGE_TEXT, VIEW_TEXT -> null;
      case STRUCT, MAP -> "an object; name a field of it with --text-field, as a.b";
      default -> "values of the type " + field.type();
    };
  }

  boolean hasLists() {
    return steps.contains(ELEMENTS);
  }

  /**
   * The text of a row, or null where there is none.
   *
   * @param most bytes; of more at least one more is given, and not all
   */
  ArrowColumn.Slice text(ArrowColumn rows, int row, long most) throws IOException {
    Texts texts = new Texts(most);
    collect(rows, row, 0, texts);
    return texts.all();
  }

  /** The value of a row as text, or null; not through lists. */
  String value(ArrowColumn rows, int row) throws IOException {
    ArrowColumn at = rows;
    for (int step : steps) {
      if (at.isNull(row) || at.dictionary() != null) {
        return null;
      }
      at = at.children().get(step);
    }
    return at.value(row);
  }

  private void collect(ArrowColumn at, int i, int step, Texts into) throws IOException {
    if (at.isNull(i) || into.isFull()) {
      return;
    }
    if (at.dictionary() != null) {
      ArrowDictionary.Place place = at.dictionary().place(at.number(i));
      collect(place.column(), place.at(), step, into);
    } else if (step == steps.size()) {
      into.add(at.text(i));
    } else if (steps.get(step) == ELEMENTS) {
      int[] elements = at.elements(i);
      for (int e = elements[0]; e < elements[1] && !into.isFull(); e++) {
        collect(at.children().getFirst(), e, step + 1, into);
      }
    } else {
      collect(at.children().get(steps.get(step)), i, step + 1, into);
    }
  }

  /** One text as it stands in its buffer, or several put together. */
  private static final class Texts {
    private final long most;
    private ArrowColumn.Slice first;
    private ByteArrayOutputStream joined;

    Texts(long most) {
      this.most = most;
    }

    void add(ArrowColumn.Slice text) {
      if (first == null) {
        first = text;
        return;
      }
      if (joined == null) {
        joined = new ByteArrayOutputStream();
        joined.write(first.bytes(), first.from(), first.length());
      }
      joined.writeBytes(BLANK_LINE);
      joined.write(text.bytes(), text.from(), text.length());
    }

    boolean isFull() {
      return joined != null && joined.size() > most;
    }

    ArrowColumn.Slice all() {
      if (joined == null) {
        return first;
      }
      byte[] all = joined.toByteArray();
      return new ArrowColumn.Slice(all, 0, all.length);
    }
  }
}
