package dev.bookplate.catalogue.torrent;

/** A file is no torrent that a client would take; the message is one clause that says why. */
public final class InvalidTorrentException extends Exception {
  private static final long serialVersionUID = 1;

  InvalidTorrentException(String message) {
    super(message);
  }
}
