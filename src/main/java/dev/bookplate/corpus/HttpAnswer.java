package dev.bookplate.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What a web server sent: status, header and body, the latter out of its chunks and unpacked.
 *
 * @param status such as 200, or 0 where there is none
 * @param fields of the header, names in small letters
 * @param body as it was meant
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpAnswer(int status, Map<String, String> fields, byte[] body) {
  private static final byte[] NONE = {};
  private static final Pattern STATUS = Pattern.compile("HTTP/\\S+ +([0-9]{3})\\b");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);

  /**
   * Takes an answer apart.
   *
   * @param most bytes that the body may unpack to
   * @throws IOException if it cannot be unpacked, or gets larger
   */
  static HttpAnswer of(byte[] bytes, int from, int to, int most) throws IOException {
    int end = headerEnd(bytes, from, to);
    List<String> lines =
        new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).lines().toList();
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    byte[] body = new byte[to - end];
    System.arraycopy(bytes, end, body, 0, body.length);
    if (fields.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
      body = joined(body);
    }
    return new HttpAnswer(
        status(lines.isEmpty() ? "" : lines.get(0)),
        fields,
        unpacked(body, fields.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT), most));
  }

  private static int status(String line) {
    Matcher status = STATUS.matcher(line);
    return status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
  }

  private static int headerEnd(byte[] bytes, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      boolean empty =
          bytes[i] == '\n'
              && (bytes[i - 1] == '\n'
                  || (i - 2 >= from && bytes[i - 1] == '\r' && bytes[i - 2] == '\n'));
      if (empty) {
        return i + 1;
      }
    }
    return to;
  }

  /** Chunks put together; what is not in chunks, whatever the header says, stays as it is. */
  private static byte[] joined(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (at < body.length) {
      int line = ByteScan.newline(body, at, body.length);
      int size = line < 0 ? -1 : chunk(body, at, line);
      if (size < 0 || size > body.length - line - 1) {
        return at == 0 ? body : rest(out, body, size < 0 ? at : line + 1);
      }
      out.write(body, line + 1, size);
      at = line + 1 + size;
      while (at < body.length && (body[at] == '\r' || body[at] == '\n')) {
        at++;
      }
      if (size == 0) {
        break;
      }
    }
    return out.toByteArray();
  }

  /** The last chunk is cut off: what there is of it counts. */
  private static byte[] rest(ByteArrayOutputStream out, byte[] body, int from) {
    out.write(body, from, body.length - from);
    return out.toByteArray();
  }

  private static int chunk(byte[] body, int from, int to) {
    String line = new String(body, from, to - from, StandardCharsets.ISO_8859_1).strip();
    int semicolon = line.indexOf(';');
    String digits = semicolon < 0 ? line : line.substring(0, semicolon).strip();
    try {
      return digits.isEmpty() ? -1 : Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static byte[] unpacked(byte[] body, String encoding, int most) throws IOException {
    boolean zipped = body.length > 1 && body[0] == 0x1F && body[1] == (byte) 0x8B;
    if (body.length == 0 || encoding.isEmpty() || encoding.equals("identity")) {
      return body;
    }
    return switch (encoding) {
      // crawlers unpack bodies and leave the header as it was
      case "gzip", "x-gzip" -> zipped ? all(new GZIPInputStream(in(body)), most) : body;
      case "deflate" -> deflated(body, most);
      default -> throw new IOException("its content encoding " + encoding + " is not read");
    };
  }

  private static byte[] deflated(byte[] body, int most) throws IOException {
    try {
      return all(new InflaterInputStream(in(body)), most);
    } catch (IOException zlib) {
      return all(new InflaterInputStream(in(body), new Inflater(true)), most);
    }
  }

  private static InputStream in(byte[] body) {
    return new ByteArrayInputStream(body);
  }

  private static byte[] all(InputStream in, int most) throws IOException {
    try (in) {
      byte[] all = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new IOException("it unpacks to more than " + most + " bytes");
      }
      return all.length == 0 ? NONE : all;
    }
  }

  /** The media type of the body in small letters, without its parameters; empty if not told. */
  String type() {
    String type = fields.getOrDefault("content-type", "");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The character set that the header names, or null. */
  String charset() {
    Matcher named = CHARSET.matcher(fields.getOrDefault("content-type", ""));
    return named.find() ? named.group(1) : null;
  }
}
