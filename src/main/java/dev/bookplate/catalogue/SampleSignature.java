package dev.bookplate.catalogue;

import dev.bookplate.origin.Digests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 signature of a file of fingerprints, over a label and the digest of all that it holds.
 *
 * @param bytes 64 of them, in hex
 */
public record SampleSignature(String bytes) {
  private static final String ALGORITHM = "Ed25519";
  private static final String LABEL = "bookplate fingerprints, digest ";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  /** Signs a digest in hex. */
  public static SampleSignature sign(String digest, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message(digest));
      return new SampleSignature(Digests.hex(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key can always sign", e);
    }
  }

  /** Whether the holder of that key signed that digest. */
  public boolean holds(String digest, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(message(digest));
      return signature.verify(java.util.HexFormat.of().parseHex(bytes));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] message(String digest) {
    return (LABEL + digest).getBytes(StandardCharsets.UTF_8);
  }

  /** The private key of a PEM file, as {@code openssl genpkey -algorithm ed25519} writes it. */
  public static Optional<PrivateKey> privateKey(String pem) {
    return der(pem, "PRIVATE KEY")
        .map(
            der -> {
              try {
                return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(der));
              } catch (GeneralSecurityException e) {
                return null;
              }
            });
  }

  /** The public key of a PEM file, as {@code openssl pkey -pubout} writes it. */
  public static Optional<PublicKey> publicKey(String pem) {
    return der(pem, "PUBLIC KEY")
        .map(
            der -> {
              try {
                return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(der));
              } catch (GeneralSecurityException e) {
                return null;
              }
            });
  }

  private static Optional<byte[]> der(String pem, String kind) {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.find() || !matcher.group(1).equals(kind)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(matcher.group(2)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
