package dev.bookplate.evidence;

import java.util.List;

/**
 * What was said of how the corpora came here, and how they compare with the list of digests that
 * came with them.
 *
 * @param suppliedBy who supplied them, as stated, or null
 * @param date when they were received, ISO 8601, as stated, or null
 * @param media what they came on, as stated, or null
 * @param list the producing party's list of digests, or null
 */
public record Received(String suppliedBy, String date, String media, HashList list) {

  /**
   * A list of digests against the files that were scanned.
   *
   * @param name of its file
   * @param sha256 of its file
   * @param listed files in it
   * @param same of them that were scanned and have every digest and size that the list gives
   * @param missing files of the list that were not scanned, by the names that it gives them
   * @param extra files that were scanned and are not in the list, as corpus and path
   * @param differing files of both whose digests or sizes differ
   * @param notChecked files of both of which the list gives no digest that is made here
   * @param unread lines of the list that say nothing of a file, and why
   */
  public record HashList(
      String name,
      String sha256,
      long listed,
      long same,
      List<String> missing,
      List<String> extra,
      List<Differing> differing,
      List<String> notChecked,
      List<String> unread) {

    /** Whether all files that were scanned are those of the list, and all of it was scanned. */
    public boolean agrees() {
      return missing.isEmpty()
          && extra.isEmpty()
          && differing.isEmpty()
          && notChecked.isEmpty()
          && unread.isEmpty();
    }
  }

  /**
   * A file that is not what the list says.
   *
   * @param file as corpus and path
   * @param what size, md5, sha1 or sha256
   * @param listed what the list says
   * @param found what the file has
   */
  public record Differing(String file, String what, String listed, String found) {}
}
