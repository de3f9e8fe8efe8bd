package dev.bookplate.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
  private static final SampledHeader HEADER =
      new SampledHeader("mine", "2026-11-01", "spec", 2, 1, 2, 300, 5);

  @TempDir Path folder;

  private static CataloguedEdition edition(String id) {
    Work work =
        new Work(
            "work",
            "Title",
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            Rights.UNKNOWN,
            null);
    return new CataloguedEdition(
        work, new Edition(id, "work", id + ".txt", "00", "00", 1, "00", 1, 150, null, "test 1"));
  }

  private static byte[] file(PrivateKey signer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SampleWriter writer = new SampleWriter(out, HEADER)) {
      writer.add(new SampledEdition(edition("a"), new long[] {-7, 2, 9}, new long[] {1, 2}));
      writer.add(new SampledEdition(edition("b"), new long[] {4, 5}, new long[] {3, 4}));
      writer.seal(signer);
    }
    return out.toByteArray();
  }

  private SampleSeal read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    try (SampleReader reader = SampleReader.open(file)) {
      for (SampledEdition each = reader.next(); each != null; each = reader.next()) {
        assertTrue(each.sketch().length > 0);
      }
      return reader.seal();
    }
  }

  private static KeyPair keys() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Path file = Files.write(folder.resolve("file"), file(null));
    try (SampleReader reader = SampleReader.open(file)) {
      assertEquals(HEADER, reader.header());
      SampledEdition first = reader.next();
      assertEquals(edition("a"), first.edition());
      assertArrayEquals(new long[] {-7, 2, 9}, first.fingerprints());
      assertArrayEquals(new long[] {1, 2}, first.sketch());
      assertEquals("b", reader.next().edition().edition().id());
      assertNull(reader.next());
      assertNull(reader.seal().signature());
    }
    assertTrue(SampleReader.isSample(file));
    assertArrayEquals(file(null), file(null));
  }

  @Test
  void aSignatureHoldsForItsKeyAndItsContentOnly() throws Exception {
    KeyPair keys = keys();
    SampleSeal seal = read(file(keys.getPrivate()));

    assertTrue(seal.signature().holds(seal.digest(), keys.getPublic()));
    assertFalse(seal.signature().holds(seal.digest(), keys().getPublic()));
    assertFalse(seal.signature().holds(seal.digest().replace('0', '1'), keys.getPublic()));
    assertEquals(read(file(null)).digest(), seal.digest());
  }

  @Test
  void everyChangedByteIsNoticed() throws Exception {
    byte[] whole = file(keys().getPrivate());
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      IOException e = assertThrows(InvalidSampleException.class, () -> read(changed), "byte " + i);
      assertTrue(e.getMessage().contains(folder.resolve("file").toString()), e.getMessage());
    }
  }

  @Test
  void everyMissingByteIsNoticedAndEveryOneTooMany() throws Exception {
    byte[] whole = file(keys().getPrivate());
    for (int i = 0; i < whole.length; i++) {
      byte[] clipped = Arrays.copyOf(whole, i);
      assertThrows(InvalidSampleException.class, () -> read(clipped), "clipped at " + i);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThrows(InvalidSampleException.class, () -> read(longer));
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    String later = new String(file(null), StandardCharsets.ISO_8859_1).replace("ts/1", "ts/2");
    byte[] bytes = later.getBytes(StandardCharsets.ISO_8859_1);

    IOException e = assertThrows(InvalidSampleException.class, () -> read(bytes));
    assertTrue(e.getMessage().contains("is of version 2"), e.getMessage());
  }
}
