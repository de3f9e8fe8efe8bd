package dev.bookplate.criteria;

import java.io.IOException;

/** Tells what is known of works beside what a run tells. */
@FunctionalInterface
public interface KnownWorks {
  /** Of a work; {@link KnownWork#NONE} where nothing is. */
  KnownWork of(String catalogue, String workId) throws IOException;

  /** Knows nothing. */
  KnownWorks NOTHING = (catalogue, workId) -> KnownWork.NONE;

  /** The same, and what others know where this does not. */
  default KnownWorks or(KnownWorks others) {
    return (catalogue, workId) -> of(catalogue, workId).or(others.of(catalogue, workId));
  }
}
