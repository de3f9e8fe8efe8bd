package dev.bookplate.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The newest metadata of an Iceberg table, by its specification, as far as a folder tells: what
 * {@code version-hint.text} names, or the file with the highest number.
 *
 * @param file that it was read from
 * @param table what stands in it
 */
record IcebergMetadata(Path file, JsonNode table) {
  /** Where it is, in the folder of the table. */
  static final String FOLDER = "metadata";

  private static final Pattern NAME =
      Pattern.compile("(?:v(\\d{1,9})|(\\d{1,9})-.+?)(\\.gz)?\\.metadata\\.json(\\.gz)?");
  private static final long MOST_BYTES = 256 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A file of metadata, by its name. */
  private record Named(long number, Path file) {}

  /** Whether a folder is one of metadata. */
  static boolean isThere(Path metadata) throws IOException {
    return Files.isDirectory(metadata) && !named(metadata).isEmpty();
  }

  private static List<Named> named(Path metadata) throws IOException {
    List<Named> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(metadata)) {
      for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
        Matcher m = NAME.matcher(String.valueOf(file.getFileName()));
        if (m.matches()) {
          all.add(new Named(Long.parseLong(m.group(1) == null ? m.group(2) : m.group(1)), file));
        }
      }
    }
    return all;
  }

  /** The newest of a folder that {@link #isThere}. */
  static IcebergMetadata newest(Path metadata) throws IOException {
    List<Named> all = named(metadata);
    Path hint = metadata.resolve("version-hint.text");
    long newest = all.stream().mapToLong(Named::number).max().orElseThrow();
    if (Files.isRegularFile(hint) && Files.size(hint) < 64) {
      newest = hinted(Files.readString(hint, StandardCharsets.UTF_8).strip(), newest);
    }
    IcebergMetadata found = null;
    for (Named each : all) {
      if (each.number() == newest) {
        IcebergMetadata other = read(each.file());
        // of two that were written at the same time the catalogue took one: not told here
        found = found == null || other.updated() > found.updated() ? other : found;
      }
    }
    if (found == null) {
      throw new UnsupportedTableException(
          "version-hint.text names version "
              + newest
              + ", whose metadata is not there; get it anew");
    }
    return found;
  }

  private static long hinted(String hint, long otherwise) {
    return hint.matches("\\d{1,9}") ? Long.parseLong(hint) : otherwise;
  }

  private static IcebergMetadata read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new UnsupportedTableException(file.getFileName() + " is larger than any metadata");
    }
    try (InputStream in = UnpackedFile.of(file).open()) {
      byte[] bytes = in.readNBytes((int) MOST_BYTES);
      JsonNode table = JSON.readTree(bytes);
      if (!table.isObject()) {
        throw new UnsupportedTableException(file.getFileName() + " is no metadata; get it anew");
      }
      return new IcebergMetadata(file, table);
    } catch (JsonProcessingException e) {
      throw new UnsupportedTableException(
          file.getFileName() + " is damaged (" + e.getOriginalMessage() + "); get it anew");
    }
  }

  private long updated() {
    return table.path("last-updated-ms").asLong(0);
  }

  /** The format's version: 1, 2 or 3. */
  int version() throws IOException {
    int version = table.path("format-version").asInt(0);
    if (version < 1 || version > 3) {
      throw new UnsupportedTableException(
          "its format-version is " + table.path("format-version") + ", and 1 to 3 are read");
    }
    if (!table.path("encryption-keys").isEmpty()) {
      throw new UnsupportedTableException("it is encrypted; unload it");
    }
    return version;
  }

  /** Where the table was when it was written. */
  String location() {
    return table.path("location").asText("");
  }

  /** The current snapshot, or null where the table has none yet. */
  JsonNode snapshot() throws IOException {
    JsonNode id = table.path("current-snapshot-id");
    if (!id.isNumber() || id.asLong() == -1) {
      return null;
    }
    for (JsonNode snapshot : table.path("snapshots")) {
      if (snapshot.path("snapshot-id").asLong(-1) == id.asLong()) {
        return snapshot;
      }
    }
    throw new UnsupportedTableException("its current snapshot " + id + " is not listed");
  }

  /** The columns of the current schema. */
  List<TableColumn> columns() {
    JsonNode current = table.path("schema");
    for (JsonNode schema : table.path("schemas")) {
      if (schema.path("schema-id").asInt(-1) == table.path("current-schema-id").asInt(-2)) {
        current = schema;
      }
    }
    return columns(current);
  }

  private static List<TableColumn> columns(JsonNode struct) {
    List<TableColumn> columns = new ArrayList<>();
    for (JsonNode field : struct.path("fields")) {
      JsonNode type = field.path("type");
      while (type.path("type").asText().equals("list")) {
        type = type.path("element");
      }
      columns.add(
          new TableColumn(
              field.path("name").asText(), null, field.path("id").asInt(-1), columns(type)));
    }
    return columns;
  }
}
