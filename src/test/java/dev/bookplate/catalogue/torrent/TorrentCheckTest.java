package dev.bookplate.catalogue.torrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorrentCheckTest {
  @TempDir Path folder;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  @BeforeEach
  void make() throws Exception {
    files.put("a.epub", Torrents.bytes(100_000, 1));
    files.put("b.epub", Torrents.bytes(100, 2));
    files.put("c.epub", Torrents.bytes(90_000, 3));
    for (var each : files.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
  }

  private Torrent v1() throws Exception {
    return TorrentParser.parse(Torrents.bencode(Map.of("info", Torrents.v1(files))));
  }

  private Torrent v2() throws Exception {
    return TorrentParser.parse(Torrents.bencode(Torrents.v2(files, Map.of())));
  }

  private String verdicts(Torrent torrent) throws Exception {
    List<String> verdicts =
        TorrentCheck.of(torrent, List.of(folder)).files().stream()
            .map(f -> f.verdict().toString())
            .toList();
    return String.join(" ", verdicts);
  }

  private void flip(String name, int at) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    bytes[at] ^= 1;
    Files.write(folder.resolve(name), bytes);
  }

  @Test
  void allThere() throws Exception {
    assertEquals("VERIFIED_FULL VERIFIED_FULL VERIFIED_FULL", verdicts(v1()));
    assertEquals("VERIFIED_FULL VERIFIED_FULL VERIFIED_FULL", verdicts(v2()));
  }

  @Test
  void withoutNeighboursOnlyTheInteriorIsChecked() throws Exception {
    Files.delete(folder.resolve("b.epub"));
    assertEquals("VERIFIED_INTERIOR NOT_COVERED VERIFIED_INTERIOR", verdicts(v1()));
    assertEquals("VERIFIED_FULL NOT_COVERED VERIFIED_FULL", verdicts(v2()));
    Files.delete(folder.resolve("a.epub"));
    Files.delete(folder.resolve("c.epub"));
    Files.write(folder.resolve("b.epub"), files.get("b.epub"));
    assertEquals("NOT_COVERED NOT_COVERED NOT_COVERED", verdicts(v1()));
    assertEquals("NOT_COVERED VERIFIED_FULL NOT_COVERED", verdicts(v2()));
  }

  @Test
  void aFlippedByteIsAMismatch() throws Exception {
    flip("a.epub", 40_000);
    FileCheck check = TorrentCheck.of(v1(), List.of(folder)).files().getFirst();
    assertEquals(Verdict.MISMATCH, check.verdict());
    assertEquals("piece 1 of the torrent differs", check.reason());
    assertEquals(3, check.piecesHeld());
    FileCheck byRoot = TorrentCheck.of(v2(), List.of(folder)).files().getFirst();
    assertEquals(Verdict.MISMATCH, byRoot.verdict());
    assertTrue(byRoot.reason().contains("first in piece 1"), byRoot.reason());
    assertEquals("MISMATCH VERIFIED_FULL VERIFIED_FULL", verdicts(v1()));
  }

  @Test
  void aByteInASharedPieceMayBeOfAnyOfThem() throws Exception {
    flip("b.epub", 5);
    assertEquals("MISMATCH MISMATCH MISMATCH", verdicts(v1()));
    assertEquals("VERIFIED_FULL MISMATCH VERIFIED_FULL", verdicts(v2()));
  }

  @Test
  void aDamagedNeighbourIsNotHeldAgainstAFile() throws Exception {
    flip("a.epub", 99_999); // in the piece that all three share
    flip("a.epub", 10);
    assertEquals("MISMATCH NOT_COVERED VERIFIED_INTERIOR", verdicts(v1()));
  }

  @Test
  void otherNamesAndSizes() throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    Files.move(folder.resolve("c.epub"), folder.resolve("sub/0f.bin"));
    assertEquals("VERIFIED_FULL VERIFIED_FULL VERIFIED_FULL", verdicts(v1()));
    assertEquals("VERIFIED_FULL VERIFIED_FULL VERIFIED_FULL", verdicts(v2()));
    Files.write(folder.resolve("b.epub"), new byte[99]);
    FileCheck check = TorrentCheck.of(v1(), List.of(folder)).files().get(1);
    assertEquals("it has 99 bytes, and the torrent lists 100", check.reason());
  }

  @Test
  void aRenamedFileWithAFlippedByteIsAMismatch() throws Exception {
    for (int at : List.of(0, 50_000, 99_999)) {
      make();
      flip("a.epub", at);
      Path renamed = folder.resolve("7f3a.epub");
      Files.deleteIfExists(renamed);
      Files.move(folder.resolve("a.epub"), renamed);
      assertEquals("MISMATCH VERIFIED_FULL VERIFIED_FULL", verdicts(v2()), "at " + at);
      String byPieces = verdicts(v1());
      assertTrue(byPieces.startsWith("MISMATCH "), byPieces + " at " + at);
    }
  }

  @Test
  void paddingIsZeros() throws Exception {
    Map<String, byte[]> padded = new LinkedHashMap<>();
    padded.put("a.epub", files.get("a.epub"));
    padded.put(".pad/1", new byte[4 * Torrents.PIECE - 100_000]);
    padded.put("b.epub", files.get("b.epub"));
    padded.put(".pad/2", new byte[Torrents.PIECE - 100]);
    padded.put("c.epub", files.get("c.epub"));
    Files.delete(folder.resolve("b.epub"));
    Torrent v1 = TorrentParser.parse(Torrents.bencode(Map.of("info", Torrents.v1(padded))));
    assertEquals("VERIFIED_FULL NOT_COVERED VERIFIED_FULL", verdicts(v1));
    Torrent both = TorrentParser.parse(Torrents.bencode(Torrents.v2(files, Torrents.v1(padded))));
    assertEquals("VERIFIED_FULL NOT_COVERED VERIFIED_FULL", verdicts(both));
  }

  @Test
  void versionsOfDifferentBytesContradict() throws Exception {
    Map<String, byte[]> padded = new LinkedHashMap<>();
    padded.put("a.epub", Torrents.bytes(100_000, 9));
    padded.put(".pad/1", new byte[4 * Torrents.PIECE - 100_000]);
    padded.put("b.epub", files.get("b.epub"));
    padded.put(".pad/2", new byte[Torrents.PIECE - 100]);
    padded.put("c.epub", files.get("c.epub"));
    Torrent both = TorrentParser.parse(Torrents.bencode(Torrents.v2(files, Torrents.v1(padded))));
    FileCheck check = TorrentCheck.of(both, List.of(folder)).files().getFirst();
    assertEquals(Verdict.MISMATCH, check.verdict());
    assertTrue(check.reason().contains("versions 1 and 2"), check.reason());
  }

  @Test
  void rootsAreThoseOfAPlainTree() throws Exception {
    for (int length : new int[] {1, 16_383, 16_384, 16_385, 32_768, 32_769, 70_000, 200_000}) {
      byte[] bytes = Torrents.bytes(length, length);
      Path file = Files.write(folder.resolve("x"), bytes);
      HashedFile hashed = HashedFile.of(file, length, Torrents.PIECE);
      assertEquals(Digests.hex(Torrents.root(bytes, 0)), hashed.root(), "length " + length);
      if (length > Torrents.PIECE) {
        assertEquals(hashed.root(), MerkleTree.rootOfPieces(hashed.layer(), Torrents.PIECE));
      } else {
        assertArrayEquals(new byte[0], hashed.layer());
      }
    }
  }
}
