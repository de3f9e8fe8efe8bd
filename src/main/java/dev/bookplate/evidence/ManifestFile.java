package dev.bookplate.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads {@code manifest.json}. */
final class ManifestFile {
  private static final String FAMILY = "bookplate-run/";

  private ManifestFile() {}

  /** The manifest of a run's folder. */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.MANIFEST);
    if (!Files.isRegularFile(file)) {
      FolderState state = FolderState.of(folder);
      if (state == FolderState.UNFINISHED) {
        throw new RunFolderException.Unfinished(folder);
      }
      if (state == FolderState.PART) {
        throw new RunFolderException.IsPart(folder);
      }
      throw new RunFolderException.NoRun(
          folder, Files.isDirectory(folder) ? "it has no manifest.json" : "it is not a folder");
    }
    String format = format(file);
    if (format == null) {
      throw new RunFolderException.NoRun(folder, "its manifest.json is not that of a run");
    }
    if (!format.equals(Manifest.FORMAT)) {
      throw new RunFolderException.OtherVersion(folder, format);
    }
    return parse(file);
  }

  /** Whether a folder holds a run of this or of any other version. */
  static boolean isIn(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.MANIFEST);
    return Files.isRegularFile(file) && format(file) != null;
  }

  /**
   * Names of the files that a run of any version says it has, as far as they are names of files in
   * the folder itself: what is deleted by them is nothing else.
   */
  static List<String> filesOfAnyVersion(Path folder) throws IOException {
    String text = Files.readString(folder.resolve(RunFiles.MANIFEST));
    return RunJson.read(text, JsonNode.class)
        .path("files")
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(ManifestFile::isPlainName)
        .toList();
  }

  static boolean isPlainName(String name) {
    return name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*");
  }

  private static Manifest parse(Path file) throws IOException {
    try {
      return RunJson.read(Files.readString(file), Manifest.class);
    } catch (IOException e) {
      throw new RunFolderException.Damaged(file, "it is not a manifest as this version writes it");
    }
  }

  /** The form of a run that the manifest names; null if it is none of ours. */
  private static String format(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try {
      JsonNode format = RunJson.read(text, JsonNode.class).path("format");
      return format.isTextual() && format.textValue().startsWith(FAMILY)
          ? format.textValue()
          : null;
    } catch (IOException e) {
      return null;
    }
  }
}
