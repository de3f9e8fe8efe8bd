package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a warehouse wrote beside the files of an unload: {@code {"entries": [{"url": …}]}}, as
 * Redshift does, with lengths or without; or one URL a line in {@code …-manifest.csv}, as Athena
 * does. BigQuery and Snowflake write none; their loaders' manifests have these forms.
 *
 * @param file of the manifest
 * @param entries that it lists
 */
record UnloadManifest(Path file, List<Entry> entries) {
  private static final long MAX_BYTES = 64 << 20;
  private static final Pattern URL = Pattern.compile("\"?([a-z][a-z0-9+.-]*://[^\"]*[^\"/])\"?");

  /**
   * A file that a manifest lists.
   *
   * @param url where it was
   * @param bytes of it, or -1
   */
  record Entry(String url, long bytes) {
    String name() {
      return url.substring(url.lastIndexOf('/') + 1);
    }
  }

  /** A manifest, or null where the file is something else. */
  static UnloadManifest of(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean isJson = name.endsWith("manifest") || name.endsWith("manifest.json");
    boolean isLines = name.endsWith("-manifest.csv");
    if ((!isJson && !isLines) || !Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      return null;
    }
    byte[] bytes = Files.readAllBytes(file);
    List<Entry> entries = isJson ? ofJson(bytes) : ofLines(bytes);
    return entries.isEmpty() ? null : new UnloadManifest(file, List.copyOf(entries));
  }

  private static List<Entry> ofJson(byte[] bytes) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (JsonNode entry : new ObjectMapper().readTree(bytes).path("entries")) {
        String url = entry.path("url").asText("");
        if (url.isEmpty() || url.endsWith("/")) {
          return List.of();
        }
        entries.add(new Entry(url, entry.path("meta").path("content_length").asLong(-1)));
      }
    } catch (IOException e) {
      return List.of(); // whoever reads it says what is wrong
    }
    return entries;
  }

  private static List<Entry> ofLines(byte[] bytes) {
    List<Entry> entries = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\\R", 0)) {
      var url = URL.matcher(line);
      if (!url.matches()) {
        return List.of();
      }
      entries.add(new Entry(url.group(1), -1));
    }
    return entries;
  }

  /** A file in this folder, or below, that an entry names: its path from here, or null. */
  Path find(Entry entry) {
    Path here = file.getParent();
    int end = entry.url().length();
    for (int slash = entry.url().lastIndexOf('/', end - 1);
        slash > entry.url().indexOf("://") + 2;
        slash = entry.url().lastIndexOf('/', slash - 1)) {
      Path found = here.resolve(entry.url().substring(slash + 1)).normalize();
      if (found.startsWith(here) && Files.isRegularFile(found)) {
        return found;
      }
    }
    return null;
  }

  /** Names of files beside those that are listed, which are not. */
  Set<String> unlisted() throws IOException {
    Set<Path> listed = new TreeSet<>();
    for (Entry entry : entries) {
      Path found = find(entry);
      if (found != null) {
        listed.add(found);
      }
    }
    Set<Path> folders = new TreeSet<>(Set.of(file.getParent()));
    listed.forEach(l -> folders.add(l.getParent()));
    Set<String> unlisted = new TreeSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(f -> !listed.contains(f) && !f.equals(file) && Files.isRegularFile(f))
            .map(f -> file.getParent().relativize(f).toString())
            .filter(n -> !n.substring(n.lastIndexOf('/') + 1).startsWith("."))
            .forEach(unlisted::add);
      }
    }
    return unlisted;
  }
}
