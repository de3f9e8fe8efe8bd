package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;
import java.util.List;

/**
 * Is told how each file, and each member of an archive, is wrapped, before its first outcome. Used
 * by one thread.
 */
@FunctionalInterface
public interface Wrappings {
  /** Wants to know nothing, so that nothing is looked at for it. */
  Wrappings UNTOLD = (whole, levels, bytes) -> {};

  /**
   * A file or member.
   *
   * @param whole where it stands; its member is null for a file
   * @param levels from the outside: {@code gzip, tar, zip, EPUB}
   * @param bytes of the member as its archive unpacks it, or of the file; -1 where not known
   */
  void wrapped(Origin whole, List<String> levels, long bytes);
}
