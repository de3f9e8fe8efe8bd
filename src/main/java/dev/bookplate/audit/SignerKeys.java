package dev.bookplate.audit;

import dev.bookplate.catalogue.SampleSignature;
import dev.bookplate.evidence.CustodySignature;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.List;

/** PEM files of Ed25519 keys, with which catalogues without text are signed and checked. */
public final class SignerKeys {
  private SignerKeys() {}

  /**
   * The key to sign with.
   *
   * @throws CatalogueException if the file holds none
   */
  public static PrivateKey privateKey(Path file) throws IOException {
    return SampleSignature.privateKey(read(file))
        .orElseThrow(
            () ->
                new CatalogueException(
                    file
                        + " holds no Ed25519 private key in PEM without a password: make one with"
                        + " openssl genpkey -algorithm ed25519"));
  }

  /**
   * The key to sign with, and the one to check with, which a private key gives.
   *
   * @throws CatalogueException if the file holds none
   */
  public static CustodySignature.Keys keys(Path file) throws IOException {
    PrivateKey secret = privateKey(file);
    return new CustodySignature.Keys(secret, publicOf(file, secret));
  }

  /**
   * The JDK makes a pair of 32 random bytes, which are the private key: given those instead, it
   * makes the same pair again.
   */
  private static PublicKey publicOf(Path file, PrivateKey secret) throws CatalogueException {
    byte[] seed = ((EdECPrivateKey) secret).getBytes().orElseThrow();
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
      KeyPair pair = generator.generateKeyPair();
      if (pair.getPrivate().equals(secret)) {
        return pair.getPublic();
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
    }
    throw new CatalogueException(
        file + " holds a key whose public one this Java does not give: use another JDK");
  }

  /** Gives what it was given. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] bytes;

    Given(byte[] bytes) {
      super(null, null);
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes, 0, into, 0, Math.min(bytes.length, into.length));
    }
  }

  /**
   * The key to check a signature with.
   *
   * @throws CatalogueException if the file holds none
   */
  public static PublicKey publicKey(Path file) throws IOException {
    return SampleSignature.publicKey(read(file))
        .orElseThrow(
            () ->
                new CatalogueException(
                    file
                        + " holds no Ed25519 public key in PEM: get one from the signer, who makes"
                        + " it with openssl pkey -pubout"));
  }

  /**
   * Who of some signers signed a catalogue without text.
   *
   * @param signed what is named where it does not hold
   * @param signature in hex, or null
   * @param digest that it is of
   * @param keys at least one
   * @return what {@link #name} says of the first whose signature it is
   * @throws UnverifiedException if it is none's
   */
  static String signer(Path signed, String signature, String digest, List<PublicKey> keys)
      throws UnverifiedException {
    if (signature == null) {
      throw new UnverifiedException(
          signed + " is not signed: have it signed, or leave --verify-key out");
    }
    for (PublicKey key : keys) {
      if (new SampleSignature(signature).holds(digest, key)) {
        return name(key);
      }
    }
    throw new UnverifiedException(
        signed
            + " was not signed with the key that was given: ask the signer which key it was, and"
            + " do not rely on the file before");
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  /** What people compare: SHA-256 of the key as X.509 encodes it, in hex. */
  static String name(PublicKey key) {
    MessageDigest sha256 = Digests.algorithm("SHA-256");
    return Digests.hex(sha256.digest(key.getEncoded()));
  }
}
