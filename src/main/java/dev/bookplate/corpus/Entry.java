package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A file of the corpus, or a member of an archive in it: bytes under a name, as a reader is given
 * them.
 *
 * @param whole where it stands: corpus, path and member, null for a file itself; record 0, and all
 *     of its bytes, or -1 where their number is not known
 * @param source its bytes
 * @param format what they are
 * @param around archives and packings that it was taken out of
 */
record Entry(Origin whole, Source source, FileFormat format, Around around) {
  /** What is in {@code source}, by its first bytes and by the end of its path. */
  static Entry of(Origin whole, Source source, Around around) throws IOException {
    String path = whole.member() == null ? whole.path() : whole.member();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new Entry(whole, source, FileFormat.of(source, name), around);
  }

  /** The unpacked bytes. */
  InputStream unpacked() throws IOException {
    return format.compression().open(source);
  }

  /** All that it is wrapped in, and what it is: {@code gzip, tar, EPUB}. */
  List<String> levels(String innermost) {
    return around.levels(format, innermost);
  }

  /**
   * One record of it.
   *
   * @param record from 0
   * @param from first byte in what is unpacked, or -1
   * @param to first byte after, or -1
   */
  Origin record(long record, long from, long to) {
    return new Origin(whole.corpus(), whole.path(), whole.member(), record, from, to);
  }
}
