package dev.bookplate.audit;

import dev.bookplate.catalogue.SampleSignature;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
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
