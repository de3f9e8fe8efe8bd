package dev.bookplate.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  // published with the algorithms: RFC 1321 and FIPS 180-4
  private static final String SHA256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void publishedValues() throws Exception {
    Path file = folder.resolve("abc");
    Files.writeString(file, "abc");

    assertEquals(
        new Digests(
            3,
            "900150983cd24fb0d6963f7d28e17f72",
            "a9993e364706816aba3e25717850c26c9cd0d89d",
            SHA256_OF_ABC),
        Digests.of(file));
  }

  @Test
  void anEmptyFileHasDigests() throws Exception {
    Path file = Files.createFile(folder.resolve("empty"));

    assertEquals(
        new Digests(
            0,
            "d41d8cd98f00b204e9800998ecf8427e",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            SHA256_OF_NOTHING),
        Digests.of(file));
  }

  @Test
  void aFileOfSeveralBuffersIsReadToItsEnd() throws Exception {
    byte[] bytes = new byte[3 * (1 << 16) + 17];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("large"), bytes);

    Digests digests = Digests.of(file);

    assertEquals(bytes.length, digests.size());
    assertEquals(Digests.hex(MessageDigest.getInstance("SHA-256").digest(bytes)), digests.sha256());
  }

  @Test
  void aTextIsDigestedAsItsUtf8() {
    byte[] buffer = "xabcx".getBytes(StandardCharsets.UTF_8);

    assertEquals(SHA256_OF_ABC, Digests.sha256("abc"));
    assertEquals(SHA256_OF_ABC, Digests.sha256(new Utf8Text(buffer, 1, 3)));
    assertEquals(Digests.sha256("\uFFFD"), Digests.sha256("\uD800"));
  }

  @Test
  void aMissingFileIsAnErrorWithItsName() {
    Path gone = folder.resolve("gone");

    assertEquals(
        gone.toString(), assertThrows(NoSuchFileException.class, () -> Digests.of(gone)).getFile());
  }

  @Test
  void hexKeepsLeadingZeros() {
    assertEquals("000aff", Digests.hex(new byte[] {0, 10, -1}));
  }
}
