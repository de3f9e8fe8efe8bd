package dev.bookplate.audit;

import dev.bookplate.audit.StoredCatalogue.StoredFile;
import dev.bookplate.evidence.FileTrees;
import dev.bookplate.evidence.GroupReceipt;
import dev.bookplate.evidence.ShardFile;
import dev.bookplate.origin.Digests;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One scan's folder in the folder that all machines of a cluster see. It is gone when the scan
 * ends; what a killed scan leaves is called {@code bookplate-} and may be deleted.
 *
 * <p>A group's file comes back under a name with its digest, which is given once the file is whole:
 * a group may be searched twice, by a machine that is slow and by another, and both write the same.
 */
final class Depot implements Closeable {
  private static final String CATALOGUES = "catalogues";
  private static final String SHARDS = "shards";

  private final Path folder;
  private final Map<String, StoredCatalogue> stored = new HashMap<>();

  private Depot(Path folder) {
    this.folder = folder;
  }

  /** A new folder in one that is made where it is not there. */
  static Depot in(Path shared) throws IOException {
    Depot depot =
        new Depot(shared.toAbsolutePath().normalize().resolve("bookplate-" + UUID.randomUUID()));
    Files.createDirectories(depot.folder.resolve(SHARDS));
    return depot;
  }

  /** Its location, for those who have only that. */
  String location() {
    return folder.toString();
  }

  /** Puts every catalogue of a plan where the machines can fetch it from. */
  List<StoredCatalogue> store(AuditPlan plan) throws IOException {
    List<AuditPlan.CatalogueRef> all = new ArrayList<>(plan.catalogues());
    plan.sampled().forEach(s -> all.add(s.catalogue()));
    all.addAll(plan.background());
    for (AuditPlan.CatalogueRef ref : all) {
      if (!stored.containsKey(ref.folder())) {
        stored.put(ref.folder(), store(Path.of(ref.folder()), stored.size()));
      }
    }
    return List.copyOf(stored.values());
  }

  private StoredCatalogue store(Path catalogue, int number) throws IOException {
    Path to = folder.resolve(CATALOGUES).resolve(Integer.toString(number));
    List<StoredFile> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(catalogue)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String path = catalogue.relativize(file).toString().replace('\\', '/');
        Path target = to.resolve(path);
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        files.add(new StoredFile(path, Digests.of(file).sha256()));
      }
    }
    return new StoredCatalogue(catalogue.toString(), to.toString(), files);
  }

  /**
   * Gives a group's file to whoever started the scan.
   *
   * @param location of the depot
   * @param file whole, on this machine; it is deleted
   */
  static void publish(Path location, GroupReceipt receipt, Path file) throws IOException {
    Path shards = location.resolve(SHARDS);
    Path name = shards.resolve(name(receipt));
    if (!Files.exists(name)) {
      Path attempt = shards.resolve("." + name(receipt) + "." + UUID.randomUUID());
      try {
        Files.copy(file, attempt);
        Files.move(attempt, name);
      } catch (FileAlreadyExistsException e) {
        // another attempt at this group was quicker: it wrote the same
        Files.deleteIfExists(attempt);
      }
    }
    Files.delete(file);
  }

  private static String name(GroupReceipt receipt) {
    return String.format(java.util.Locale.ROOT, "%08d-%s.jsonl", receipt.first(), receipt.digest());
  }

  /**
   * Takes a group's file into a run.
   *
   * @param shards folder of the run's shard files
   * @param plan digest of all that decides what the file holds
   * @throws IOException if it is not the one that the receipt is for
   */
  void take(GroupReceipt receipt, Path shards, String plan) throws IOException {
    Path remote = folder.resolve(SHARDS).resolve(name(receipt));
    Path local = ShardFile.in(shards, receipt.first());
    Path coming = shards.resolve(local.getFileName() + ".tmp");
    Files.copy(remote, coming, StandardCopyOption.REPLACE_EXISTING);
    Files.move(coming, local, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    ShardFile.Check check = ShardFile.check(shards, receipt.first(), plan);
    if (!check.equals(new ShardFile.Check.Whole(receipt))) {
      throw new IOException(
          remote
              + " is not what the machine that wrote it says it is ("
              + (check instanceof ShardFile.Check.Unusable no ? no.why() : "another digest")
              + "); check that file system, and scan again.");
    }
    Files.delete(remote);
  }

  @Override
  public void close() throws IOException {
    FileTrees.delete(folder);
  }
}
