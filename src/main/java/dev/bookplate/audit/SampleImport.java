package dev.bookplate.audit;

import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.InvalidSampleException;
import dev.bookplate.catalogue.SampleReader;
import dev.bookplate.catalogue.SampleSeal;
import dev.bookplate.catalogue.SampledEdition;
import dev.bookplate.catalogue.SampledHeader;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.index.IndexBuilder;
import dev.bookplate.index.SampledEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a catalogue folder of a file of fingerprints. */
public final class SampleImport {
  private static final int LEAST_FINGERPRINTS = 2;

  private final Path file;
  private final SampledHeader header;
  private final FingerprintSpec spec;
  private final SampleSeal seal;
  private final String signer;
  private final List<CataloguedEdition> editions = new ArrayList<>();
  private final List<Manifest.RejectedSource> remarks = new ArrayList<>();

  private SampleImport(Path file, SampleReader reader, PublicKey signer) throws IOException {
    this.file = file;
    header = reader.header();
    spec = SampledFolder.spec(file, header.spec());
    checkHeader();
    long fingerprints = 0;
    Set<String> ids = new HashSet<>();
    for (SampledEdition each = reader.next(); each != null; each = reader.next()) {
      fingerprints += each.fingerprints().length;
      check(each, ids);
    }
    seal = reader.seal();
    if (fingerprints != header.fingerprints()) {
      throw contradiction("its header counts other fingerprints than it holds");
    }
    this.signer =
        signer == null
            ? null
            : SignerKeys.signer(file, signature(), seal.digest(), List.of(signer));
  }

  private void checkHeader() throws InvalidSampleException {
    if (header.sketch() != spec.sketch()) {
      throw contradiction("its sketches are not those of its fingerprint spec");
    }
  }

  private void check(SampledEdition each, Set<String> ids) throws InvalidSampleException {
    Edition edition = each.edition().edition();
    if (edition.id() == null || edition.source() == null || each.edition().work().id() == null) {
      throw contradiction("an edition in it has no id, source or work");
    }
    if (!ids.add(edition.id())) {
      throw contradiction("it holds edition " + edition.id() + " twice");
    }
    long[] sketch = MinHash.ofFingerprints(spec, each.fingerprints()).values();
    if (!Arrays.equals(sketch, each.sketch())) {
      throw contradiction("the sketch of edition " + edition.id() + " is not of its fingerprints");
    }
  }

  private InvalidSampleException contradiction(String why) {
    return new InvalidSampleException(
        file + " contradicts itself (" + why + "): have it sent again");
  }

  /**
   * Reads a file through, and checks it.
   *
   * @param signer key that must have signed it, or null to take it as it is
   * @throws InvalidSampleException if it is damaged, of another version, or contradicts itself
   * @throws UnverifiedException if the signature does not hold
   */
  public static SampleImport check(Path file, PublicKey signer) throws IOException {
    return check(file, signer, signer != null);
  }

  /**
   * The same.
   *
   * @param mustBeSigned whether the file is asked for a signature, here or later: then what was
   *     changed in it is a matter of the signature, which cannot hold any more
   */
  static SampleImport check(Path file, PublicKey signer, boolean mustBeSigned) throws IOException {
    try (SampleReader reader = SampleReader.open(file)) {
      try {
        return new SampleImport(file, reader, signer);
      } catch (InvalidSampleException e) {
        throw mustBeSigned
            ? new UnverifiedException("no signature can hold, since " + e.getMessage())
            : e;
      }
    }
  }

  /** Id of the key that it was made with. */
  String keyId() {
    return spec.sampling().key();
  }

  /** In hex, or null. */
  private String signature() {
    return seal.signature() == null ? null : seal.signature().bytes();
  }

  /** Digest of what it holds. */
  String digest() {
    return seal.digest();
  }

  /**
   * Makes the folder.
   *
   * @param folder that is not there, or empty
   */
  CatalogueInfo into(Path folder) throws IOException {
    CatalogueFolder target = new CatalogueFolder(folder);
    try (SampleReader reader = SampleReader.open(file);
        IndexBuilder index = IndexBuilder.open(target.index(), spec)) {
      for (SampledEdition each = reader.next(); each != null; each = reader.next()) {
        add(each, index);
      }
      if (!reader.seal().digest().equals(seal.digest())) {
        throw contradiction("it changed while it was read");
      }
      index.commit();
    }
    new SampledFolder(folder)
        .write(new SampleInfo(SampleInfo.FORMAT, header, seal.digest(), signature(), signer));
    CatalogueInfo info = info();
    target.write(info);
    return info;
  }

  private void add(SampledEdition each, IndexBuilder index) throws IOException {
    CataloguedEdition stored = each.edition();
    index.add(
        new SampledEntry(
            stored.edition().id(),
            CatalogueBuilder.fields(stored.work(), stored.edition().source()),
            stored.toBytes(),
            each.fingerprints(),
            MinHash.of(each.sketch())));
    editions.add(stored);
    if (each.fingerprints().length < LEAST_FINGERPRINTS) {
      remarks.add(
          new Manifest.RejectedSource(
              stored.edition().source(), "kept, but: too short to be found without its text"));
    }
  }

  private CatalogueInfo info() {
    editions.sort(CatalogueFolder.ORDER);
    Set<String> works = new HashSet<>();
    editions.stream().map(CataloguedEdition::work).map(Work::id).forEach(works::add);
    return new CatalogueInfo(
        CatalogueInfo.FORMAT,
        header.name(),
        header.asOf(),
        spec.toString(),
        works.size(),
        editions.size(),
        editions.stream().mapToLong(e -> e.edition().words()).sum(),
        seal.digest(),
        List.copyOf(remarks),
        null);
  }
}
