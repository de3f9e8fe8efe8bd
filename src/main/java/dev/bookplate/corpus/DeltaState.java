package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bookplate.corpus.TableFiles.LiveFile;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a Delta table is after so many actions of its log. What changes how its files are read, and
 * is not known here, is refused by name.
 */
final class DeltaState {
  private static final Set<String> KNOWN =
      Set.of(
          "timestampNtz",
          "vacuumProtocolCheck",
          "columnMapping",
          "deletionVectors",
          "v2Checkpoint");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path table;

  /** By path; the deleted rows of each, or none. */
  private final SortedMap<String, List<DeletedRows>> live = new TreeMap<>();

  private String mapping = "";
  private String schema = "";

  DeltaState(Path table) {
    this.table = table;
  }

  /** A file is there, in this state. */
  void add(JsonNode add) throws IOException {
    JsonNode vector = add.path("deletionVector");
    live.put(
        decoded(add.path("path").asText()),
        vector.isObject() ? List.of(deleted(vector)) : List.of());
  }

  /** A file is no longer there. */
  void remove(JsonNode remove) throws IOException {
    live.remove(decoded(remove.path("path").asText()));
  }

  /** What readers have to know. */
  void protocol(JsonNode protocol) throws IOException {
    int version = protocol.path("minReaderVersion").asInt(0);
    if (version > 3) {
      throw new UnsupportedTableException("it needs readers of version " + version);
    }
    for (JsonNode feature : protocol.path("readerFeatures")) {
      if (!KNOWN.contains(feature.asText())) {
        throw new UnsupportedTableException(
            "it needs the reader feature " + feature.asText() + "; unload the table");
      }
    }
  }

  /** Columns and settings. */
  void metadata(JsonNode metadata) {
    schema = metadata.path("schemaString").asText("");
    mapping = metadata.path("configuration").path("delta.columnMapping.mode").asText("");
  }

  private DeletedRows deleted(JsonNode vector) throws IOException {
    String where = vector.path("pathOrInlineDv").asText("");
    int offset = vector.path("offset").asInt(0);
    int size = vector.path("sizeInBytes").asInt(-1);
    return switch (vector.path("storageType").asText("")) {
      case "i" -> new DeletedRows.Inline(where);
      case "p" -> new DeletedRows.InFile(local(where), offset, size);
      case "u" -> new DeletedRows.InFile(table.resolve(file(where)).toString(), offset, size);
      default ->
          throw new UnsupportedTableException(
              "rows of it are deleted in a way that is not known here, "
                  + vector.path("storageType"));
    };
  }

  /** A folder, if there is one, and a name by a UUID in Z85: the last 20 characters. */
  private static String file(String where) throws IOException {
    if (where.length() < 20) {
      throw new UnsupportedTableException("its log names a file of deleted rows by no name");
    }
    String folder = where.substring(0, where.length() - 20);
    byte[] id = Z85.decode(where.substring(where.length() - 20));
    StringBuilder uuid = new StringBuilder(HexFormat.of().formatHex(id));
    for (int dash : List.of(20, 16, 12, 8)) {
      uuid.insert(dash, '-');
    }
    return (folder.isEmpty() ? "" : folder + "/") + "deletion_vector_" + uuid + ".bin";
  }

  /** An absolute path; the file is looked for in the table, if that was moved. */
  private String local(String where) {
    String path = where.startsWith("file:") ? where.replaceFirst("^file:/*", "/") : where;
    Path named = table.resolve(path.substring(path.lastIndexOf('/') + 1));
    return Locations.isRemote(path) || Files.exists(named) ? named.toString() : path;
  }

  static String decoded(String path) throws IOException {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedTableException("its log names a file " + path + ", which is no path");
    }
  }

  /** The files, in a state with this name. */
  TableFiles files(String people) throws IOException {
    List<TableColumn> columns = columns();
    SortedMap<String, LiveFile> files = new TreeMap<>();
    live.forEach(
        (path, deleted) ->
            files.put(
                path,
                columns.isEmpty() && deleted.isEmpty()
                    ? LiveFile.PLAIN
                    : new LiveFile(new TablePart(people, columns, deleted), null)));
    return new TableFiles(people, files);
  }

  private List<TableColumn> columns() throws IOException {
    if (mapping.isEmpty() || mapping.equals("none")) {
      return List.of();
    }
    if (!mapping.equals("name") && !mapping.equals("id")) {
      throw new UnsupportedTableException(
          "its columns have other names in its files, by " + mapping + ", which is not known here");
    }
    return columns(JSON.readTree(schema).path("fields"));
  }

  private List<TableColumn> columns(JsonNode fields) {
    List<TableColumn> columns = new ArrayList<>();
    for (JsonNode field : fields) {
      JsonNode said = field.path("metadata");
      columns.add(
          new TableColumn(
              field.path("name").asText(),
              said.path("delta.columnMapping.physicalName").asText(null),
              mapping.equals("id") ? said.path("delta.columnMapping.id").asInt(-1) : -1,
              columns(struct(field.path("type")).path("fields"))));
    }
    return columns;
  }

  /** A type, or what the elements of a list of it are. */
  private static JsonNode struct(JsonNode type) {
    JsonNode inner = type;
    while (inner.path("type").asText().equals("array")) {
      inner = inner.path("elementType");
    }
    return inner;
  }
}
