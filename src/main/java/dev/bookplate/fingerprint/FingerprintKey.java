package dev.bookplate.fingerprint;

import dev.bookplate.origin.Digests;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that the fingerprints of a catalogue without text went through. Who has it can look texts
 * up; who has not learns from the fingerprints only how many there are.
 */
public final class FingerprintKey implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int BYTES = 32;
  private static final int ID_DIGITS = 16;
  private static final String LABEL = "bookplate-key/1 ";
  private static final Pattern LINE = Pattern.compile(LABEL + "([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private FingerprintKey(byte[] key) {
    this.key = key;
  }

  /** A new key. */
  public static FingerprintKey random(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new FingerprintKey(key);
  }

  /** The key of a line that {@link #line} made; empty for anything else. */
  public static Optional<FingerprintKey> parse(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    return matcher.matches()
        ? Optional.of(new FingerprintKey(HexFormat.of().parseHex(matcher.group(1))))
        : Optional.empty();
  }

  /** The key as one line of text, which is to be kept secret. */
  public String line() {
    return LABEL + Digests.hex(key);
  }

  /** What the key may be called in public: does not tell it, and differs for every other. */
  public String id() {
    MessageDigest sha256 = Digests.algorithm("SHA-256");
    sha256.update("bookplate key id\n".getBytes(StandardCharsets.UTF_8));
    return Digests.hex(sha256.digest(key)).substring(0, ID_DIGITS);
  }

  /** Puts hashes through the key; for one thread. */
  public Keyed keyed() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return new Keyed(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** The id; never the key. */
  @Override
  public String toString() {
    return "key " + id();
  }

  /**
   * HMAC-SHA256 of a hash's 8 bytes, of which the first 64 bits are kept. Belongs to one thread.
   */
  public static final class Keyed {
    private final Mac mac;
    private final byte[] message = new byte[Long.BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(message);

    private Keyed(Mac mac) {
      this.mac = mac;
    }

    /** The keyed hash. */
    public long of(long hash) {
      buffer.putLong(0, hash);
      return ByteBuffer.wrap(mac.doFinal(message)).getLong();
    }
  }
}
