package dev.bookplate.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What is around the bytes of a file or member.
 *
 * @param archives how many, 0 for a file
 * @param levels these and the packings between them, from the outside: {@code gzip}, {@code tar}
 */
record Around(int archives, List<String> levels) {
  /** A file as it lies there. */
  static final Around NOTHING = new Around(0, List.of());

  /** The same with a packing inside. */
  Around packed(Compression compression) {
    return new Around(archives, with(compression));
  }

  /** The same with an archive inside, which may be packed. */
  Around archive(FileFormat format) {
    return new Around(archives + 1, levels(format, format.label()));
  }

  /** All levels down to what is in the bytes. */
  List<String> levels(FileFormat format, String innermost) {
    List<String> all = new ArrayList<>(with(format.compression()));
    all.add(innermost);
    return List.copyOf(all);
  }

  private List<String> with(Compression compression) {
    List<String> all = new ArrayList<>(levels);
    if (compression != Compression.NONE) {
      all.add(compression.label());
    }
    return List.copyOf(all);
  }
}
