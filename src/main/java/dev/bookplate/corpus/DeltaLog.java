package dev.bookplate.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a Delta table's newest version, from its log: a checkpoint and the commits behind
 * it, by Delta's protocol.
 */
final class DeltaLog {
  /** The folder that makes a table of the one that it is in. */
  static final String FOLDER = "_delta_log";

  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log;
  private final Duration patience;
  private final DeltaState state;
  private long version = -1;

  private DeltaLog(Path table, Duration patience) {
    log = table.resolve(FOLDER);
    this.patience = patience;
    state = new DeltaState(table);
  }

  /** Which files are the table. */
  static TableFiles of(Path table) throws IOException {
    return of(table, GuardedReader.PATIENCE);
  }

  /** The same; each of the log's files is given so long. */
  static TableFiles of(Path table, Duration patience) throws IOException {
    DeltaLog log = new DeltaLog(table, patience);
    try {
      log.replay();
      return log.state.files("version " + log.version + " of the Delta table");
    } catch (JsonProcessingException e) {
      throw new UnsupportedTableException(
          "its log is damaged behind version " + log.version + "; get it anew");
    } catch (UnsupportedTableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnsupportedTableException(
          "its log cannot be read (" + Problems.withCause(e) + "); get it anew");
    }
  }

  private void replay() throws IOException {
    Set<Long> commits = commits();
    DeltaCheckpoint checkpoint = DeltaCheckpoint.newest(log);
    if (checkpoint != null) {
      version = checkpoint.version();
      for (Path file : checkpoint.files()) {
        read(file);
      }
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
      apply(lines(log.resolve(String.format(Locale.ROOT, "%020d.json", version + 1))));
      version++;
    }
  }

  private Set<Long> commits() throws IOException {
    Set<Long> versions = new TreeSet<>();
    try (Stream<Path> files = Files.list(log)) {
      files
          .map(f -> COMMIT.matcher(String.valueOf(f.getFileName())))
          .filter(Matcher::matches)
          .forEach(m -> versions.add(Long.parseLong(m.group(1))));
    } catch (NumberFormatException e) {
      throw new UnsupportedTableException("its log has a version that is no number");
    }
    return versions;
  }

  private List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> actions = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        actions.add(JSON.readTree(line));
      }
    }
    return actions;
  }

  /** A file of a checkpoint, and those that it names. What it has of removed files is history. */
  private void read(Path file) throws IOException {
    List<String> sidecars = new ArrayList<>();
    ParquetRows.Taker taker =
        action -> {
          there(action);
          JsonNode sidecar = action.path("sidecar");
          if (sidecar.isObject()) {
            String name = DeltaState.decoded(sidecar.path("path").asText());
            sidecars.add(name.substring(name.lastIndexOf('/') + 1));
          }
        };
    if (file.toString().endsWith(".json")) {
      for (JsonNode action : lines(file)) {
        taker.take(action);
      }
    } else {
      Patience.with(
          patience.plusSeconds(Files.size(file) >> 20),
          "the checkpoint " + file.getFileName(),
          () -> {
            ParquetRows.each(file, taker);
            return null;
          });
    }
    for (String sidecar : sidecars) {
      read(log.resolve("_sidecars").resolve(sidecar));
    }
  }

  /** A commit's actions have no order: what is removed and added is there, in a new state. */
  private void apply(List<JsonNode> actions) throws IOException {
    for (JsonNode action : actions) {
      if (action.path("remove").isObject()) {
        state.remove(action.get("remove"));
      }
    }
    for (JsonNode action : actions) {
      there(action);
    }
  }

  private void there(JsonNode action) throws IOException {
    if (action.path("add").isObject()) {
      state.add(action.get("add"));
    }
    if (action.path("protocol").isObject()) {
      state.protocol(action.get("protocol"));
    }
    if (action.path("metaData").isObject()) {
      state.metadata(action.get("metaData"));
    }
  }
}
