package dev.bookplate.catalogue.torrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorrentParserTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.epub", Torrents.bytes(50_000, 1));
    files.put("b.epub", Torrents.bytes(100, 2));
    return files;
  }

  private static String refusal(byte[] torrent) {
    return assertThrows(InvalidTorrentException.class, () -> TorrentParser.parse(torrent))
        .getMessage();
  }

  private static String refusalOfV1(Consumer<Map<String, Object>> change) throws Exception {
    Map<String, Object> info = new TreeMap<>(Torrents.v1(files()));
    change.accept(info);
    return refusal(Torrents.bencode(Map.of("info", info)));
  }

  @SuppressWarnings("unchecked")
  private static String refusalOfV2(Consumer<Map<String, Object>> change) throws Exception {
    Map<Object, Object> torrent = Torrents.v2(files(), Map.of());
    change.accept((Map<String, Object>) torrent.get("info"));
    return refusal(Torrents.bencode(torrent));
  }

  @Test
  void version1() throws Exception {
    byte[] file = Torrents.bencode(Map.of("info", Torrents.v1(files())));
    Torrent torrent = TorrentParser.parse(file);
    assertEquals("v1", torrent.version());
    assertEquals(
        List.of("a.epub", "b.epub"), torrent.files().stream().map(TorrentFile::path).toList());
    assertEquals(50_000, torrent.files().get(1).start());
    assertEquals(1, torrent.firstPiece(torrent.files().get(1)));
    assertEquals(1, torrent.lastPiece(torrent.files().get(0)));
    byte[] info = Arrays.copyOfRange(file, "d4:info".length(), file.length - 1);
    var sha1 = java.security.MessageDigest.getInstance("SHA-1");
    assertEquals(HexFormat.of().formatHex(sha1.digest(info)), torrent.infohashes().v1());
    assertNull(torrent.infohashes().v2());
  }

  @Test
  void version2AndBoth() throws Exception {
    Torrent v2 = TorrentParser.parse(Torrents.bencode(Torrents.v2(files(), Map.of())));
    assertEquals("v2", v2.version());
    assertEquals(2 * Torrents.PIECE, v2.files().get(1).start());
    assertEquals(
        HexFormat.of().formatHex(Torrents.root(files().get("a.epub"), 0)),
        v2.files().get(0).root());
    Map<String, byte[]> padded = new LinkedHashMap<>();
    padded.put("a.epub", files().get("a.epub"));
    padded.put(".pad/1", new byte[2 * Torrents.PIECE - 50_000]);
    padded.put("b.epub", files().get("b.epub"));
    Torrent both = TorrentParser.parse(Torrents.bencode(Torrents.v2(files(), Torrents.v1(padded))));
    assertEquals("hybrid", both.version());
    assertEquals(TorrentFile.Kind.PAD, both.files().get(1).kind());
    assertEquals(v2.files().get(1).root(), both.files().get(2).root());
    String without = refusal(Torrents.bencode(Torrents.v2(files(), Torrents.v1(files()))));
    assertTrue(without.contains("do not list the same files"), without);
  }

  @Test
  void clippedAtEveryByte() throws Exception {
    byte[] file = Torrents.bencode(Torrents.v2(files(), Map.of()));
    for (int length = 0; length < file.length; length++) {
      assertTrue(!refusal(Arrays.copyOf(file, length)).isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i12e|it is no dictionary",
        "de|it has no dictionary \"info\"",
        "d4:infoi1ee|it has no dictionary \"info\"",
        "d4:infodee|its piece length is missing",
        "dei1e|3 bytes stand behind its end, at byte 2",
        "d1:a|it ends in the middle of a value, at byte 4",
        "d1:ai12xe|a number is not ended by \"e\", at byte 7",
        "d1:aie|a number is not ended",
        "d1:a99999:x|a text of 99999 bytes goes beyond the end of the file, at byte 4",
        "d1:ai99999999999999999999ee|a number is too large",
        "di1ei2ee|a key is no text",
        "d1:axe|no value starts with byte value 120"
      })
  void whatIsNotBencodedIsSaid(String file, String reason) {
    String refusal = refusal(bytes(file));
    assertTrue(refusal.contains(reason), refusal);
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 100_000})
  void depthIsBounded(int depth) {
    String file = "d1:a" + "l".repeat(depth) + "e".repeat(depth) + "e";
    assertTrue(refusal(bytes(file)).contains("nested more than 100 deep"));
  }

  @Test
  void whatClientsRefuseIsRefused() throws Exception {
    assertTrue(refusalOfV1(i -> i.remove("name")).contains("it has no name"));
    assertTrue(refusalOfV1(i -> i.put("piece length", 0)).contains("piece length is 0"));
    assertTrue(refusalOfV1(i -> i.put("piece length", -1)).contains("piece length is -1"));
    assertTrue(refusalOfV1(i -> i.remove("pieces")).contains("no \"pieces\""));
    assertTrue(refusalOfV1(i -> i.put("pieces", new byte[19])).contains("are 19 bytes"));
    assertTrue(refusalOfV1(i -> i.put("files", List.of())).contains("lists no files"));
    assertTrue(refusalOfV1(i -> i.put("files", List.of("x"))).contains("file 0 is no dictionary"));
    assertTrue(refusalOfV1(i -> i.put("files", List.of(Map.of("length", 1)))).contains("no path"));
    assertTrue(
        refusalOfV1(i -> i.put("files", List.of(Map.of("path", List.of("x")))))
            .contains("no length"));
    assertTrue(refusalOfV1(i -> i.put("meta version", 3)).contains("of version 3"));
    assertTrue(refusalOfV1(i -> i.put("file tree", Map.of())).contains("no \"meta version\" 2"));
    assertTrue(refusalOfV2(i -> i.remove("file tree")).contains("has no file tree"));
    assertTrue(refusalOfV2(i -> i.put("piece length", 10_000)).contains("not a power of two"));
    assertTrue(refusalOfV2(i -> i.put("file tree", Map.of("x", 1))).contains("is no dictionary"));
    assertTrue(
        refusalOfV2(i -> i.put("file tree", Map.of("x", Map.of("", Map.of("length", 1)))))
            .contains("no \"pieces root\""));
    assertTrue(
        refusalOfV2(i -> i.put("file tree", new TreeMap<>(Map.of("", Map.of(), "x", Map.of()))))
            .contains("without a name"));
  }

  @Test
  void layersAreHeldAgainstTheirRoots() throws Exception {
    Map<Object, Object> torrent = Torrents.v2(files(), Map.of());
    @SuppressWarnings("unchecked")
    Map<Object, Object> layers = (Map<Object, Object>) torrent.get("piece layers");
    byte[] layer = (byte[]) layers.values().iterator().next();
    layer[0] ^= 1;
    assertTrue(refusal(Torrents.bencode(torrent)).contains("does not fit its \"pieces root\""));
    layers.clear();
    assertTrue(refusal(Torrents.bencode(torrent)).contains("lack file 0"));
  }

  @Test
  void pathsLeadNowhere() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("../../etc/./passwd", Torrents.bytes(10, 1));
    files.put("/", Torrents.bytes(10, 2));
    Torrent torrent = TorrentParser.parse(Torrents.bencode(Map.of("info", Torrents.v1(files))));
    assertEquals(
        List.of("etc/passwd", "_/_"), torrent.files().stream().map(TorrentFile::path).toList());
  }

  @Test
  void versions1MayHaveKeysOutOfOrder() throws Exception {
    Map<String, Object> info = new LinkedHashMap<>();
    Map<String, Object> sorted = Torrents.v1(files());
    sorted.keySet().stream()
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(k -> info.put(k, sorted.get(k)));
    assertEquals(2, TorrentParser.parse(Torrents.bencode(Map.of("info", info))).files().size());
    info.put("meta version", 2);
    assertTrue(refusal(Torrents.bencode(Map.of("info", info))).contains("keys are out of order"));
  }
}
