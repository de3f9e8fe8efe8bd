package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks a run by itself: the chain of its custody log, the digest of every file, and that its
 * files, tables and counts agree with each other. What the corpora and catalogues are needed for is
 * not its job.
 */
public final class Verifier {
  private static final Set<String> BUNDLE = Set.of(Bundle.SHA256, Bundle.MD5);

  private final Path run;
  private final Verification result;

  /**
   * Of a folder, which may be one in a bundle.
   *
   * @param result is told of everything
   */
  public Verifier(Path run, Verification result) {
    this.run = run;
    this.result = result;
  }

  /**
   * Checks that no byte was changed.
   *
   * @return a reader of the run; null if a problem was found, since nothing is then to be relied on
   * @throws RunFolderException if the folder holds no run of this version
   */
  public RunReader bytes() throws IOException {
    boolean custody = custody();
    if (!result.holds()) {
      result.notChecked(RunFiles.MANIFEST, "the custody log, which vouches for it, does not hold");
      // all the same: a changed manifest is told first, where it can still be
      manifestBytes();
      return null;
    }
    if (custody && !manifestBytes()) {
      result.notChecked("the files", RunFiles.MANIFEST + ", which vouches for them, was altered");
      return null;
    }
    Manifest manifest = manifest(custody);
    if (manifest == null) {
      return null;
    }
    files(manifest);
    return result.holds() ? new RunReader(run, manifest) : null;
  }

  /** Whether there is a log. */
  private boolean custody() throws IOException {
    if (!CustodyLog.isIn(run)) {
      return false;
    }
    CustodyLog log = CustodyLog.read(run);
    log.problems().forEach(result::problem);
    result.checked(
        RunFiles.CUSTODY,
        "each of " + log.entries().size() + " lines and its link to the one before");
    return true;
  }

  private boolean manifestBytes() throws IOException {
    Path file = run.resolve(RunFiles.MANIFEST);
    CustodyEntry created =
        CustodyLog.isIn(run)
            ? CustodyLog.read(run).entries().stream().findFirst().orElse(null)
            : null;
    if (created == null || created.manifest() == null) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      result.problem(new Problem(RunFiles.MANIFEST, "all of it", "it is not there"));
      return false;
    }
    Problem altered = AlteredPlace.of(RunFiles.MANIFEST, file, created.manifest());
    if (altered != null) {
      result.problem(altered);
      return false;
    }
    result.checked(RunFiles.MANIFEST, "SHA-256 " + created.manifest().sha256());
    return true;
  }

  private Manifest manifest(boolean custody) throws IOException {
    Manifest manifest = ManifestFile.read(run);
    if (custody) {
      return manifest;
    }
    if (manifest.custody() != null) {
      result.problem(
          new Problem(
              manifest.custody(),
              "all of it",
              "it is not there, and the manifest says that it was kept"));
      return null;
    }
    result.notChecked(
        RunFiles.MANIFEST,
        "the run was made before a custody log was kept: nothing vouches for the manifest itself");
    return manifest;
  }

  private void files(Manifest manifest) throws IOException {
    long bytes = 0;
    for (Map.Entry<String, Manifest.FileDigest> each : manifest.files().entrySet()) {
      Path file = run.resolve(each.getKey());
      if (!ManifestFile.isPlainName(each.getKey()) || !Files.isRegularFile(file)) {
        result.problem(new Problem(each.getKey(), "all of it", "it is not there"));
        continue;
      }
      bytes += each.getValue().size();
      Problem altered = AlteredPlace.of(each.getKey(), file, each.getValue());
      if (altered != null) {
        result.problem(altered);
      }
    }
    result.checked(
        "files of the run", manifest.files().size() + " files, " + bytes + " bytes, by SHA-256");
    lists();
    strangers(manifest);
  }

  /** The lists of a bundle, where the folder is one. */
  private void lists() throws IOException {
    for (String list : BUNDLE) {
      if (Files.isRegularFile(run.resolve(list))) {
        list(list);
      }
    }
  }

  private void list(String list) throws IOException {
    String text = new String(Files.readAllBytes(run.resolve(list)), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split(" {2}", 2);
      boolean listed = parts.length == 2 && Files.isRegularFile(run.resolve(parts[1]));
      Digests digests = listed ? Digests.of(run.resolve(parts[1])) : null;
      boolean holds =
          listed && parts[0].equals(list.equals(Bundle.MD5) ? digests.md5() : digests.sha256());
      if (!holds) {
        result.problem(
            new Problem(list, "line " + (i + 1), "it names no file of the run with its digest"));
      }
    }
    result.checked(list, lines.size() + " files of the bundle");
  }

  /** What nobody vouches for is told, and is no problem: it is not of the run. */
  private void strangers(Manifest manifest) throws IOException {
    try (Stream<Path> there = Files.list(run)) {
      List<String> names =
          there.map(p -> p.getFileName().toString().replace("/", "")).sorted().toList();
      for (String name : names) {
        boolean known =
            manifest.files().containsKey(name)
                || name.equals(RunFiles.MANIFEST)
                || name.equals(manifest.custody())
                || name.equals(RunFiles.LOCK)
                || BUNDLE.contains(name);
        if (!known) {
          result.notChecked(name, "it is in the folder and not of the run");
        }
      }
    }
  }

  /**
   * Checks that the files of a run agree with each other.
   *
   * @param reader of a run whose bytes hold
   * @param works that were looked for, as the catalogues say, or null where they are not at hand
   */
  public void contents(RunReader reader, List<SoughtWork> works) throws IOException {
    try {
      new ContentCheck(reader, result).check(works);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof RunFolderException.Damaged damaged) {
        result.problem(new Problem("the run", "its lines", damaged.getMessage()));
      } else {
        throw e.getCause();
      }
    }
  }

  /** Names of the files that a person may look for in a folder of a run, sorted. */
  static Set<String> names(Manifest manifest) {
    Set<String> names = new TreeSet<>(manifest.files().keySet());
    names.add(RunFiles.MANIFEST);
    if (manifest.custody() != null) {
      names.add(manifest.custody());
    }
    return names;
  }
}
