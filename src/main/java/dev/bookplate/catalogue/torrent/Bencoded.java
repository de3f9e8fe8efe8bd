package dev.bookplate.catalogue.torrent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A value of a bencoded file; offsets are bytes of that file. */
sealed interface Bencoded {
  /** A whole number. */
  record Int(long value) implements Bencoded {}

  /**
   * Bytes: {@code file[start, end)}.
   *
   * @param file all bytes, shared
   */
  @SuppressWarnings("ArrayRecordComponent") // a view on the file: never compared, never a key
  record Bytes(byte[] file, int start, int end) implements Bencoded {
    int length() {
      return end - start;
    }

    byte[] copy() {
      return Arrays.copyOfRange(file, start, end);
    }

    /** As UTF-8; what is none becomes U+FFFD. */
    String text() {
      return new String(file, start, length(), StandardCharsets.UTF_8);
    }
  }

  /** Values in order. */
  record ListOf(List<Bencoded> values) implements Bencoded {}

  /**
   * Entries in the order of the file.
   *
   * @param start first byte of the dictionary
   * @param end first byte behind it
   * @param lapse what in it or below is not as bencoding wants it, and can be read all the same:
   *     keys out of order, numbers with zeros in front; or null
   */
  record Dict(List<Entry> entries, int start, int end, String lapse) implements Bencoded {
    /** The first value of a key, or null. */
    Bencoded get(String key) {
      for (Entry each : entries) {
        if (each.key().length() == key.length() && each.key().text().equals(key)) {
          return each.value();
        }
      }
      return null;
    }

    /** A number, or null where there is none of this name. */
    Long number(String key) {
      return get(key) instanceof Int number ? number.value() : null;
    }

    /** Bytes, or null. */
    Bytes bytes(String key) {
      return get(key) instanceof Bytes bytes ? bytes : null;
    }

    /** Values, or null. */
    List<Bencoded> list(String key) {
      return get(key) instanceof ListOf list ? list.values() : null;
    }

    /** A dictionary, or null. */
    Dict dict(String key) {
      return get(key) instanceof Dict dict ? dict : null;
    }
  }

  /** A key and its value. */
  record Entry(Bytes key, Bencoded value) {}
}
