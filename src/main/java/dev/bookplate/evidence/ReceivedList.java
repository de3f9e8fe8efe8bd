package dev.bookplate.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A list of files and digests as it was read, to be held against what a scan digested.
 *
 * @param name of its file
 * @param sha256 of its file
 * @param entries in its order
 * @param unread lines that say nothing of a file, and why
 */
public record ReceivedList(String name, String sha256, List<Entry> entries, List<String> unread) {

  /**
   * A file of the list.
   *
   * @param path as the list has it
   * @param size in bytes, or -1
   * @param digests in lower-case hex, by name: md5, sha1, sha256 and others
   */
  public record Entry(String path, long size, Map<String, String> digests) {}

  /**
   * Compares. A file of the list is the one whose path, with or without the corpus' name in front,
   * is its path, or the end of it, or has it as its end; where that is several, the first that has
   * its digests.
   */
  public Received.HashList against(List<Manifest.Input> inputs) {
    Map<String, List<Manifest.Input>> byName = new HashMap<>();
    TreeSet<InputFile> extra = new TreeSet<>();
    for (Manifest.Input input : inputs) {
      byName.computeIfAbsent(last(input.path()), n -> new ArrayList<>()).add(input);
      extra.add(input.file());
    }
    List<String> missing = new ArrayList<>();
    List<Received.Differing> differing = new ArrayList<>();
    List<String> notChecked = new ArrayList<>();
    long same = 0;
    for (Entry entry : entries) {
      Manifest.Input input = find(entry, byName.getOrDefault(last(plain(entry.path())), List.of()));
      if (input == null) {
        missing.add(entry.path());
        continue;
      }
      extra.remove(input.file());
      List<Received.Differing> here = differences(entry, input);
      differing.addAll(here);
      boolean isChecked = entry.digests().keySet().stream().anyMatch(d -> digest(input, d) != null);
      if (!isChecked) {
        notChecked.add(name(input));
      } else if (here.isEmpty()) {
        same++;
      }
    }
    return new Received.HashList(
        name,
        sha256,
        entries.size(),
        same,
        missing,
        extra.stream().map(f -> f.corpus() + "/" + f.path()).toList(),
        differing,
        notChecked,
        unread);
  }

  private static Manifest.Input find(Entry entry, List<Manifest.Input> named) {
    String path = plain(entry.path());
    List<Manifest.Input> alike = named.stream().filter(i -> isOneEnd(path, i)).toList();
    return alike.stream()
        .filter(i -> differences(entry, i).isEmpty())
        .findFirst()
        .orElse(alike.isEmpty() ? null : alike.getFirst());
  }

  private static boolean isOneEnd(String path, Manifest.Input input) {
    String whole = "/" + name(input);
    String listed = "/" + path;
    return whole.endsWith(listed) || listed.endsWith(whole) || listed.endsWith("/" + input.path());
  }

  private static List<Received.Differing> differences(Entry entry, Manifest.Input input) {
    List<Received.Differing> differing = new ArrayList<>();
    if (entry.size() >= 0 && input.size() != null && entry.size() != input.size()) {
      differing.add(
          new Received.Differing(
              name(input), "size", Long.toString(entry.size()), input.size().toString()));
    }
    entry
        .digests()
        .forEach(
            (kind, listed) -> {
              String found = digest(input, kind);
              if (found != null && !found.equals(listed.toLowerCase(Locale.ROOT))) {
                differing.add(new Received.Differing(name(input), kind, listed, found));
              }
            });
    return differing;
  }

  private static String digest(Manifest.Input input, String kind) {
    return switch (kind) {
      case "md5" -> input.md5();
      case "sha1" -> input.sha1();
      case "sha256" -> input.sha256();
      default -> null;
    };
  }

  private static String name(Manifest.Input input) {
    return input.corpus().equals(input.path()) ? input.path() : input.corpus() + "/" + input.path();
  }

  private static String plain(String path) {
    String slashes = path.replace('\\', '/');
    return slashes.replaceFirst("^(\\./|/)+", "");
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
