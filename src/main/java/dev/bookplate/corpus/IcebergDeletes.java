package dev.bookplate.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of an Iceberg table that delete rows of others by position. */
final class IcebergDeletes {
  private final Map<String, List<IcebergFile>> ofOneFile = new HashMap<>();
  private final Map<String, List<IcebergFile>> ofPartition = new HashMap<>();
  private long count;

  void add(IcebergFile file) {
    count++;
    String only = file.reach().only();
    if (only == null) {
      ofPartition.computeIfAbsent(file.partition(), k -> new ArrayList<>()).add(file);
    } else {
      ofOneFile.computeIfAbsent(only, k -> new ArrayList<>()).add(file);
    }
  }

  /** Those that may be about a data file, in the order in which they were added. */
  List<IcebergFile> of(IcebergFile data) {
    return Stream.concat(
            ofOneFile.getOrDefault(data.path(), List.of()).stream(),
            ofPartition.getOrDefault(data.partition(), List.of()).stream())
        .filter(deletes -> deletes.mayDeleteFrom(data))
        .toList();
  }

  long count() {
    return count;
  }
}
