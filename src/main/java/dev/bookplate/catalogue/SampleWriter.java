package dev.bookplate.catalogue;

import dev.bookplate.origin.Digests;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.HexFormat;

/** Writes a file of fingerprints: header, editions, {@link #seal}. */
public final class SampleWriter implements Closeable {
  private final MessageDigest sha256 = Digests.algorithm("SHA-256");
  private final MessageDigest whole = Digests.algorithm("SHA-256");
  private final OutputStream target;
  private final DataOutputStream out;

  /** Starts a file; closing this closes the stream. */
  public SampleWriter(OutputStream target, SampledHeader header) throws IOException {
    this.target = target;
    out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DigestOutputStream(new DigestOutputStream(target, whole), sha256)));
    out.write(SampleFormat.MAGIC.getBytes(StandardCharsets.US_ASCII));
    writeJson(SampleFormat.MAPPER.writeValueAsBytes(header));
  }

  /** Adds an edition. */
  public void add(SampledEdition edition) throws IOException {
    writeJson(edition.edition().toBytes());
    out.writeInt(edition.fingerprints().length);
    writeLongs(edition.fingerprints());
    writeLongs(edition.sketch());
  }

  /**
   * Ends the file.
   *
   * @param signer who signs it, or null for nobody
   */
  public SampleSeal seal(PrivateKey signer) throws IOException {
    out.flush();
    String digest = Digests.hex(sha256.digest());
    return seal(digest, signer == null ? null : SampleSignature.sign(digest, signer));
  }

  /** Ends the file with the signature that it once had. */
  public SampleSeal sealAgain(SampleSignature signature) throws IOException {
    out.flush();
    return seal(Digests.hex(sha256.digest()), signature);
  }

  private SampleSeal seal(String digest, SampleSignature signature) throws IOException {
    out.write(HexFormat.of().parseHex(digest));
    byte[] bytes = signature == null ? new byte[0] : HexFormat.of().parseHex(signature.bytes());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
    out.write(whole.digest());
    out.flush();
    return new SampleSeal(digest, signature);
  }

  private void writeJson(byte[] json) throws IOException {
    out.writeInt(json.length);
    out.write(json);
  }

  private void writeLongs(long[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    out.write(bytes.array());
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
