package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a warehouse wrote beside the files of an unload: {@code {"entries": [{"url": …}]}}.
 *
 * @param files names of the files that it lists
 */
record UnloadManifest(List<String> files) {
  private static final long MAX_BYTES = 64 << 20;

  /** A manifest, or null where the file is something else. */
  static UnloadManifest of(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean isNamed = name.equals("manifest") || name.endsWith("manifest.json");
    if (!isNamed || !Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      return null;
    }
    JsonNode entries;
    try {
      entries = new ObjectMapper().readTree(Files.readAllBytes(file)).path("entries");
    } catch (IOException e) {
      return null; // whoever reads it says what is wrong
    }
    List<String> files = new ArrayList<>();
    for (JsonNode entry : entries) {
      String url = entry.path("url").asText("");
      if (url.isEmpty() || url.endsWith("/")) {
        return null;
      }
      files.add(url.substring(url.lastIndexOf('/') + 1));
    }
    return files.isEmpty() ? null : new UnloadManifest(files);
  }
}
