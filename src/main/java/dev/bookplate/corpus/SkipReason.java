package dev.bookplate.corpus;

import java.util.Locale;

/** Why a record is skipped: the closed list. */
public enum SkipReason {
  /** A blank line, an empty file, a text without a word. */
  EMPTY(false),
  /** Fewer words than are looked at. */
  TOO_SHORT(false),
  /** None of the fields that may hold the text is there. */
  NO_TEXT_FIELD(true),
  /** The text field is a number, a list or an object; or the file is not text. */
  NOT_TEXT(true),
  /** The same member was read already. */
  DUPLICATE_MEMBER(false),
  /** A password is needed. */
  ENCRYPTED(true),
  /** Digital rights management. */
  DRM(true),
  /** A format that nothing here reads. */
  UNSUPPORTED(true),
  /** Larger than a limit allows. */
  OVER_LIMIT(true),
  /**
   * Left out by an option, hidden, no longer part of a table, or known to hold no text, as a
   * picture or a label.
   */
  EXCLUDED(false);

  private final boolean unread;

  SkipReason(boolean unread) {
    this.unread = unread;
  }

  /** Whether there may be text that nobody looked at, so that the run is not complete. */
  public boolean unread() {
    return unread;
  }

  /** The name in files: {@code no-text-field}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
