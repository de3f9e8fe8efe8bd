package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;

/**
 * Is shown the bytes of each member of an archive, and of what packed files unpack to, as they go
 * by: nothing is read again for it. Used by one thread.
 */
@FunctionalInterface
public interface MemberBytes {
  /** Looks at nothing. */
  MemberBytes UNSEEN = whole -> Sink.NONE;

  /**
   * Bytes begin.
   *
   * @param whole the member, or the packed file, as outcomes that are about all of it name it
   */
  Sink begin(Origin whole);

  /** Takes the bytes of one member. */
  interface Sink {
    /** Takes nothing. */
    Sink NONE =
        new Sink() {
          @Override
          public void bytes(byte[] data, int from, int count) {
            // nothing is wanted of them
          }

          @Override
          public void end() {
            // nothing was wanted
          }
        };

    /** The next bytes: {@code data[from, from + count)}, which are somebody else's afterwards. */
    void bytes(byte[] data, int from, int count);

    /**
     * There are no more. Told before the member's first outcome where the member is one document,
     * or was held in memory, else after its last; never of a member that was not read to its end.
     */
    void end();
  }
}
