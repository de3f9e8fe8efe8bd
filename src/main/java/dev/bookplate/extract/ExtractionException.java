package dev.bookplate.extract;

import java.util.Locale;

/** A file that gives no text. The message is one sentence for the user, without the file's name. */
public final class ExtractionException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why there is no text. */
  public enum Reason {
    /** The file holds nothing, or nothing but blanks. */
    EMPTY,
    /** Digital rights management keeps the text from every reader but the seller's. */
    DRM,
    /** A password is needed. */
    ENCRYPTED,
    /** The format is known, but no reader here gets text out of it. */
    UNSUPPORTED,
    /** A book or office file that was read, and has not a word: pictures of pages, mostly. */
    NO_TEXT,
    /** A picture, a sound, a film or a font: whoever looks for texts does not look there. */
    MEDIA,
    /** Not text and not a known format. */
    NOT_TEXT,
    /** A limit on size was reached. */
    OVER_LIMIT,
    /** Damaged, truncated or otherwise not what it claims to be. */
    CORRUPT;

    /** The name in files: {@code no-text}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;

  /** A file that gives no text, for a reason. */
  public ExtractionException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A file that gives no text, for a reason, found by another exception. */
  public ExtractionException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why there is no text. */
  public Reason reason() {
    return reason;
  }
}
