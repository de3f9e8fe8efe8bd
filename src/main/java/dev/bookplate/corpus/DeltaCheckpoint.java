package dev.bookplate.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The newest checkpoint of a Delta log that is whole: one Parquet file, one in numbered parts, or
 * one of the second version, under a name of its own, in Parquet or JSON.
 *
 * @param version of the table that it holds
 * @param files that it consists of, in order; what these name in {@code _sidecars} belongs to it
 */
record DeltaCheckpoint(long version, List<Path> files) {
  private static final Pattern NAME =
      Pattern.compile(
          "(\\d{20})\\.checkpoint(?:\\.(\\d{10})\\.(\\d{10})|\\.([0-9a-f-]{36}))?"
              + "\\.(parquet|json)");

  /** Parts of one number, as their names say it. */
  private record Parts(int of, SortedMap<Integer, Path> files) {
    boolean isWhole() {
      return files.size() == of && files.firstKey() == 1 && files.lastKey() == of;
    }
  }

  /** The newest in a folder, or null. */
  static DeltaCheckpoint newest(Path log) throws IOException {
    List<DeltaCheckpoint> all = new ArrayList<>();
    SortedMap<String, Parts> parts = new TreeMap<>();
    List<Path> entries;
    try (Stream<Path> list = Files.list(log)) {
      entries = list.sorted(Comparator.comparing(Path::toString)).toList();
    }
    for (Path file : entries) {
      Matcher m = NAME.matcher(String.valueOf(file.getFileName()));
      if (!m.matches()) {
        continue;
      }
      long version = number(m.group(1));
      if (m.group(2) != null) {
        int of = (int) number(m.group(3));
        parts
            .computeIfAbsent(m.group(1) + "." + of, k -> new Parts(of, new TreeMap<>()))
            .files()
            .put((int) number(m.group(2)), file);
      } else if (m.group(4) != null || m.group(5).equals("parquet")) {
        all.add(new DeltaCheckpoint(version, List.of(file)));
      }
    }
    parts.forEach(
        (key, each) -> {
          if (each.isWhole()) {
            long version = Long.parseLong(key.substring(0, key.indexOf('.')));
            all.add(new DeltaCheckpoint(version, List.copyOf(each.files().values())));
          }
        });
    return all.stream().max(Comparator.comparingLong(DeltaCheckpoint::version)).orElse(null);
  }

  private static long number(String digits) throws IOException {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new UnsupportedTableException("its log has a version that is no number");
    }
  }
}
