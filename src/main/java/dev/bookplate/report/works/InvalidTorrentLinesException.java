package dev.bookplate.report.works;

import java.io.IOException;

/** A file is not what the check of torrents prints. The message is a sentence for the user. */
public final class InvalidTorrentLinesException extends IOException {
  private static final long serialVersionUID = 1;

  InvalidTorrentLinesException(String message) {
    super(message);
  }
}
