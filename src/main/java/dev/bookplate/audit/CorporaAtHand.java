package dev.bookplate.audit;

import dev.bookplate.corpus.CorpusSource;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.Shard;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shards of the files of a run's corpora, where these are now.
 *
 * @param shards of each file, in their order
 */
record CorporaAtHand(Map<InputFile, List<Shard>> shards) {

  /**
   * A corpus and where it is now.
   *
   * @param name as the run calls it, or null for the name of the folder
   * @param root file or folder
   */
  public record Root(String name, Path root) {}

  /**
   * Lists corpora. A root that has no name and not that of a corpus of the run is the only corpus
   * that is left, if one is.
   */
  static CorporaAtHand of(List<Root> roots, ReadOptions reading, Manifest manifest)
      throws IOException {
    Set<String> left = new TreeSet<>();
    manifest.inputs().forEach(i -> left.add(i.corpus()));
    Map<InputFile, List<Shard>> shards = new TreeMap<>();
    List<CorpusSource> unnamed = new ArrayList<>();
    for (Root root : roots) {
      CorpusSource source = CorpusSource.of(List.of(root.root()), reading);
      String own = source.shards().isEmpty() ? null : source.shards().getFirst().corpus();
      if (root.name() != null || left.contains(own)) {
        String name = root.name() == null ? own : root.name();
        left.remove(name);
        add(source, name, own, shards);
      } else {
        unnamed.add(source);
      }
    }
    if (unnamed.size() == 1 && left.size() == 1 && !unnamed.getFirst().shards().isEmpty()) {
      String own = unnamed.getFirst().shards().getFirst().corpus();
      add(unnamed.getFirst(), left.iterator().next(), own, shards);
    }
    return new CorporaAtHand(shards);
  }

  private static void add(
      CorpusSource source, String name, String own, Map<InputFile, List<Shard>> shards) {
    for (Shard s : source.shards()) {
      // a corpus that is one file is called by its name
      String path = s.path().equals(own) ? name : s.path();
      Shard named =
          new Shard(s.ordinal(), name, path, s.file(), s.fileSize(), s.range(), s.table());
      shards.computeIfAbsent(new InputFile(name, path), f -> new ArrayList<>()).add(named);
    }
  }
}
