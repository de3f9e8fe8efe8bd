package dev.bookplate.cli;

import dev.bookplate.audit.SampledCatalogues;
import dev.bookplate.audit.SignerKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What came with catalogues that hold fingerprints and no text, as typed. */
final class KeyOptions {
  @Option(
      names = "--key",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Keys of the catalogues that hold fingerprints and no text.")
  private List<Path> keys = List.of();

  @Option(
      names = "--verify-key",
      arity = "1..*",
      paramLabel = "PUB.pem",
      description =
          "Ed25519 public keys: each catalogue that holds fingerprints and no text must have been"
              + " signed with one of them.")
  private List<Path> verifyKeys = List.of();

  void check() throws IOException {
    InputPaths.requireAll("key", keys);
    InputPaths.requireAll("signer's key", verifyKeys);
  }

  List<Path> files() {
    return keys;
  }

  SampledCatalogues.Keys toKeys() throws IOException {
    List<PublicKey> signers = new ArrayList<>();
    for (Path file : verifyKeys) {
      signers.add(SignerKeys.publicKey(file));
    }
    return new SampledCatalogues.Keys(keys, signers);
  }
}
