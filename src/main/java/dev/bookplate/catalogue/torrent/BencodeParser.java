package dev.bookplate.catalogue.torrent;

import dev.bookplate.catalogue.torrent.Bencoded.Bytes;
import dev.bookplate.catalogue.torrent.Bencoded.Dict;
import dev.bookplate.catalogue.torrent.Bencoded.Entry;
import dev.bookplate.catalogue.torrent.Bencoded.Int;
import dev.bookplate.catalogue.torrent.Bencoded.ListOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads bencoding (BEP 3) with the bounds that libtorrent has: values nested at most {@value
 * #DEEPEST} deep, at most {@value #MOST_VALUES} of them. Keys out of order and zeros before a
 * number are kept as a lapse of their dictionary, because many torrents of version 1 have them.
 */
final class BencodeParser {
  static final int DEEPEST = 100;
  static final int MOST_VALUES = 3_000_000;
  private static final int LONGEST_NUMBER = 20;

  private final byte[] file;
  private int at;
  private int values;
  private String lapse;

  private BencodeParser(byte[] file) {
    this.file = file;
  }

  /** The one value that a file is, apart from line ends behind it. */
  static Bencoded parse(byte[] file) throws InvalidTorrentException {
    BencodeParser parser = new BencodeParser(file);
    Bencoded value = parser.value(0);
    int end = parser.at;
    while (end < file.length && (file[end] == '\n' || file[end] == '\r')) {
      end++;
    }
    if (end < file.length) {
      throw new InvalidTorrentException(
          (file.length - end) + " bytes stand behind its end, at byte " + end);
    }
    return value;
  }

  private Bencoded value(int depth) throws InvalidTorrentException {
    if (depth > DEEPEST) {
      throw wrong("its values are nested more than " + DEEPEST + " deep");
    }
    if (++values > MOST_VALUES) {
      throw wrong("it has more than " + MOST_VALUES + " values");
    }
    byte kind = peek();
    return switch (kind) {
      case 'i' -> number();
      case 'l' -> list(depth);
      case 'd' -> dict(depth);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> bytes();
      default -> throw wrong("no value starts with byte value " + (kind & 0xFF));
    };
  }

  private Int number() throws InvalidTorrentException {
    at++;
    return new Int(digits('e', true));
  }

  private Bytes bytes() throws InvalidTorrentException {
    int start = at;
    long length = digits(':', false);
    if (length > file.length - at) {
      at = start;
      throw wrong("a text of " + length + " bytes goes beyond the end of the file");
    }
    at += (int) length;
    return new Bytes(file, at - (int) length, at);
  }

  /** A number and what ends it. */
  private long digits(char end, boolean isSigned) throws InvalidTorrentException {
    int start = at;
    boolean isNegative = isSigned && peek() == '-';
    at += isNegative ? 1 : 0;
    int first = at;
    long value = 0;
    while (peek() >= '0' && peek() <= '9') {
      int digit = peek() - '0';
      if (at - start >= LONGEST_NUMBER || value > (Long.MAX_VALUE - digit) / 10) {
        at = start;
        throw wrong("a number is too large");
      }
      value = value * 10 + digit;
      at++;
    }
    if (at == first || peek() != end) {
      throw wrong("a number is not ended by \"" + end + "\"");
    }
    if (file[first] == '0' && (at - first > 1 || isNegative)) {
      lapse("a number has zeros in front, at byte " + start);
    }
    at++;
    return isNegative ? -value : value;
  }

  private ListOf list(int depth) throws InvalidTorrentException {
    at++;
    List<Bencoded> list = new ArrayList<>();
    while (peek() != 'e') {
      list.add(value(depth + 1));
    }
    at++;
    return new ListOf(list);
  }

  private Dict dict(int depth) throws InvalidTorrentException {
    String outer = lapse;
    lapse = null;
    int start = at++;
    List<Entry> entries = new ArrayList<>();
    Bytes before = null;
    while (peek() != 'e') {
      if (peek() < '0' || peek() > '9') {
        throw wrong("a key is no text");
      }
      Bytes key = bytes();
      if (before != null && compare(before, key) >= 0) {
        lapse("keys are out of order, at byte " + key.start());
      }
      before = key;
      entries.add(new Entry(key, value(depth + 1)));
    }
    at++;
    Dict dict = new Dict(entries, start, at, lapse);
    lapse = outer == null ? lapse : outer;
    return dict;
  }

  private static int compare(Bytes a, Bytes b) {
    return Arrays.compareUnsigned(a.file(), a.start(), a.end(), b.file(), b.start(), b.end());
  }

  private void lapse(String what) {
    lapse = lapse == null ? what : lapse;
  }

  private byte peek() throws InvalidTorrentException {
    if (at >= file.length) {
      throw wrong("it ends in the middle of a value");
    }
    return file[at];
  }

  private InvalidTorrentException wrong(String what) {
    return new InvalidTorrentException(what + ", at byte " + at);
  }
}
