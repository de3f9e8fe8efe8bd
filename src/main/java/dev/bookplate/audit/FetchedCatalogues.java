package dev.bookplate.audit;

import dev.bookplate.audit.StoredCatalogue.StoredFile;
import dev.bookplate.corpus.Locations;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Catalogues that were fetched to this machine. The workers of this process share a copy, which the
 * last to leave deletes.
 */
final class FetchedCatalogues {
  private static final Map<String, Copy> COPIES = new HashMap<>();

  private static final class Copy {
    private final Path folder;
    private int users;

    Copy(Path folder) {
      this.folder = folder;
    }
  }

  private FetchedCatalogues() {}

  /**
   * Fetches catalogues, or shares them; who takes them gives them back.
   *
   * @return for the folder that each has on the machine that started the scan, the one here
   * @throws IOException if one cannot be fetched, or is not the one that was stored
   */
  static synchronized Map<String, String> take(List<StoredCatalogue> stored) throws IOException {
    Map<String, String> folders = new HashMap<>();
    int taken = 0;
    try {
      for (StoredCatalogue catalogue : stored) {
        folders.put(catalogue.folder(), take(catalogue).toString());
        taken++;
      }
      return folders;
    } catch (IOException | RuntimeException e) {
      giveBack(stored.subList(0, taken));
      throw e;
    }
  }

  private static Path take(StoredCatalogue catalogue) throws IOException {
    Copy copy = COPIES.get(catalogue.location());
    if (copy == null) {
      copy = new Copy(fetch(catalogue));
      COPIES.put(catalogue.location(), copy);
    }
    copy.users++;
    return copy.folder;
  }

  static synchronized void giveBack(List<StoredCatalogue> stored) throws IOException {
    for (StoredCatalogue catalogue : stored) {
      Copy copy = COPIES.get(catalogue.location());
      copy.users--;
      if (copy.users == 0) {
        COPIES.remove(catalogue.location());
        FileTrees.delete(copy.folder);
      }
    }
  }

  private static Path fetch(StoredCatalogue catalogue) throws IOException {
    Path from = Locations.of(catalogue.location());
    Path folder = Files.createTempDirectory("bookplate-catalogue-");
    try {
      for (StoredFile file : catalogue.files()) {
        Path target = folder.resolve(file.path());
        Files.createDirectories(target.getParent());
        Files.copy(from.resolve(file.path()), target);
        if (!Digests.of(target).sha256().equals(file.sha256())) {
          throw new IOException(
              from.resolve(file.path())
                  + " is not the file that was stored; check that file system, and scan again.");
        }
      }
      return folder;
    } catch (IOException | RuntimeException e) {
      FileTrees.delete(folder);
      throw e;
    }
  }
}
