package dev.bookplate.audit;

import dev.bookplate.evidence.FileTrees;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.index.IndexException;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes catalogues of what a scan was given: a built one is taken as it is, raw material is built
 * once and kept under the digests of all that went in, so that a changed file, or a changed
 * program, is a new catalogue.
 */
public final class CatalogueCache {
  private static final int NAME_DIGITS = 32;

  /** The folder, which is another on each machine, comes last. */
  private static final java.util.Comparator<AuditPlan.CatalogueRef> ORDER =
      java.util.Comparator.comparing(AuditPlan.CatalogueRef::name)
          .thenComparing(AuditPlan.CatalogueRef::digest)
          .thenComparing(AuditPlan.CatalogueRef::folder);

  private final Path folder;
  private final String program;
  private final String charset;
  private final Profile wanted;
  private final Progress progress;
  private Profile profile = Profile.STANDARD;

  /**
   * A cache in a folder, which need not be there.
   *
   * @param program what tells this program from others: what it extracts is kept apart from theirs
   * @param profile that is wanted, or null for that of the built catalogues, else the standard one
   * @param charset of plain text that says nothing of itself, or null to have it detected
   */
  public CatalogueCache(
      Path folder, String program, Profile profile, String charset, Progress progress) {
    this.folder = folder;
    this.program = program;
    this.charset = charset;
    this.wanted = profile;
    this.progress = progress;
  }

  /**
   * The built catalogues of paths, by name and then by content, whatever order they came in. Those
   * that were built before are not read through here: whoever searches them does that meanwhile.
   *
   * @throws NoSuchFileException for a path that is not there
   * @throws CatalogueException for one that holds no work, or another fingerprint spec
   */
  public List<AuditPlan.CatalogueRef> resolve(List<Path> paths) throws IOException {
    for (Path path : paths) {
      if (SampledCatalogues.isOne(path)) {
        throw new CatalogueException(
            path + " holds fingerprints and no text, which only scan can use, with -c and --key");
      }
    }
    profile = profile(paths);
    List<AuditPlan.CatalogueRef> found = new ArrayList<>();
    for (Path path : paths.stream().map(p -> p.toAbsolutePath().normalize()).distinct().toList()) {
      found.add(resolve(path));
    }
    found.sort(ORDER);
    List<AuditPlan.CatalogueRef> refs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (AuditPlan.CatalogueRef ref : found) {
      String name = ref.name();
      for (int i = 2; !names.add(name); i++) {
        name = ref.name() + "~" + i;
      }
      refs.add(new AuditPlan.CatalogueRef(name, ref.asOf(), ref.folder(), ref.digest()));
    }
    return List.copyOf(refs);
  }

  /**
   * The background of a scan: what ships with the program, and what the user adds. It gets the
   * profile of what was resolved last.
   *
   * @throws IOException as {@link #resolve}
   */
  public List<AuditPlan.CatalogueRef> background(List<Path> added) throws IOException {
    try (Workplace workplace = workplace()) {
      Path unpacked = workplace.folder("unpacked-");
      try {
        List<Path> paths = new ArrayList<>(added);
        paths.add(ShippedBackground.unpack(unpacked));
        return new CatalogueCache(folder, program, profile, charset, progress).resolve(paths);
      } finally {
        FileTrees.delete(unpacked);
      }
    }
  }

  private Workplace workplace() throws IOException {
    return workplace(folder);
  }

  /** Where a cache folder is worked in. */
  static Workplace workplace(Path folder) throws IOException {
    try {
      return Workplace.in(folder);
    } catch (AccessDeniedException | FileAlreadyExistsException e) {
      throw new CatalogueException(
          folder + " cannot be written, and is to keep what is built: name another with --cache",
          e);
    }
  }

  /** The profile that all of what was resolved last has. */
  public Profile profile() {
    return profile;
  }

