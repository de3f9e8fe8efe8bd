package dev.bookplate.audit;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.corpus.Shard;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.InputLog;
import dev.bookplate.evidence.ScanFolder;
import dev.bookplate.evidence.ScannedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Digests the inputs of a scan, but those that a scan that was stopped has digested already. */
final class Inputs {
  private final Engine engine;
  private final Progress progress;
  private final ScanFolder folder;
  private final Map<InputFile, ScannedFile> known;
  private final Set<Digest> kinds;
  private InputFile changed;

  /**
   * For a scan.
   *
   * @param kinds of digests that its catalogues hold
   */
  Inputs(Engine engine, Progress progress, ScanFolder folder, Set<Digest> kinds)
      throws IOException {
    this.kinds = kinds;
    this.engine = engine;
    this.progress = progress;
    this.folder = folder;
    known = folder.inputs();
  }

  /**
   * The files that shards are of, in canonical order; not those that cannot be opened.
   *
   * @throws dev.bookplate.evidence.RunFolderException.OtherScan if the bytes of one that was
   *     digested before have changed
   */
  List<ScannedFile> digest(List<Shard> shards) throws IOException, InterruptedException {
    Map<InputFile, Shard> files = new LinkedHashMap<>();
    shards.forEach(s -> files.putIfAbsent(new InputFile(s.corpus(), s.path()), s));
    Map<InputFile, ScannedFile> digested = new TreeMap<>();
    Map<String, InputFile> left = new HashMap<>();
    for (Map.Entry<InputFile, Shard> file : files.entrySet()) {
      ScannedFile before = known.get(file.getKey());
      if (before != null && isAsBefore(file.getValue(), before)) {
        digested.put(file.getKey(), before);
      } else {
        left.put(file.getValue().file(), file.getKey());
      }
    }
    List<Shard> each =
        files.values().stream()
            .filter(s -> left.containsKey(s.file()))
            .sorted(Comparator.comparingLong(Shard::fileSize).reversed())
            .toList();
    try (InputLog log = folder.log(logged(digested, files))) {
      digest(each, left, digested, log);
    }
    if (changed != null) {
      throw folder.changed(changed);
    }
    return List.copyOf(digested.values());
  }

  /** What is known of changed files too: the next try must find them changed as well. */
  private Iterable<ScannedFile> logged(
      Map<InputFile, ScannedFile> digested, Map<InputFile, Shard> files) {
    Map<InputFile, ScannedFile> all = new TreeMap<>(known);
    all.keySet().retainAll(files.keySet());
    all.putAll(digested);
    return all.values();
  }

  /** By size and time; a file that was touched or copied is digested again. */
  private static boolean isAsBefore(Shard now, ScannedFile before) {
    try {
      return now.fileSize() == before.size()
          && InputDigester.modified(now.file()).equals(before.modified());
    } catch (IOException e) {
      return false;
    }
  }

  private void digest(
      List<Shard> each,
      Map<String, InputFile> names,
      Map<InputFile, ScannedFile> digested,
      InputLog log)
      throws InterruptedException {
    progress.phase(
        "digesting", Progress.Counted.DOCUMENTS, each.stream().mapToLong(Shard::fileSize).sum());
    engine.run(
        each.stream().map(Shard::file).toList(),
        new InputDigester.Factory(kinds),
        result -> {
          if (result.digests() != null) {
            InputFile name = names.get(result.file());
            ScannedFile file = ScannedFile.of(name, result.modified(), result.digests());
            note(file, log);
            digested.put(name, file);
            progress.add(file.size(), 0, 0);
          }
        });
  }

  private void note(ScannedFile file, InputLog log) {
    ScannedFile before = known.get(file.file());
    if (before != null && !before.digests().equals(file.digests())) {
      changed = file.file();
      return;
    }
    try {
      log.add(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
