package dev.bookplate.report.works;

import dev.bookplate.report.load.ProducedNumbers;

/**
 * What is at hand beside a run, for columns that a run alone cannot fill.
 *
 * @param reported of catalogues
 * @param torrents that hold files of the corpus
 * @param produced numbers of the run's documents
 */
public record BesideRun(ReportedDigests reported, HeldTorrents torrents, ProducedNumbers produced) {
  /** Nothing is. */
  public static final BesideRun NOTHING =
      new BesideRun(ReportedDigests.NONE, HeldTorrents.NONE, ProducedNumbers.NONE);

  /** The same with catalogues. */
  public BesideRun with(ReportedDigests other) {
    return new BesideRun(other, torrents, produced);
  }

  /** The same with torrents; null leaves them. */
  public BesideRun with(HeldTorrents other) {
    return other == null ? this : new BesideRun(reported, other, produced);
  }

  /** The same with a production; null leaves it. */
  public BesideRun with(ProducedNumbers other) {
    return other == null ? this : new BesideRun(reported, torrents, other);
  }
}
