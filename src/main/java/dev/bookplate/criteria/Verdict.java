package dev.bookplate.criteria;

/** Whether a criterion is met, as far as is known. */
public enum Verdict {
  /** It is, whatever is not known. */
  Y,
  /** It is not, whatever is not known. */
  N,
  /** What is not known decides. */
  UNKNOWN;

  /** Both are. */
  Verdict and(Verdict other) {
    if (this == N || other == N) {
      return N;
    }
    return this == Y && other == Y ? Y : UNKNOWN;
  }

  /** One is. */
  Verdict or(Verdict other) {
    if (this == Y || other == Y) {
      return Y;
    }
    return this == N && other == N ? N : UNKNOWN;
  }

  /** Of what certainly is, and certainly is not. */
  static Verdict of(boolean isCertain, boolean isImpossible) {
    if (isCertain) {
      return Y;
    }
    return isImpossible ? N : UNKNOWN;
  }
}
