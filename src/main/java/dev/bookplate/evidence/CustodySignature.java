package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ed25519 signatures of a run: lines of its custody log that vouch for all lines before them. */
public final class CustodySignature {
  private static final String ALGORITHM = "Ed25519";
  private static final String KEY_SHA256 = "publicKeySha256";

  private CustodySignature() {}

  /**
   * A key to sign with, and the one to check with.
   *
   * @param secret signs
   * @param open is named in the log
   */
  public record Keys(PrivateKey secret, PublicKey open) {}

  /** Signs a run as it is now: adds a line to its log. */
  public static CustodyEntry sign(Path run, Keys keys, CustodyEntry.By by) throws IOException {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put(KEY_SHA256, name(keys.open));
    detail.put(CustodyLog.PUBLIC_KEY, Base64.getEncoder().encodeToString(keys.open.getEncoded()));
    return CustodyLog.append(
        run, CustodyEvent.SIGNED, by, detail, entry -> entry.signed(hex(entry, keys.secret)));
  }

  private static String hex(CustodyEntry entry, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message(entry));
      return Digests.hex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key can always sign", e);
    }
  }

  private static byte[] message(CustodyEntry entry) {
    return (CustodyLog.SIGNED_TEXT + entry.sha256()).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a signed line holds by the key that it names itself. */
  static boolean holds(CustodyEntry entry) {
    String named = entry.detail().get(CustodyLog.PUBLIC_KEY);
    try {
      byte[] der = Base64.getDecoder().decode(String.valueOf(named));
      PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
      return isBy(entry, key) && name(key).equals(entry.detail().get(KEY_SHA256));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the holder of a key signed a line. */
  public static boolean isBy(CustodyEntry entry, PublicKey key) {
    if (entry.signature() == null) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(message(entry));
      return signature.verify(HexFormat.of().parseHex(entry.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** What people compare: SHA-256 of the key as X.509 encodes it, in hex. */
  public static String name(PublicKey key) {
    return Digests.hex(Digests.algorithm("SHA-256").digest(key.getEncoded()));
  }
}
