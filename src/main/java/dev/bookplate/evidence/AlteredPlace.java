package dev.bookplate.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where a file was altered, as far as the digests of its blocks tell. */
final class AlteredPlace {
  private final Path file;
  private final Manifest.FileDigest recorded;
  private final Manifest.FileDigest found;

  private AlteredPlace(Path file, Manifest.FileDigest recorded, Manifest.FileDigest found) {
    this.file = file;
    this.recorded = recorded;
    this.found = found;
  }

  /** Null where the file is what was recorded. */
  static Problem of(String name, Path file, Manifest.FileDigest recorded) throws IOException {
    Manifest.FileDigest found = BlockDigests.of(file, BlockDigests.blockBytes(recorded.size()));
    if (found.size() == recorded.size() && found.sha256().equals(recorded.sha256())) {
      return null;
    }
    AlteredPlace place = new AlteredPlace(file, recorded, found);
    return new Problem(name, place.where(), place.what());
  }

  private String what() {
    String size =
        found.size() == recorded.size()
            ? ""
            : String.format(
                Locale.ROOT,
                "it has %d bytes and the record says %d, ",
                found.size(),
                recorded.size());
    return size + "its SHA-256 is " + found.sha256() + " and the record says " + recorded.sha256();
  }

  private String where() throws IOException {
    List<String> was = recorded.blocks();
    if (was == null) {
      return "somewhere";
    }
    int first = 0;
    while (first < was.size()
        && first < found.blocks().size()
        && was.get(first).equals(found.blocks().get(first))) {
      first++;
    }
    int last = first;
    while (last + 1 < Math.min(was.size(), found.blocks().size())
        && !was.get(last + 1).equals(found.blocks().get(last + 1))) {
      last++;
    }
    long block = BlockDigests.blockBytes(recorded.size());
    long from = first * block;
    long to = Math.min((last + 1) * block, Math.max(found.size(), from));
    return from >= to
        ? "behind byte " + from
        : String.format(Locale.ROOT, "in bytes %d to %d, %s", from, to, lines(from, to));
  }

  private String lines(long from, long to) throws IOException {
    long before = 0;
    long within = 0;
    byte[] buffer = new byte[1 << 16];
    long at = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n > 0 && at < to; n = in.read(buffer)) {
        for (int i = 0; i < n && at < to; i++, at++) {
          if (buffer[i] == '\n') {
            before += at < from ? 1 : 0;
            within += at >= from && at < to - 1 ? 1 : 0;
          }
        }
      }
    }
    return within == 0
        ? "line " + (before + 1)
        : String.format(Locale.ROOT, "lines %d to %d", before + 1, before + 1 + within);
  }
}
