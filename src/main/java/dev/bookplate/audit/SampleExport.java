package dev.bookplate.audit;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.SampleSeal;
import dev.bookplate.catalogue.SampleWriter;
import dev.bookplate.catalogue.SampledEdition;
import dev.bookplate.catalogue.SampledHeader;
import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.match.Finding;
import dev.bookplate.match.ReferenceLibrary;
import dev.bookplate.match.Sampler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a catalogue as one file without its text, for a rights holder to hand over: who the works
 * and editions are, and keyed fingerprints far enough apart that the text cannot be walked back.
 * Same catalogue, key and signer: same bytes.
 */
public final class SampleExport {
  /** An edition with fewer fingerprints than a finding needs is never found. */
  private static final int LEAST_FINGERPRINTS = 2;

  /**
   * What was written.
   *
   * @param header of the file
   * @param seal of the file
   * @param tooShort sources of editions that are too short to be found without their text
   */
  public record Exported(SampledHeader header, SampleSeal seal, List<String> tooShort) {}

  private record Numbered(int number, CataloguedEdition edition) {}

  private final CatalogueFolder folder;
  private final CatalogueInfo info;
  private final Sampler sampler;
  private final Progress progress;

  /**
   * Of a catalogue, with a key.
   *
   * @throws CatalogueException if it is none, or holds no text itself
   */
  public SampleExport(Path catalogue, FingerprintKey key, Progress progress) throws IOException {
    SampledFolder.refuse(catalogue, "what it was imported from is already such a file");
    folder = new CatalogueFolder(catalogue.toAbsolutePath().normalize());
    info = folder.info();
    sampler = new Sampler(key);
    this.progress = progress;
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @param file that is not there yet
   * @param signer who signs it, or null
   */
  public Exported write(Path file, PrivateKey signer) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    progress.phase("fingerprinting", Progress.Counted.BOOKS, 0);
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    try (ReferenceLibrary library = folder.library()) {
      List<Numbered> editions = sorted(library);
      Exported exported;
      try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
        exported = write(out, library, editions, signer);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      return exported;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static List<Numbered> sorted(ReferenceLibrary library) throws IOException {
    List<Numbered> editions = new ArrayList<>();
    library.forEachNumber(
        (number, reference) -> editions.add(new Numbered(number, stored(reference))));
    editions.sort(Comparator.comparing(Numbered::edition, CatalogueFolder.ORDER));
    return editions;
  }

  private static CataloguedEdition stored(Finding.Reference reference) {
    return new CataloguedEdition(reference.work(), reference.edition());
  }

  /**
   * Fingerprints are made twice: the header counts them, and all of them need not fit in memory.
   */
  private Exported write(
      OutputStream out, ReferenceLibrary library, List<Numbered> editions, PrivateKey signer)
      throws IOException {
    long fingerprints = 0;
    List<String> tooShort = new ArrayList<>();
    for (Numbered each : editions) {
      int count = sampler.fingerprints(library, each.number).length;
      fingerprints += count;
      if (count < LEAST_FINGERPRINTS) {
        tooShort.add(each.edition.edition().source());
      }
    }
    SampledHeader header = header(fingerprints, editions.size());
    SampleWriter writer = new SampleWriter(out, header);
    for (Numbered each : editions) {
      long[] set = sampler.fingerprints(library, each.number);
      long[] sketch = MinHash.ofFingerprints(sampler.spec(), set).values();
      writer.add(new SampledEdition(each.edition, set, sketch));
      progress.add(0, 1, 0);
    }
    return new Exported(header, writer.seal(signer), List.copyOf(tooShort));
  }

  private SampledHeader header(long fingerprints, int editions) {
    return new SampledHeader(
        info.name(),
        info.asOf(),
        sampler.spec().toString(),
        sampler.spec().sketch(),
        info.works(),
        editions,
        info.words(),
        fingerprints);
  }
}
