package dev.bookplate.catalogue.torrent;

/** What came of holding a file against a torrent. */
public enum Verdict {
  /** Every byte of it is what the torrent lists. */
  VERIFIED_FULL,
  /**
   * All pieces that lie wholly in it hold; those that it shares with others could not be checked,
   * because the others are not there or are damaged.
   */
  VERIFIED_INTERIOR,
  /** A piece, the root or the size is another. */
  MISMATCH,
  /** It is not there, or no piece of it could be checked. */
  NOT_COVERED
}
