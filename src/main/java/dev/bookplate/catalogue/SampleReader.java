package dev.bookplate.catalogue;

import dev.bookplate.origin.Digests;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Reads a file of fingerprints, edition by edition. Nothing that was read is to be believed before
 * {@link #seal} has been.
 */
public final class SampleReader implements Closeable {
  private static final int PART = 1 << 13;

  private final Path file;
  private final MessageDigest sha256 = Digests.algorithm("SHA-256");
  private final MessageDigest whole = Digests.algorithm("SHA-256");
  private final DataInputStream in;
  private final SampledHeader header;
  private long offset;
  private long edition;

  private SampleReader(Path file, DataInputStream in) throws IOException {
    this.file = file;
    this.in = in;
    byte[] magic = bytes(SampleFormat.MAGIC.length());
    checkMagic(new String(magic, StandardCharsets.ISO_8859_1));
    header = header(json());
  }

  /** Whether a file begins as one of fingerprints does, of this version or another. */
  public static boolean isSample(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(SampleFormat.FAMILY.length());
      return new String(start, StandardCharsets.ISO_8859_1).equals(SampleFormat.FAMILY);
    }
  }

  /**
   * Opens a file.
   *
   * @throws InvalidSampleException if it is of another kind or version, or damaged
   */
  public static SampleReader open(Path file) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    try {
      return new SampleReader(file, in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private void checkMagic(String magic) throws InvalidSampleException {
    if (magic.equals(SampleFormat.MAGIC)) {
      return;
    }
    String said = magic.lines().findFirst().orElse("");
    if (said.startsWith(SampleFormat.FAMILY)) {
      throw new InvalidSampleException(
          file
              + " is of version "
              + said.substring(SampleFormat.FAMILY.length()).replaceAll("[^0-9.]", "?")
              + ", and this program reads 1: have it exported by a program that writes 1");
    }
    throw new InvalidSampleException(
        file + " is no file of fingerprints: name one that catalogue export wrote");
  }

  private SampledHeader header(byte[] json) throws IOException {
    SampledHeader read = read(json, SampledHeader.class);
    if (read.name() == null || read.spec() == null || read.sketch() < 1 || read.editions() < 0) {
      throw damaged("its header lacks a part");
    }
    if (read.sketch() > SampleFormat.MOST_FINGERPRINTS) {
      throw damaged("its header says that a sketch has " + read.sketch() + " values");
    }
    return read;
  }

  /** What the file says of itself. */
  public SampledHeader header() {
    return header;
  }

  /** The next edition, or null after the last. */
  public SampledEdition next() throws IOException {
    if (edition == header.editions()) {
      return null;
    }
    CataloguedEdition stored = read(json(), CataloguedEdition.class);
    if (stored.work() == null || stored.edition() == null) {
      throw damaged("an edition in it lacks a part");
    }
    int count = in(intNumber(), SampleFormat.MOST_FINGERPRINTS);
    long[] fingerprints = longs(count);
    for (int i = 1; i < count; i++) {
      if (fingerprints[i] <= fingerprints[i - 1]) {
        throw damaged("fingerprints in it are out of order");
      }
    }
    long[] sketch = longs(header.sketch());
    edition++;
    return new SampledEdition(stored, fingerprints, sketch);
  }

  /**
   * Reads the end of the file, after the last edition, and holds all before it against its digest.
   *
   * @throws InvalidSampleException if the digest is of something else
   */
  public SampleSeal seal() throws IOException {
    String digest = Digests.hex(sha256.digest());
    checkDigest(digest);
    int length = intNumber();
    if (length != 0 && length != SampleFormat.SIGNATURE) {
      throw damaged("its signature is " + length + " bytes long");
    }
    SampleSignature signature =
        length == 0 ? null : new SampleSignature(Digests.hex(bytes(length)));
    checkDigest(Digests.hex(whole.digest()));
    if (in.read() >= 0) {
      throw damaged("it goes on behind its end");
    }
    return new SampleSeal(digest, signature);
  }

  private void checkDigest(String digest) throws IOException {
    if (!Digests.hex(bytes(SampleFormat.DIGEST)).equals(digest)) {
      throw new InvalidSampleException(
          file + " is not what its digest is of: it was changed or damaged, have it sent again");
    }
  }

  private <T> T read(byte[] json, Class<T> type) throws IOException {
    T value;
    try {
      value = SampleFormat.MAPPER.readValue(json, type);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new InvalidSampleException(message("a part of it is no JSON of its kind"), e);
    }
    if (value == null) {
      throw damaged("a part of it is null");
    }
    return value;
  }

  private byte[] json() throws IOException {
    return bytes(in(intNumber(), SampleFormat.MOST_JSON));
  }

  private int in(int length, int most) throws IOException {
    if (length < 0 || length > most) {
      throw damaged("a part of it is said to have " + length + " entries");
    }
    return length;
  }

  private int intNumber() throws IOException {
    return ByteBuffer.wrap(bytes(Integer.BYTES)).getInt();
  }

  /** Grows as it reads: a length that is a lie costs no memory. */
  private long[] longs(int count) throws IOException {
    long[] values = new long[Math.min(count, PART)];
    for (int done = 0; done < count; ) {
      int n = Math.min(PART, count - done);
      if (done + n > values.length) {
        values = java.util.Arrays.copyOf(values, Math.min(count, values.length * 2));
      }
      ByteBuffer.wrap(bytes(n * Long.BYTES)).asLongBuffer().get(values, done, n);
      done += n;
    }
    return values;
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new InvalidSampleException(
          message("it ends too early"), new EOFException(file.toString()));
    }
    sha256.update(bytes);
    whole.update(bytes);
    offset += count;
    return bytes;
  }

  private InvalidSampleException damaged(String why) {
    return new InvalidSampleException(message(why));
  }

  private String message(String why) {
    return String.format(
        Locale.ROOT, "%s is damaged at byte %d (%s): have it sent again", file, offset, why);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
