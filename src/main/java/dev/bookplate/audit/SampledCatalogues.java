package dev.bookplate.audit;

import dev.bookplate.catalogue.SampleReader;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Catalogues without text, as a scan is given them: folders that were imported, or files, which are
 * imported once and kept under their digest. Keys stay where they are.
 */
public final class SampledCatalogues {
  private static final int NAME_DIGITS = 32;

  private final Path cache;
  private final Keys keys;
  private final Progress progress;

  /**
   * What came with catalogues without text.
   *
   * @param files of one fingerprint key each
   * @param signers of whom one must have signed each catalogue; none for no check
   */
  public record Keys(List<Path> files, List<PublicKey> signers) {}

  /**
   * With keys.
   *
   * @param cache folder that imported files are kept in; need not be there
   */
  public SampledCatalogues(Path cache, Keys keys, Progress progress) {
    this.cache = cache;
    this.keys = keys;
    this.progress = progress;
  }

  /** Whether a path is a catalogue without text, as a folder or a file. */
  public static boolean isOne(Path path) throws IOException {
    return SampledFolder.isSampled(path) || SampleReader.isSample(path);
  }

  /**
   * Makes a catalogue folder of a file.
   *
   * @param folder that is not there, or empty
   * @param key file of the key, which must be the file's
   * @param signer key that must have signed it, or null to take it as it is
   * @return what the catalogue is
   */
  public static CatalogueInfo importTo(Path folder, Path file, Path key, PublicKey signer)
      throws IOException {
    SampleImport checked = SampleImport.check(file, signer);
    KeyFile.find(checked.keyId(), file, List.of(key));
    Path target = folder.toAbsolutePath().normalize();
    if (CatalogueFolder.isCatalogue(target)) {
      throw new CatalogueException(folder + " holds a catalogue already: name a new folder");
    }
    CatalogueBuilder.refuseOther(target);
    Files.createDirectories(target);
    return checked.into(target);
  }

  /**
   * The catalogues of paths, by name and then by path.
   *
   * @param taken names that other catalogues of the scan have
   * @throws CatalogueException where a key is missing, or a folder or file cannot be used
   * @throws UnverifiedException where none of the signers signed one
   */
  public List<AuditPlan.SampledRef> resolve(List<Path> paths, Set<String> taken)
      throws IOException {
    Set<String> names = new HashSet<>(taken);
    List<AuditPlan.SampledRef> refs = new ArrayList<>();
    List<Path> sorted =
        paths.stream().map(p -> p.toAbsolutePath().normalize()).distinct().sorted(BY_NAME).toList();
    for (Path path : sorted) {
      boolean isFolder = SampledFolder.isSampled(path);
      CatalogueFolder folder = new CatalogueFolder(isFolder ? path : kept(path));
      if (isFolder) {
        folder.checkIntegrity();
      }
      CatalogueInfo info = folder.info();
      if (info.works() == 0) {
        throw new CatalogueException(path + " holds no work to look for: have it sent again");
      }
      String keyId = folder.spec(info).sampling().key();
      FingerprintKey key = KeyFile.find(keyId, path, keys.files());
      if (!keys.signers().isEmpty()) {
        new SampledFolder(folder.path()).verifySigned(path, keys.signers());
      }
      refs.add(
          new AuditPlan.SampledRef(
              new AuditPlan.CatalogueRef(
                  free(info.name(), names), info.asOf(), folder.path().toString(), info.digest()),
              key));
    }
    return List.copyOf(refs);
  }

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path p) -> String.valueOf(p.getFileName()))
          .thenComparing(Comparator.naturalOrder());

  private static String free(String name, Set<String> names) {
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "~" + i;
    }
    return free;
  }

  /** The folder that a file was imported to, now or before. */
  private Path kept(Path file) throws IOException {
    progress.phase("importing " + file.getFileName(), Progress.Counted.BOOKS, 0);
    String digest = Digests.of(file).sha256();
    String name = Digests.sha256(CatalogueInfo.FORMAT + "\n" + SampleInfo.FORMAT + "\n" + digest);
    Path kept = cache.resolve(name.substring(0, NAME_DIGITS));
    try (Workplace workplace = CatalogueCache.workplace(cache)) {
      CatalogueCache.removeDamaged(kept, workplace);
      if (!CatalogueFolder.isCatalogue(kept)) {
        SampleImport checked = SampleImport.check(file, null, !keys.signers().isEmpty());
        // before work is done that the wrong key makes useless
        KeyFile.find(checked.keyId(), file, keys.files());
        Path building = workplace.folder("importing-");
        try {
          checked.into(building);
          Files.move(building, kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          FileTrees.delete(building);
        }
      }
    }
    return kept;
  }
}
