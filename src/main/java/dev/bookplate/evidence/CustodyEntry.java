package dev.bookplate.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bookplate.origin.Digests;
import java.util.Map;

/**
 * One line of {@code custody.jsonl}.
 *
 * @param number from 1
 * @param event what was done
 * @param at when, ISO 8601, UTC, by the clock of the machine
 * @param by who did it, with what
 * @param detail name and value, in order
 * @param manifest of the run, where the event is that it was created; else null
 * @param previous SHA-256 of the line before, without its end; null in the first
 * @param sha256 of this line as it is without this key and the next
 * @param signature Ed25519 over {@link CustodyLog#SIGNED_TEXT} and {@code sha256}, in hex, where
 *     the event is that it was signed; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustodyEntry(
    int number,
    CustodyEvent event,
    String at,
    By by,
    Map<String, String> detail,
    Manifest.FileDigest manifest,
    String previous,
    String sha256,
    String signature) {

  /**
   * Who did something to a run, with what.
   *
   * @param operator as stated, or null: nobody is named who did not ask for it
   * @param account name that the system knows the user by, or null
   * @param host name of the machine, or null
   * @param program name, version and build
   * @param programSha256 of the program's file, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record By(
      String operator, String account, String host, String program, String programSha256) {}

  /** The same with its own digest. */
  CustodyEntry sealed() {
    return with(Digests.sha256(RunJson.line(with(null, null))), null);
  }

  /** The same with a signature. */
  CustodyEntry signed(String hex) {
    return with(sha256, hex);
  }

  private CustodyEntry with(String digest, String hex) {
    return new CustodyEntry(number, event, at, by, detail, manifest, previous, digest, hex);
  }
}
