package dev.bookplate.audit;

import java.io.Serializable;
import java.util.List;

/**
 * A catalogue that other machines can fetch.
 *
 * @param folder that it has on the machine that started the scan
 * @param location where it is to be fetched from
 * @param files all of them
 */
record StoredCatalogue(String folder, String location, List<StoredFile> files)
    implements Serializable {
  /**
   * A file of a catalogue.
   *
   * @param path in its folder, with {@code /}
   * @param sha256 64 hex digits
   */
  record StoredFile(String path, String sha256) implements Serializable {}
}
