package dev.bookplate.evidence;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What was decided before the first shard of a scan was read: {@code scan.json}. Whoever goes on
 * with the scan, or puts its parts together, holds everything to it. Nothing of it depends on where
 * the files are on a machine.
 *
 * @param format {@link #FORMAT}
 * @param part which share of the scan it is
 * @param plan digest of all that decides what a shard's file holds
 * @param decided what it is made of and what else decides the run, by the name that people know it
 *     under
 * @param listing digest of the shards of the whole corpus and of what was left out
 * @param shards of the whole corpus
 * @param files of the whole corpus, in canonical order
 * @param commandLine as typed when the scan began, in parts
 */
public record ScanRecord(
    String format,
    Part part,
    String plan,
    Map<String, String> decided,
    String listing,
    int shards,
    List<ListedFile> files,
    List<String> commandLine) {
  /** Name and version of the form of an unfinished scan and of a part. */
  public static final String FORMAT = "bookplate-scan/2";

  /** Keeps copies, in their order. */
  public ScanRecord {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(part, "part");
    decided = new LinkedHashMap<>(decided);
    files = List.copyOf(files);
  }

  /**
   * What is different about another scan, of any part, as a part of a sentence.
   *
   * @return null where both are of one scan
   */
  public String difference(ScanRecord other) {
    if (!format.equals(other.format)) {
      return "the form of its files, " + other.format + " and not " + format;
    }
    if (part.of() != other.part.of()) {
      return String.format(
          Locale.ROOT, "the number of parts, %d and not %d", other.part.of(), part.of());
    }
    for (String name : decided.keySet()) {
      if (!Objects.equals(decided.get(name), other.decided.get(name))) {
        return name;
      }
    }
    for (String name : other.decided.keySet()) {
      if (!decided.containsKey(name)) {
        return name;
      }
    }
    return listing.equals(other.listing) && plan.equals(other.plan) ? null : corpus(other);
  }

  private String corpus(ScanRecord other) {
    Map<InputFile, ListedFile> there = new HashMap<>();
    other.files.forEach(f -> there.put(f.file(), f));
    for (ListedFile file : files) {
      ListedFile same = there.remove(file.file());
      if (same == null) {
        return "the corpus, which lacks " + name(file);
      }
      if (same.size() != file.size()) {
        return String.format(
            Locale.ROOT,
            "the file %s, which has %d bytes and not %d",
            name(file),
            same.size(),
            file.size());
      }
      if (same.shards() != file.shards()) {
        return "the shards of " + name(file);
      }
    }
    Iterator<ListedFile> more = there.values().stream().sorted(ScanRecord::compare).iterator();
    return more.hasNext()
        ? "the corpus, which has " + name(more.next()) + " too"
        : "what was left out of the corpus, such as hidden files";
  }

  private static int compare(ListedFile a, ListedFile b) {
    return a.file().compareTo(b.file());
  }

  private static String name(ListedFile file) {
    return file.corpus().equals(file.path()) ? file.path() : file.corpus() + "/" + file.path();
  }
}
