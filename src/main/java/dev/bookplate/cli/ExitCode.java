package dev.bookplate.cli;

/** How the program ends, in the order in which the first that applies is taken. Nothing else. */
public enum ExitCode {
  /** Ctrl-C or SIGTERM. */
  INTERRUPTED(130, "interrupted"),
  /** An error of the program or of the machine. */
  INTERNAL(70, "internal error (also a full disk)"),
  /** What was asked for cannot be done. */
  USAGE(
      2,
      "usage (also an input or catalogue that does not exist, is locked, has another fingerprint"
          + " spec, or holds nothing to look for)"),
  /** Evidence is not what it says it is. */
  EVIDENCE(4, "evidence, or a catalogue, does not verify; also a failed self-test"),
  /** What was to make the command fail was found. */
  FOUND(1, "done, and there are findings at or above --fail-on GRADE"),
  /** There may be text that nobody looked at. */
  UNREAD(
      3, "done, but some input could not be read, or none could (--max-unread tolerates so many)"),
  /** Done. */
  DONE(0, "done, whatever was found");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** What the process returns. */
  public int code() {
    return code;
  }

  /** When, as help says it. */
  public String meaning() {
    return meaning;
  }
}
