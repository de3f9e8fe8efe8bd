package dev.bookplate.report.works;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorrentLinesTest {
  private static final String V1 = "0123456789abcdef0123456789abcdef01234567";
  private static final String V2 = "89abcdef".repeat(8);
  private static final String HELD = line("4", "\"/data/corpus/b/x.epub\"", "VERIFIED_INTERIOR");
  private static final String ABSENT = line("5", "null", "NOT_COVERED");
  private static final String END =
      "{\"torrent\":\"a.torrent\",\"name\":\"a\",\"files\":9,\"VERIFIED_FULL\":0,"
          + "\"VERIFIED_INTERIOR\":1,\"MISMATCH\":0,\"NOT_COVERED\":1,\"unread\":[]}\n";
  private static final String GOOD = HELD + ABSENT + END;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("torrents.jsonl");
  }

  private static String line(String index, String found, String verdict) {
    return "{\"torrent\":\"a.torrent\",\"infohashV1\":\""
        + V1
        + "\",\"infohashV2\":\""
        + V2
        + "\",\"index\":"
        + index
        + ",\"path\":\"a/x.epub\",\"kind\":\"DATA\",\"length\":40,\"firstPiece\":3,"
        + "\"lastPiece\":5,\"found\":"
        + found
        + ",\"verdict\":\""
        + verdict
        + "\",\"piecesHeld\":1,\"pieces\":3,\"reason\":null}\n";
  }

  private List<TorrentLines.Verified> read(byte[] bytes) throws IOException {
    List<TorrentLines.Verified> all = new ArrayList<>();
    TorrentLines.read(Files.write(file, bytes), all::add);
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void onlyWhatHoldsIsTold() throws IOException {
    TorrentLines.Verified held = read(bytes(GOOD)).getFirst();

    assertEquals(new HeldTorrents.Place(V1 + " " + V2, 4, 3, 5, "VERIFIED_INTERIOR"), held.place());
    assertEquals("3 to 5", held.place().pieces());
    assertEquals("data/corpus/b/x.epub", held.found());
    assertTrue(held.endsWith("corpus/b/x.epub"));
    assertEquals(false, held.endsWith("us/b/x.epub"));
    assertEquals(1, read(bytes(GOOD)).size());
    assertEquals(2, read(bytes(GOOD + GOOD)).size());
    String problem = "{\"torrent\":\"b.torrent\",\"problem\":\"its piece length is missing\"}\n";
    assertEquals(1, read(bytes(problem + GOOD + problem)).size());
  }

  @Test
  void cutAnywhereIsRefused() throws IOException {
    byte[] good = bytes(GOOD);
    for (int end = 0; end < good.length - 1; end++) {
      byte[] cut = Arrays.copyOf(good, end);
      Exception wrong =
          assertThrows(InvalidTorrentLinesException.class, () -> read(cut), "cut at " + end);
      assertTrue(wrong.getMessage().contains("torrents.jsonl"), wrong.getMessage());
    }
    assertEquals(1, read(Arrays.copyOf(good, good.length - 1)).size());
  }

  @Test
  void eachFaultIsToldWithItsLine() throws IOException {
    refused(GOOD.replace("\"verdict\":\"NOT", "\"vermict\":\"NOT"), 2, "held against nothing");
    refused(GOOD.replace("INTERIOR\",", "OUTER\","), 1, "VERIFIED_OUTER is not known");
    refused(GOOD.replaceFirst("\"lastPiece\":5", "\"lastPiece\":2"), 1, "no range of pieces");
    refused(GOOD.replaceFirst("\"lastPiece\":5,", ""), 1, "no range of pieces");
    refused(GOOD.replaceFirst(V1, "=" + V1.substring(1)), 1, "40 hex digits");
    refused(GOOD.replaceFirst(V2, V1), 1, "64 hex digits");
    refused(
        GOOD.replaceFirst('"' + V1 + '"', "null").replaceFirst('"' + V2 + '"', "null"),
        1,
        "no infohash");
    refused(GOOD.replace("\"index\":4", "\"index\":-4"), 1, "an index from 0");
    refused(GOOD.replaceFirst("\"length\":40", "\"length\":null"), 1, "a length");
    refused(GOOD.replace("corpus/b", "corpus\\u0000b"), 1, "found is no path");
    refused(GOOD.replace("\"MISMATCH\":0", "\"MISMATCH\":1"), 3, "counts the files as");
    refused(GOOD.replace("\"MISMATCH\":0,", ""), 3, "neither of a file");
    refused(HELD + END.replace("NOT_COVERED\":1", "NOT_COVERED\":0").replace("a.t", "b.t"), 2, "a");
    refused(HELD + "\n" + ABSENT + END, 2, "no JSON object");
    refused("[" + GOOD, 1, "no JSON object");
    refused(GOOD.replaceFirst("\"torrent\":\"a.torrent\",", ""), 1, "names no torrent");
    refused("{\"torrent\":\"" + "x".repeat(1 << 20) + "\"}\n", 1, "more than 1048576 characters");
    byte[] good = bytes(GOOD);
    good[13] = (byte) 0xff;
    String message =
        assertThrows(InvalidTorrentLinesException.class, () -> read(good)).getMessage();
    assertTrue(message.contains("not UTF-8"), message);
  }

  private void refused(String print, int line, String why) {
    String message =
        assertThrows(InvalidTorrentLinesException.class, () -> read(bytes(print))).getMessage();
    assertTrue(message.contains("torrents.jsonl, line " + line + ": "), message);
    assertTrue(message.contains(why), message);
    assertTrue(message.contains("save the print of catalogue torrent"), message);
  }
}
