package dev.bookplate.audit;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds catalogues against their checksums while they are searched: a library takes longer to read
 * through than a small corpus takes to scan. What was found counts only once this has ended well.
 */
final class IntegrityCheck {
  private final Thread thread;
  private volatile Throwable damage;

  private IntegrityCheck(List<CatalogueFolder> catalogues) {
    thread = new Thread(() -> check(catalogues), "bookplate-integrity");
    thread.setDaemon(true);
  }

  /** Starts on all that a plan searches, and on more. */
  static IntegrityCheck start(AuditPlan plan, List<AuditPlan.CatalogueRef> more) {
    List<CatalogueFolder> folders =
        Stream.of(plan.catalogues(), plan.background(), more)
            .flatMap(List::stream)
            .map(ref -> new CatalogueFolder(Path.of(ref.folder())))
            .distinct()
            .toList();
    IntegrityCheck check = new IntegrityCheck(folders);
    check.thread.start();
    return check;
  }

  private void check(List<CatalogueFolder> catalogues) {
    try {
      for (CatalogueFolder catalogue : catalogues) {
        catalogue.checkIntegrity();
      }
    } catch (Throwable e) { // whoever waits has to know of errors too
      damage = e;
    }
  }

  /** What is done with the catalogues meanwhile. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws IOException, InterruptedException;
  }

  /**
   * Does something with the catalogues, and waits until they have been read through.
   *
   * @return what came of it
   * @throws dev.bookplate.index.IndexException if a catalogue is damaged, whatever else went wrong:
   *     that is the reason, and what can be mended
   */
  <T> T during(Work<T> work) throws IOException, InterruptedException {
    T done;
    try {
      done = work.run();
    } catch (IOException | RuntimeException e) {
      await();
      throw e;
    }
    await();
    return done;
  }

  private void await() throws IOException, InterruptedException {
    thread.join();
    if (damage != null) {
      Throwables.throwIfInstanceOf(damage, IOException.class);
      Throwables.throwIfUnchecked(damage);
      throw new IllegalStateException(damage);
    }
  }
}
