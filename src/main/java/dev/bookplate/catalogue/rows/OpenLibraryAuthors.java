package dev.bookplate.catalogue.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of authors by the numbers in their keys ({@code /authors/OL123A}), packed: those of a dump
 * in which they stand among editions, up to a bound; of the rest the keys stay.
 */
final class OpenLibraryAuthors {
  /** Nobody. */
  static final OpenLibraryAuthors NONE = new OpenLibraryAuthors();

  private static final Pattern KEY = Pattern.compile("/(?:authors|a)/OL([1-9][0-9]{0,8})A");
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_NAME = 1000;

  /** 192 MiB of names; 14 million authors have about 230. */
  private static final int MOST_CHUNKS = 192;

  private static final int HIGHEST = 20_000_000;

  private final List<byte[]> chunks = new ArrayList<>();

  /** Chunk and place of each name plus one, by number. */
  private long[] places = new long[1024];

  private int used = CHUNK;

  /** Reads the authors of a dump; nobody if it holds none or is a stream that would be long. */
  static OpenLibraryAuthors of(Source dump) throws IOException {
    OpenLibraryAuthors authors = new OpenLibraryAuthors();
    try (ByteLines lines = new ByteLines(dump.open(), OpenLibrary.LONGEST_LINE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("/type/author\t")) {
          authors.add(line.substring(line.lastIndexOf('\t') + 1));
        }
      }
    }
    return authors;
  }

  /** Takes the name from a record, if it is one of an author. */
  void add(String json) {
    try {
      JsonFields author = JsonFields.parse(json);
      Matcher key = KEY.matcher(String.valueOf(author.text("key")));
      String name = author.text("name", "personal_name");
      if (key.matches() && name != null) {
        add(Integer.parseInt(key.group(1)), name);
      }
    } catch (JsonProcessingException e) {
      // its row is rejected when it is read
    }
  }

  private void add(int number, String name) {
    byte[] text =
        name.substring(0, Math.min(name.length(), LONGEST_NAME)).getBytes(StandardCharsets.UTF_8);
    if (number > HIGHEST || (used + text.length + 2 > CHUNK && chunks.size() == MOST_CHUNKS)) {
      return;
    }
    if (used + text.length + 2 > CHUNK) {
      chunks.add(new byte[CHUNK]);
      used = 0;
    }
    if (number >= places.length) {
      places =
          Arrays.copyOf(places, Math.min(HIGHEST + 1, Math.max(number + 1, 2 * places.length)));
    }
    byte[] chunk = chunks.get(chunks.size() - 1);
    places[number] = ((long) (chunks.size() - 1) << 32 | used) + 1;
    chunk[used] = (byte) (text.length >> 8);
    chunk[used + 1] = (byte) text.length;
    System.arraycopy(text, 0, chunk, used + 2, text.length);
    used += text.length + 2;
  }

  /** The name of a key, or null. */
  String name(String key) {
    Matcher m = KEY.matcher(key == null ? "" : key);
    int number = m.matches() ? Integer.parseInt(m.group(1)) : -1;
    if (number < 0 || number >= places.length || places[number] == 0) {
      return null;
    }
    long place = places[number] - 1;
    byte[] chunk = chunks.get((int) (place >> 32));
    int at = (int) place;
    int length = (chunk[at] & 0xFF) << 8 | (chunk[at + 1] & 0xFF);
    return new String(chunk, at + 2, length, StandardCharsets.UTF_8);
  }
}
