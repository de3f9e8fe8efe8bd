package dev.bookplate.corpus;

import dev.bookplate.corpus.TableFiles.LiveFile;
import dev.bookplate.origin.Origin;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shards of a corpus, in the same order whatever the order of its roots was.
 *
 * @param shards by corpus and path, with ordinals from 0
 * @param skipped what was left out while the folders were walked: hidden files, links to folders or
 *     to nothing, folders that may not be read
 * @param layouts that the folders have, as far as they are known
 */
public record CorpusSource(
    List<Shard> shards, List<ReadOutcome> skipped, List<CorpusLayout> layouts) {

  /**
   * Lists files and folders.
   *
   * <p>Roots are sorted by name, then by the names of the folders around them, from the inside. A
   * folder's files are named by their path in it, a file by its own name; of roots with one name
   * the second is called {@code name~2}. A link is followed where it is a root; inside a folder
   * only if it leads to a file, which is then named by the link's path. A file that is reached
   * twice is listed once, under the first name that has an extension: caches keep files under names
   * that do not say what they are, and link to them.
   *
   * @throws NoSuchFileException for a root that is not there
   */
  public static CorpusSource of(List<Path> roots, ReadOptions options) throws IOException {
    Walk walk = new Walk(options);
    List<Path> absolute =
        roots.stream().map(r -> r.toAbsolutePath().normalize()).distinct().toList();
    for (Path root : absolute) {
      if (!Files.exists(root)) {
        throw new NoSuchFileException(root.toString());
      }
    }
    List<Path> sorted =
        absolute.stream().sorted(Comparator.comparing(CorpusSource::fromInside)).toList();
    Map<String, Integer> names = new HashMap<>();
    for (Path root : sorted) {
      int count = names.merge(name(root), 1, Integer::sum);
      walk.root(root, count == 1 ? name(root) : name(root) + "~" + count);
    }
    return walk.finish();
  }

  /** Folders that hold all corpora have the same names, or come last, wherever they are. */
  private static String fromInside(Path root) {
    StringBuilder names = new StringBuilder(name(root));
    for (Path folder = root.getParent(); folder != null; folder = folder.getParent()) {
      names.append('\0').append(name(folder));
    }
    return names.toString();
  }

  private static String name(Path root) {
    return root.getFileName() == null ? "root" : root.getFileName().toString();
  }

  /** Goes through the roots and collects. */
  private static final class Walk {
    private record Found(String corpus, String path, Path file, TablePart table) {
      Found or(Found later) {
        return hasExtension() || !later.hasExtension() ? this : later;
      }

      private boolean hasExtension() {
        return path.lastIndexOf('.') > path.lastIndexOf('/') + 1;
      }
    }

    private final Selection selection;
    private final Sharder sharder;
    private final Map<Path, Found> filesByRealPath = new HashMap<>();
    private final List<ReadOutcome> skipped = new ArrayList<>();
    private final Layouts layouts = new Layouts();

    Walk(ReadOptions options) {
      selection = options.selection();
      sharder = new Sharder(options);
    }

    void root(Path root, String corpus) throws IOException {
      if (Files.isDirectory(root)) {
        folder(root, root, corpus, null);
      } else {
        layouts.file(corpus, root);
        file(new Found(corpus, corpus, root, null));
      }
    }

    /**
     * A folder.
     *
     * @param around the table that it is a part of, or null
     */
    private void folder(Path root, Path folder, String corpus, Table around) throws IOException {
      List<Path> entries;
      try (Stream<Path> list = Files.list(folder)) {
        entries = list.sorted(Comparator.comparing(Path::toString)).toList();
      } catch (AccessDeniedException e) {
        skipped.add(
            new ReadOutcome.Failed(
                where(corpus, relative(root, folder) + "/"),
                "the folder may not be read; change its permissions"));
        return;
      }
      Set<String> names =
          entries.stream().map(CorpusSource::name).collect(Collectors.toCollection(TreeSet::new));
      Table table = around;
      try {
        if (around == null) {
          table = table(root, folder, corpus, names);
        }
      } catch (UnsupportedTableException e) {
        skipped.add(
            new ReadOutcome.Skipped(
                where(corpus, relative(root, folder) + "/"),
                SkipReason.UNSUPPORTED,
                "a table: " + e.getMessage()));
        return;
      }
      Layouts.OfFolder known =
          table == null ? layouts.folder(corpus, relative(root, folder), folder, names) : null;
      for (Path entry : entries) {
        String why = table == null ? known.leavesOut(name(entry)) : table.leavesOut(entry);
        if (why == null) {
          entry(root, entry, corpus, table);
        } else {
          exclude(corpus, relative(root, entry), why);
        }
      }
      if (table != null && around == null) {
        missing(relative(root, folder), corpus, table);
      }
    }

    private Table table(Path root, Path folder, String corpus, Set<String> names)
        throws IOException {
      TableKind kind = TableKind.of(folder, names);
      if (kind == null) {
        return null;
      }
      layouts.add(corpus, relative(root, folder), kind.people(), "it holds " + kind.own());
      return Table.of(folder, kind);
    }

    private void missing(String folder, String corpus, Table table) {
      for (String lost : table.missing()) {
        skipped.add(
            new ReadOutcome.Failed(
                where(corpus, folder.isEmpty() ? lost : folder + "/" + lost),
                table.files().people() + " names this file, and it is not there; get it"));
      }
    }

    private void entry(Path root, Path entry, String corpus, Table table) throws IOException {
      String path = relative(root, entry);
      UnloadManifest manifest = UnloadManifest.of(entry);
      if (manifest != null) {
        manifest(root, entry, corpus, manifest);
      } else if (String.valueOf(entry.getFileName()).startsWith(".")) {
        exclude(corpus, path, Files.isDirectory(entry) ? "a hidden folder" : "a hidden file");
      } else if (Files.isSymbolicLink(entry) && !Files.isRegularFile(entry)) {
        skipped.add(
            new ReadOutcome.Skipped(
                where(corpus, path), SkipReason.UNSUPPORTED, linkAdvice(entry)));
      } else if (Files.isDirectory(entry)) {
        folder(root, entry, corpus, table);
      } else if (Files.isRegularFile(entry)) {
        LiveFile live = table == null ? LiveFile.PLAIN : table.of(entry);
        if (live.unread() == null) {
          file(new Found(corpus, path, entry, live.part()));
        } else {
          skipped.add(
              new ReadOutcome.Skipped(where(corpus, path), SkipReason.UNSUPPORTED, live.unread()));
        }
      } else {
        exclude(corpus, path, "neither a file nor a folder");
      }
    }

    private void manifest(Path root, Path entry, String corpus, UnloadManifest manifest)
        throws IOException {
      exclude(corpus, relative(root, entry), "the manifest of an unload, without documents");
      Set<String> unlisted = manifest.unlisted();
      String more = unlisted.isEmpty() ? "" : "; not listed: " + String.join(", ", unlisted);
      layouts.add(
          corpus,
          relative(root, entry.getParent()),
          "unload of a warehouse",
          "its files are listed in " + name(entry) + more);
      for (UnloadManifest.Entry listed : manifest.entries()) {
        Path found = manifest.find(listed);
        String wrong = found == null ? "it is not there" : otherLength(listed, found);
        if (wrong != null) {
          Path named = found == null ? entry.resolveSibling(listed.name()) : found;
          skipped.add(
              new ReadOutcome.Failed(
                  where(corpus, relative(root, named)),
                  "the manifest " + name(entry) + " names this file, and " + wrong + "; get it"));
        }
      }
    }

    /** Such a file is read all the same. */
    private static String otherLength(UnloadManifest.Entry listed, Path found) throws IOException {
      long size = Files.size(found);
      return listed.bytes() < 0 || listed.bytes() == size
          ? null
          : "it has " + size + " bytes in place of " + listed.bytes();
    }

    /** Folders behind links are not entered: they may hold the link. */
    private static String linkAdvice(Path link) {
      if (Files.isDirectory(link)) {
        return "a link to a folder inside a folder; name its target as one of the corpora to have"
            + " it read";
      }
      return Files.exists(link)
          ? "a link to neither a file nor a folder; remove it"
          : "a link whose target is not there or may not be reached; mend or remove it";
    }

    private void exclude(String corpus, String path, String why) {
      skipped.add(new ReadOutcome.Skipped(where(corpus, path), SkipReason.EXCLUDED, why));
    }

    private static Origin where(String corpus, String path) {
      return new Origin(corpus, path, null, 0, -1, -1);
    }

    private static String relative(Path root, Path entry) {
      List<String> parts = new ArrayList<>();
      root.relativize(entry).forEach(part -> parts.add(part.toString()));
      return String.join("/", parts);
    }

    private void file(Found found) throws IOException {
      String why = selection.leavesOut(found.path());
      if (why != null) {
        exclude(found.corpus(), found.path(), why);
        return;
      }
      filesByRealPath.merge(found.file().toRealPath(), found, Found::or);
    }

    CorpusSource finish() throws IOException {
      List<Found> files =
          filesByRealPath.values().stream()
              .sorted(Comparator.comparing(Found::corpus).thenComparing(Found::path))
              .toList();
      List<Shard> shards = new ArrayList<>();
      for (Found found : files) {
        long size = Files.size(found.file());
        for (Shard.Range range : sharder.ranges(found.file(), size)) {
          shards.add(
              new Shard(
                  shards.size(),
                  found.corpus(),
                  found.path(),
                  found.file().toString(),
                  size,
                  range,
                  found.table()));
        }
      }
      return new CorpusSource(List.copyOf(shards), List.copyOf(skipped), layouts.found());
    }
  }
}
