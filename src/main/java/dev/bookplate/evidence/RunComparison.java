package dev.bookplate.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares a run with one that was made of the same inputs again. */
public final class RunComparison {
  /** What tells when and where a run was made, or what was said of it, and not what was found. */
  private static final Set<String> NOT_COMPARED =
      Set.of("run", "commandLine", "files", "custody", "received", "tool", "calibration");

  private RunComparison() {}

  /**
   * Compares every file that does not hold times.
   *
   * @param result is told what is the same, and every difference with its place
   */
  public static void of(RunReader old, RunReader again, Verification result) throws IOException {
    Set<String> names = new TreeSet<>(old.manifest().files().keySet());
    names.addAll(again.manifest().files().keySet());
    names.remove(RunFiles.REPORT);
    names.remove(RunFiles.CALIBRATION);
    for (String name : names) {
      compare(name, old.folder().resolve(name), again.folder().resolve(name), result);
    }
    manifests(old.manifest(), again.manifest(), result);
    result.notChecked(RunFiles.REPORT, "it holds the times of the run");
    result.notChecked(
        RunFiles.MANIFEST + ", " + String.join(", ", new TreeSet<>(NOT_COMPARED)),
        "they tell when, where and with what the run was made");
    if (!Objects.equals(old.manifest().tool(), again.manifest().tool())) {
      result.notChecked(
          "the program",
          "the run was made by " + old.manifest().tool().people() + ", this is another");
    }
  }

  private static void compare(String name, Path old, Path again, Verification result)
      throws IOException {
    if (!Files.exists(old) || !Files.exists(again)) {
      String which = Files.exists(old) ? "the new run has no such file" : "only the new run has it";
      result.problem(new Problem(name, "all of it", which));
      return;
    }
    long at = Files.mismatch(old, again);
    if (at < 0) {
      result.checked(name, Files.size(old) + " bytes");
    } else {
      result.problem(
          new Problem(
              name,
              "byte " + at + ", line " + line(old, at),
              "the run that was made again has something else there"));
    }
  }

  private static long line(Path file, long at) throws IOException {
    long line = 1;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long left = at;
      for (int n = in.read(buffer); n > 0 && left > 0; n = in.read(buffer)) {
        for (int i = 0; i < n && left > 0; i++, left--) {
          line += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return line;
  }

  private static void manifests(Manifest old, Manifest again, Verification result) {
    ObjectNode was = (ObjectNode) RunJson.tree(old);
    ObjectNode is = (ObjectNode) RunJson.tree(again);
    was.remove(NOT_COMPARED);
    is.remove(NOT_COMPARED);
    boolean same = true;
    for (Map.Entry<String, JsonNode> field : was.properties()) {
      JsonNode other = is.path(field.getKey());
      if (field.getKey().equals("catalogues")) {
        // where a catalogue is differs between machines
        field.getValue().forEach(c -> ((ObjectNode) c).remove("path"));
        other.forEach(c -> ((ObjectNode) c).remove("path"));
      }
      if (!field.getValue().equals(other)) {
        same = false;
        result.problem(
            new Problem(
                RunFiles.MANIFEST, field.getKey(), "the run that was made again has another"));
      }
    }
    if (same) {
      result.checked(RunFiles.MANIFEST, "inputs, counts, configuration, catalogues, method");
    }
  }
}
