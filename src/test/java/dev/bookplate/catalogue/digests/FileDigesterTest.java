package dev.bookplate.catalogue.digests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values that others publish. */
class FileDigesterTest {
  private static final int PIECE = 9_728_000;

  /** The appendix of RFC 1320. */
  private static final Map<String, String> MD4 =
      Map.of(
          "",
          "31d6cfe0d16ae931b73c59d7e0c089c0",
          "a",
          "bde52cb31de33e46245e05fbdbd6fb24",
          "abc",
          "a448017aaf21d8525fc10ae87aa6729d",
          "message digest",
          "d9130a8164549fe818874806e1c7014b",
          "abcdefghijklmnopqrstuvwxyz",
          "d79e1c308aa5bbcdeea8ed63df412da9",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
          "043f8582f241db351ce627e153e7f0e4",
          "1234567890".repeat(8),
          "e33b4ddc9c38f2199c3e7b164fcc0536");

  @Test
  void md4IsThatOfItsStandard() {
    MD4.forEach(
        (text, digest) -> {
          byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
          assertEquals(List.of(digest), digests(bytes, 7).of(Digest.ED2K), text);
        });
  }

  @Test
  void ed2kOfNoughts() {
    assertEquals(List.of("d7def262a127cd79096a108e7a9fc138"), last(ed2k(PIECE)));
    assertEquals("fc21d9af828f92a8df64beac3357425d", ed2k(PIECE).get(0));
    assertEquals(List.of("194ee9e4fa79b2ee9f8829284c466051"), last(ed2k(2 * PIECE)));
    assertEquals("114b21c63a74b6ca922291a11177dd5c", ed2k(2 * PIECE).get(0));
    assertEquals(1, ed2k(PIECE - 1).size());
    assertEquals(List.of("06329e9dba1373512c06386fe29e3c65"), ed2k(PIECE + 1));
  }

  private static List<String> last(List<String> both) {
    assertEquals(2, both.size());
    return both.subList(1, 2);
  }

  private static List<String> ed2k(int size) {
    return digests(new byte[size], 1 << 16, EnumSet.of(Digest.ED2K)).of(Digest.ED2K);
  }

  @Test
  void allKindsInOnePass() {
    FileDigests abc = digests("abc".getBytes(StandardCharsets.US_ASCII), 1);
    assertEquals(3, abc.size());
    assertEquals(List.of("352441c2"), abc.of(Digest.CRC32));
    assertEquals(List.of("900150983cd24fb0d6963f7d28e17f72"), abc.of(Digest.MD5));
    assertEquals(List.of("a9993e364706816aba3e25717850c26c9cd0d89d"), abc.of(Digest.SHA1));
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", abc.sha256());
  }

  @Test
  void onlyWhatIsWanted() {
    FileDigests abc =
        digests("abc".getBytes(StandardCharsets.US_ASCII), 2, EnumSet.of(Digest.CRC32));
    assertEquals(Set.of(Digest.CRC32), abc.digests().keySet());
  }

  private static FileDigests digests(byte[] bytes, int step) {
    return digests(bytes, step, EnumSet.allOf(Digest.class));
  }

  private static FileDigests digests(byte[] bytes, int step, Set<Digest> kinds) {
    FileDigester digester = new FileDigester(kinds);
    for (int i = 0; i < bytes.length; i += step) {
      digester.update(bytes, i, Math.min(step, bytes.length - i));
    }
    return digester.finish();
  }
}
