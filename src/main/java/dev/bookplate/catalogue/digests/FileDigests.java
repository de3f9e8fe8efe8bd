package dev.bookplate.catalogue.digests;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a file's bytes were summed up to.
 *
 * @param size in bytes
 * @param digests of the kinds that were wanted, in lower-case hex; more than one of a kind only
 *     where programs disagree on how it is made
 */
public record FileDigests(long size, Map<Digest, List<String>> digests) implements Serializable {

  /** The digests of a kind; none where it was not wanted. */
  public List<String> of(Digest kind) {
    return digests.getOrDefault(kind, List.of());
  }

  /** The SHA-256, or null where it was not wanted. */
  public String sha256() {
    return of(Digest.SHA256).stream().findFirst().orElse(null);
  }
}
