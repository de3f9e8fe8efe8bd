package dev.bookplate.evidence;

/**
 * Something of a run that does not hold.
 *
 * @param file of the run, by its name, or of a corpus, as corpus and path
 * @param place in it, for people: bytes, lines, a finding, a field
 * @param what is not as it should be, as a phrase
 */
public record Problem(String file, String place, String what) {
  /** One sentence. */
  public String sentence() {
    return file + ", " + place + ": " + what + ".";
  }
}
