package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The values of a field in one batch. Buffers are read when they are asked for. Whatever is wrong
 * with their numbers ends in an exception of a buffer or an array.
 *
 * @param field what they are values of
 * @param length how many
 * @param nulls how many of them are missing
 * @param body of the batch
 * @param firstBuffer number of its first buffer there
 * @param children columns in it
 * @param dictionary what its numbers are places of, or null
 */
record ArrowColumn(
    ArrowField field,
    int length,
    long nulls,
    ArrowBody body,
    int firstBuffer,
    List<ArrowColumn> children,
    ArrowDictionary dictionary) {

  /** Bytes of a text. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Slice(byte[] bytes, int from, int length) {
    @Override
    public String toString() {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
  }

  private static final int VIEW = 16;
  private static final int INLINE = 12;

  boolean isNull(int i) throws IOException {
    if (field.kind() == ArrowField.Kind.NULL) {
      return true;
    }
    if (nulls == 0) {
      return false;
    }
    ByteBuffer valid = buffer(0);
    return valid.limit() > 0 && (valid.get(i >> 3) >> (i & 7) & 1) == 0;
  }

  /** A text that is there. */
  Slice text(int i) throws IOException {
    return switch (field.kind()) {
      case TEXT -> {
        ByteBuffer ends = buffer(1);
        yield slice(buffer(2), ends.getInt(4 * i), ends.getInt(4 * i + 4));
      }
      case LARGE_TEXT -> {
        ByteBuffer ends = buffer(1);
        yield slice(buffer(2), ends.getLong(8 * i), ends.getLong(8 * i + 8));
      }
      case VIEW_TEXT -> view(buffer(1), VIEW * i);
      default -> throw new IllegalStateException("no text but " + field.type());
    };
  }

  /** A short text stands in its view; of a long one the view says where it is. */
  private Slice view(ByteBuffer views, int at) throws IOException {
    int length = views.getInt(at);
    if (length <= INLINE) {
      return slice(views, at + 4L, at + 4L + length);
    }
    long from = views.getInt(at + 12);
    return slice(buffer(2 + views.getInt(at + 8)), from, from + length);
  }

  private static Slice slice(ByteBuffer data, long from, long to) {
    if (from < 0 || to < from || to > data.limit()) {
      throw new IndexOutOfBoundsException("a text leads out of its buffer");
    }
    return new Slice(data.array(), data.arrayOffset() + (int) from, (int) (to - from));
  }

  /** First element of a list that is there, and the first after: two numbers. */
  int[] elements(int i) throws IOException {
    long from;
    long to;
    switch (field.kind()) {
      case LIST -> {
        from = buffer(1).getInt(4 * i);
        to = buffer(1).getInt(4 * i + 4);
      }
      case LARGE_LIST -> {
        from = buffer(1).getLong(8 * i);
        to = buffer(1).getLong(8 * i + 8);
      }
      case VIEW_LIST -> {
        from = buffer(1).getInt(4 * i);
        to = from + buffer(2).getInt(4 * i);
      }
      case LARGE_VIEW_LIST -> {
        from = buffer(1).getLong(8 * i);
        to = from + buffer(2).getLong(8 * i);
      }
      case FIXED_LIST -> {
        from = (long) i * field.size();
        to = from + field.size();
      }
      default -> throw new IllegalStateException("no list but " + field.type());
    }
    if (from < 0 || to < from || to > children.getFirst().length()) {
      throw new IndexOutOfBoundsException("a list leads out of its elements");
    }
    return new int[] {(int) from, (int) to};
  }

  /** A whole number that is there. */
  long number(int i) throws IOException {
    ByteBuffer data = buffer(1);
    return switch (field.size()) {
      case -1 -> data.get(i);
      case 1 -> data.get(i) & 0xFF;
      case -2 -> data.getShort(2 * i);
      case 2 -> data.getShort(2 * i) & 0xFFFF;
      case -4 -> data.getInt(4 * i);
      case 4 -> data.getInt(4 * i) & 0xFFFFFFFFL;
      case -8, 8 -> data.getLong(8 * i);
      default -> throw new IllegalStateException("numbers of " + field.size() + " bytes");
    };
  }

  /** A text or a whole number as text, or null for anything else. */
  String value(int i) throws IOException {
    if (isNull(i)) {
      return null;
    }
    if (dictionary != null) {
      ArrowDictionary.Place place = dictionary.place(number(i));
      return place.column().value(place.at());
    }
    if (field.kind().isText()) {
      return text(i).toString();
    }
    if (field.kind() != ArrowField.Kind.INT) {
      return null;
    }
    return field.size() == 8 ? Long.toUnsignedString(number(i)) : Long.toString(number(i));
  }

  private ByteBuffer buffer(int n) throws IOException {
    return body.buffer(firstBuffer + n);
  }
}
