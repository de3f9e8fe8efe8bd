package dev.bookplate.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bookplate.extract.Source;
import dev.hardwood.HardwoodContext;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a Delta table's newest version, from its log: a checkpoint and the commits behind
 * it, by Delta's protocol. Tables that need more than a list of whole files are refused by name.
 */
final class DeltaLog {
  /** The folder that makes a table of the one that it is in. */
  static final String FOLDER = "_delta_log";

  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final Pattern CHECKPOINT = Pattern.compile("(\\d{20})\\.checkpoint\\.parquet");
  private static final Set<String> HARMLESS =
      Set.of("timestampNtz", "vacuumProtocolCheck", "columnMapping", "deletionVectors");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log;
  private final Set<String> live = new TreeSet<>();
  private final SortedSet<String> withDeletedRows = new TreeSet<>();
  private long version = -1;

  private DeltaLog(Path log) {
    this.log = log;
  }

  /** A table cannot be read; the message says why, as a part of a sentence. */
  static final class UnsupportedTableException extends IOException {
    private static final long serialVersionUID = 1;

    UnsupportedTableException(String message) {
      super(message);
    }
  }

  /** Which files are the table. */
  static TableFiles of(Path table) throws IOException {
    DeltaLog log = new DeltaLog(table.resolve(FOLDER));
    try {
      log.replay();
    } catch (JsonProcessingException e) {
      throw new UnsupportedTableException(
          "its log is damaged behind version " + log.version + "; get it anew");
    } catch (UnsupportedTableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnsupportedTableException(
          "its log cannot be read (" + Problems.withCause(e) + "); get it anew");
    }
    if (!log.withDeletedRows.isEmpty()) {
      throw new UnsupportedTableException(
          "rows of "
              + log.withDeletedRows.first()
              + " are deleted by a deletion vector, which is not applied here; run REORG TABLE …"
              + " APPLY (PURGE), or unload the table");
    }
    return new TableFiles("version " + log.version + " of the Delta table", log.live);
  }

  private void replay() throws IOException {
    Set<Long> commits = versions(COMMIT);
    Set<Long> checkpoints = versions(CHECKPOINT);
    if (!checkpoints.isEmpty()) {
      version = checkpoints.stream().max(Long::compare).orElseThrow();
      checkpoint(log.resolve(String.format(Locale.ROOT, "%020d.checkpoint.parquet", version)));
    }
    long last = commits.stream().max(Long::compare).orElse(version);
    if (last < 0) {
      throw new UnsupportedTableException("its log has no version; get it anew");
    }
    while (version < last) {
      if (!commits.contains(version + 1)) {
        throw new UnsupportedTableException(
            "its log lacks version " + (version + 1) + "; get it anew, with all of its log");
      }
      commit(log.resolve(String.format(Locale.ROOT, "%020d.json", version + 1)));
      version++;
    }
  }

  private Set<Long> versions(Pattern pattern) throws IOException {
    Set<Long> versions = new TreeSet<>();
    try (Stream<Path> files = Files.list(log)) {
      files
          .map(f -> pattern.matcher(String.valueOf(f.getFileName())))
          .filter(Matcher::matches)
          .forEach(m -> versions.add(Long.parseLong(m.group(1))));
    } catch (NumberFormatException e) {
      throw new UnsupportedTableException("its log has a version that is no number");
    }
    return versions;
  }

  private void commit(Path file) throws IOException {
    List<JsonNode> actions = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        actions.add(JSON.readTree(line));
      }
    }
    // a commit's actions have no order: a file that is removed and added is there, in a new state
    for (JsonNode action : actions) {
      if (action.has("remove")) {
        remove(action.path("remove").path("path").asText());
      }
    }
    for (JsonNode action : actions) {
      action(action);
    }
  }

  private void action(JsonNode action) throws IOException {
    if (action.has("add")) {
      JsonNode add = action.get("add");
      add(add.path("path").asText(), add.hasNonNull("deletionVector"));
    }
    JsonNode protocol = action.path("protocol");
    reader(protocol.path("minReaderVersion").asInt(0));
    for (JsonNode feature : protocol.path("readerFeatures")) {
      feature(feature.asText());
    }
    mapping(
        action.path("metaData").path("configuration").path("delta.columnMapping.mode").asText(""));
  }

  private void add(String path, boolean hasDeletedRows) throws IOException {
    String name = decoded(path);
    live.add(name);
    if (hasDeletedRows) {
      withDeletedRows.add(name);
    } else {
      withDeletedRows.remove(name);
    }
  }

  private void remove(String path) throws IOException {
    live.remove(decoded(path));
    withDeletedRows.remove(decoded(path));
  }

  private static String decoded(String path) throws IOException {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedTableException("its log names a file " + path + ", which is no path");
    }
  }

  private static void reader(int version) throws IOException {
    if (version > 3) {
      throw new UnsupportedTableException("it needs readers of version " + version);
    }
  }

  private static void feature(String name) throws IOException {
    if (!HARMLESS.contains(name)) {
      throw new UnsupportedTableException(
          "it needs the reader feature " + name + "; unload the table");
    }
  }

  private static void mapping(String mode) throws IOException {
    if (!mode.isEmpty() && !mode.equals("none")) {
      throw new UnsupportedTableException(
          "its columns have other names in its files (column mapping by " + mode + "); unload it");
    }
  }

  private void checkpoint(Path file) throws IOException {
    try (HardwoodContext context = HardwoodContext.create(1);
        ParquetFileReader parquet = ParquetShardReader.file(new Source.OfFile(file), context);
        RowReader rows = parquet.rowReader()) {
      while (rows.hasNext()) {
        rows.next();
        for (int i = 0; i < rows.getFieldCount(); i++) {
          String field = rows.getFieldName(i);
          if (!rows.isNull(field)) {
            action(field, rows.getStruct(field));
          }
        }
      }
    }
  }

  private void action(String name, PqStruct action) throws IOException {
    switch (name) {
      case "add" -> add(action.getString("path"), has(action, "deletionVector"));
      case "protocol" -> {
        reader(action.getInt("minReaderVersion"));
        if (has(action, "readerFeatures")) {
          PqList features = action.getList("readerFeatures");
          for (String feature : features.strings()) {
            feature(feature);
          }
        }
      }
      case "metaData" -> {
        if (has(action, "configuration")) {
          for (PqMap.Entry entry : action.getMap("configuration").getEntries()) {
            if (entry.getStringKey().equals("delta.columnMapping.mode")) {
              mapping(entry.getStringValue());
            }
          }
        }
      }
      case "sidecar" ->
          throw new UnsupportedTableException("its checkpoint has files of its own (V2)");
      default -> {
        // says nothing of the files
      }
    }
  }

  private static boolean has(PqStruct struct, String name) {
    for (int i = 0; i < struct.getFieldCount(); i++) {
      if (struct.getFieldName(i).equals(name)) {
        return !struct.isNull(name);
      }
    }
    return false;
  }
}