  /** The profile that is wanted, else that of the first built catalogue. */
  private Profile profile(List<Path> paths) throws IOException {
    if (wanted != null) {
      return wanted;
    }
    for (Path path : paths) {
      CatalogueFolder built = new CatalogueFolder(path);
      // one of records alone has no fingerprints
      if (CatalogueFolder.isCatalogue(path) && built.hasIndex()) {
        return Profile.ofSpec(built.spec(built.info()).toString()).orElseThrow();
      }
    }
    return Profile.STANDARD;
  }

  private AuditPlan.CatalogueRef resolve(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    CatalogueFolder catalogue =
        CatalogueFolder.isCatalogue(path) ? new CatalogueFolder(path) : build(path);
    CatalogueInfo info = catalogue.info();
    if (catalogue.hasIndex() && !info.spec().equals(profile.spec().toString())) {
      throw new CatalogueException(
          String.format(
              Locale.ROOT,
              "%s was built with fingerprint spec %s, and this scan uses %s: build it again, or"
                  + " scan with each profile apart",
              path,
              info.spec(),
              profile.spec()));
    }
    if (info.works() == 0) {
      throw new CatalogueException(nothing(path, info));
    }
    return new AuditPlan.CatalogueRef(
        info.name(), info.asOf(), catalogue.path().toString(), info.digest());
  }

  private static String nothing(Path path, CatalogueInfo info) {
    return info.rejected().isEmpty()
        ? path + " holds no work to look for: give a folder of e-books, or a catalogue"
        : String.format(
            Locale.ROOT,
            "%s holds no work to look for: none of its %d files gives text (%s: %s)",
            path,
            info.rejected().size(),
            info.rejected().get(0).source(),
            info.rejected().get(0).reason());
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "catalogue" : path.getFileName().toString();
  }

  private CatalogueFolder build(Path raw) throws IOException {
    progress.phase("looking at the shelf " + name(raw), Progress.Counted.BOOKS, 0);
    Path kept = folder.resolve(key(raw).substring(0, NAME_DIGITS));
    try (Workplace workplace = workplace()) {
      removeDamaged(kept, workplace);
      if (!CatalogueFolder.isCatalogue(kept)) {
        build(raw, workplace.folder("building-"), kept);
      }
    }
    return new CatalogueFolder(kept);
  }

  private void build(Path raw, Path building, Path kept) throws IOException {
    CatalogueBuilder.Terms terms = new CatalogueBuilder.Terms(name(raw), null, profile, charset);
    try {
      CatalogueBuilder.add(building, terms, List.of(raw), progress);
      Files.move(building, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      // another scan was quicker: what it built is the same
      FileTrees.delete(building);
    } catch (IOException | RuntimeException e) {
      FileTrees.delete(building);
      throw e;
    }
  }

  /** What is only kept is built again without a word; a user's own catalogue is refused. */
  static void removeDamaged(Path kept, Workplace workplace) throws IOException {
    if (!CatalogueFolder.isCatalogue(kept)) {
      return;
    }
    CatalogueFolder catalogue = new CatalogueFolder(kept);
    try {
      catalogue.info();
      catalogue.checkIntegrity();
    } catch (CatalogueException | IndexException e) {
      // out of the way in one step: another scan may have it open
      Path away = workplace.folder("damaged-");
      Files.move(kept, away, StandardCopyOption.ATOMIC_MOVE);
      FileTrees.delete(away);
    }
  }

  /** Digest of the program, of every file and of its place in the raw material. */
  private String key(Path raw) throws IOException {
    StringBuilder key =
        new StringBuilder(CatalogueInfo.FORMAT)
            .append('\n')
            .append(program)
            .append('\n')
            .append(profile.spec())
            .append('\n')
            .append(charset)
            .append('\n')
            .append(name(raw));
    try (Stream<Path> files = Files.walk(raw)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        key.append('\n').append(raw.relativize(file)).append('\t').append(digest(file));
      }
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    return Digests.sha256(key.toString());
  }

  /** An unreadable file is rejected by the build, with its reason: here it is only another key. */
  private static String digest(Path file) {
    try {
      return Digests.of(file).sha256();
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
