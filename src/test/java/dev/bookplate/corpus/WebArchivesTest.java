package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebArchivesTest {
  private static final String PAGE = "<html><body><p>The lamp was lit at dusk.</p></body></html>";
  private static final String READ = "read null=The lamp was lit at dusk.\n";

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] record(String type, String contentType, byte[] body) {
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\n"
            + "WARC-Target-URI: <http://example.org/page>\r\n"
            + "WARC-Date: 2024-05-06T07:08:09Z\r\n"
            + "WARC-Record-ID: <urn:uuid:1>\r\n"
            + "Content-Type: "
            + contentType
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return joined(bytes(header), body, bytes("\r\n\r\n"));
  }

  private static byte[] response(String fields, byte[] body) {
    return record(
        "response",
        "application/http; msgtype=response",
        joined(bytes("HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n"), body));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private List<String> read(String name, byte[] bytes) throws IOException {
    return read(name, bytes, ReadOptions.DEFAULT);
  }

  private List<String> read(String name, byte[] bytes, ReadOptions options) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return Readings.read(file, options).stream()
        .map(told -> told.replaceFirst("(\\S+) \\S+ ", "$1 "))
        .toList();
  }

  @Test
  void whatAServerSentIsTakenOutOfChunksAndPackings() throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(bytes(PAGE));
    }
    String chunks = "10;x=y\r\n" + PAGE.substring(0, 16) + "\r\n";
    String rest = PAGE.substring(16);
    chunks += Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\n\r\n";
    String html = "Content-Type: text/html";
    byte[] all =
        joined(
            record("warcinfo", "application/warc-fields", bytes("software: a test\r\n")),
            response(html, bytes(PAGE)),
            response(html + "\r\nTransfer-Encoding: chunked", bytes(chunks)),
            response(html + "\r\nTransfer-Encoding: chunked", bytes(PAGE)),
            response(html + "\r\nContent-Encoding: gzip", gzip(bytes(PAGE))),
            response(html + "\r\nContent-Encoding: gzip", bytes(PAGE)),
            response(html + "\r\nContent-Encoding: deflate", deflated.toByteArray()),
            response(
                html + "; charset=windows-1251",
                "<p>Лампа горела.</p>".getBytes(Charset.forName("windows-1251"))),
            response("Content-Type: text/plain", bytes("The lamp was lit at dusk.\n")),
            record("resource", "text/html", bytes(PAGE)),
            record("conversion", "text/plain", bytes("The lamp was lit at dusk.\n")),
            response("Content-Type: image/png", bytes("not a picture")),
            record(
                "response",
                "application/http; msgtype=response",
                bytes("HTTP/1.1 404 Not Found\r\n\r\n" + PAGE)));
    List<String> expected =
        List.of(
            "excluded a record of type warcinfo, which is no document",
            READ,
            READ,
            READ,
            READ,
            READ,
            READ,
            "read null=Лампа горела.\n",
            READ,
            READ,
            READ,
            "excluded image/png, which is no text",
            "excluded the server answered with status 404");
    assertEquals(expected, read("a.warc", all));
    assertEquals(expected, read("a.warc.gz", gzip(all)));
    assertEquals(expected, read("no-name", all));
  }

  @Test
  void recordsSayWhereTheyComeFrom() throws IOException {
    Path file = folder.resolve("a.warc");
    byte[] one = response("Content-Type: text/html", bytes(PAGE));
    Files.write(file, joined(one, one));
    try (ShardReader reader = new ShardReaders(ReadOptions.DEFAULT).open(Readings.shard(file))) {
      reader.next();
      CorpusDocument second = ((ReadOutcome.Read) reader.next()).document();
      assertEquals(1, second.origin().record());
      assertEquals(one.length, second.origin().byteStart());
      assertEquals(2L * one.length - 4, second.origin().byteEnd());
      assertEquals(
          new CorpusDocument.Facts(
              "urn:uuid:1",
              new CorpusDocument.Claims(
                  "http://example.org/page", null, null, "2024-05-06T07:08:09Z")),
          second.facts().get());
    }
  }

  @Test
  void aMalformedRecordCostsNoneButItself() throws IOException {
    byte[] good = response("Content-Type: text/html", bytes(PAGE));
    String noLength = "WARC/1.0\r\nWARC-Type: response\r\n\r\nsome bytes\r\n\r\n";
    List<String> all =
        read("a.warc", joined(good, bytes(noLength), good, bytes("debris\nmore\n"), good));
    assertEquals(5, all.size(), all::toString);
    assertEquals(List.of(READ, READ, READ), List.of(all.get(0), all.get(2), all.get(4)));
    assertTrue(all.get(1).startsWith("failed the record's header tells no Content-Length, bytes "));
    assertTrue(all.get(3).startsWith("failed not the start of a record, bytes "), all.get(3));
  }

  @Test
  void aFileThatIsCutOffAnywhereSaysSo() throws IOException {
    byte[] good = response("Content-Type: text/html", bytes(PAGE));
    byte[] whole = joined(good, good);
    for (int length = 1; length < whole.length - 4; length++) {
      if (length >= good.length - 4 && length <= good.length) {
        continue; // whole records, with or without the lines between them
      }
      List<String> all = read("a.warc", Arrays.copyOf(whole, length));
      assertTrue(all.getLast().startsWith("failed"), length + ": " + all);
    }
    byte[] packed = gzip(whole);
    for (int length = 1; length < packed.length; length++) {
      List<String> all = read("a.warc.gz", Arrays.copyOf(packed, length));
      assertTrue(all.getLast().startsWith("failed"), length + ": " + all);
    }
  }

  @Test
  void arcIsReadToo() throws IOException {
    String answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE;
    String start = "1 0 Maker\nURL IP-address Archive-date Content-type Archive-length\n";
    String arc =
        "filedesc://a.arc 0.0.0.0 20240506070809 text/plain "
            + start.length()
            + "\n"
            + start
            + "\nhttp://example.org/ 127.0.0.1 20240506070809 text/html "
            + answer.length()
            + "\n"
            + answer
            + "\n";
    assertEquals(
        List.of("excluded a record of type warcinfo, which is no document", READ),
        read("a.arc", bytes(arc)));
    List<String> damaged = read("a.arc", bytes(arc.replace("127.0.0.1 2024", "127.0.0.1")));
    assertTrue(damaged.getLast().startsWith("failed not the start of a record"), damaged::toString);
  }

  @Test
  void ofPagesTheMainContentIsReadOnDemand() throws IOException {
    String article = "The keeper wound the clock at dusk, and counted every stroke of it twice. ";
    String page =
        "<html><body><nav><ul><li><a href='/'>Home</a></li><li>About the house</li></ul></nav>"
            + "<div class='side'><p>Subscribe to the letter of the lighthouse, once a week, for"
            + " nothing at all.</p></div><div id='c'><h1>The clock</h1>"
            + ("<p>" + article + "</p>").repeat(6)
            + "</div><footer><p>All rights are reserved by the keeper of the house and nobody"
            + " else.</p></footer></body></html>";
    ReadOptions d = ReadOptions.DEFAULT;
    ReadOptions main =
        new ReadOptions(
            d.fields(),
            null,
            100_000,
            d.shardBytes(),
            Limits.DEFAULT,
            true,
            Selection.ALL,
            Tokens.NONE);
    String text = "The clock\n" + (article.strip() + "\n").repeat(6);
    assertEquals(List.of("read null=" + text), read("a.html", bytes(page), main));
    assertTrue(read("a.html", bytes(page)).get(0).contains("Subscribe"));
    assertEquals(
        List.of("read null=Nothing but a line.\n"),
        read("b.html", bytes("<html><body><div>Nothing but a line.</div></body></html>"), main));
  }
}
