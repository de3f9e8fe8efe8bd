package dev.bookplate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.SampleWriter;
import dev.bookplate.catalogue.SampledEdition;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.index.ReferenceIndex;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A catalogue on disk that holds no text, only fingerprints: beside what every catalogue has, the
 * file {@code sample.json}. The key is not in it.
 *
 * @param path of the folder
 */
public record SampledFolder(Path path) {
  private static final String FILE = "sample.json";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Whether a folder holds a catalogue without text. */
  public static boolean isSampled(Path path) {
    return CatalogueFolder.isCatalogue(path) && Files.isRegularFile(path.resolve(FILE));
  }

  /**
   * Refuses a catalogue without text where text is needed.
   *
   * @param need what cannot be done, in words
   */
  static void refuse(Path path, String need) throws CatalogueException {
    if (isSampled(path)) {
      throw new CatalogueException(
          path
              + " holds fingerprints and no text, and "
              + need
              + ": use the catalogue of the text");
    }
  }

  /**
   * What the folder says of itself.
   *
   * @throws CatalogueException if it is damaged or of another version
   */
  public SampleInfo info() throws IOException {
    try {
      SampleInfo info = MAPPER.readValue(path.resolve(FILE).toFile(), SampleInfo.class);
      if (!SampleInfo.FORMAT.equals(info.format())) {
        throw new CatalogueException(
            String.format(
                Locale.ROOT,
                "%s is of format %s, and this program reads %s: import the file again",
                path.resolve(FILE),
                info.format(),
                SampleInfo.FORMAT));
      }
      return info;
    } catch (FileNotFoundException | JsonProcessingException e) {
      throw new CatalogueException(path.resolve(FILE) + " is damaged: import the file again", e);
    }
  }

  void write(SampleInfo info) throws IOException {
    MAPPER.writeValue(path.resolve(FILE).toFile(), info);
  }

  /** The spec of its fingerprints, which names the key. */
  FingerprintSpec spec() throws IOException {
    return spec(path, info().header().spec());
  }

  /** The spec of that name, which must be one that this program has. */
  static FingerprintSpec spec(Path what, String name) throws CatalogueException {
    return FingerprintSpec.sampledOf(name)
        .orElseThrow(
            () ->
                new CatalogueException(
                    what
                        + " has fingerprint spec "
                        + name
                        + ", which this program does not have: have it exported by this version"));
  }

  /**
   * Reads every byte of the index, and holds all of it against the digest of the file that it came
   * in.
   *
   * @throws CatalogueException at the first thing that does not hold
   */
  void verify() throws IOException {
    SampleInfo info = info();
    Path index = new CatalogueFolder(path).index();
    ReferenceIndex.verify(index);
    try (ReferenceIndex opened = ReferenceIndex.open(index, spec());
        SampleWriter again = new SampleWriter(OutputStream.nullOutputStream(), info.header())) {
      for (int number : sorted(opened)) {
        again.add(
            new SampledEdition(
                CataloguedEdition.fromBytes(opened.payload(number)),
                opened.fingerprints(number),
                opened.sketch(number).values()));
      }
      if (!again.seal(null).digest().equals(info.digest())) {
        throw new CatalogueException(
            path + " is not what the digest of its file is of: import the file again");
      }
    }
  }

  /**
   * Holds the index against the digest, and the digest against a signature.
   *
   * @param named what the user called it
   * @param signers of whom one must have signed it
   * @throws UnverifiedException if none did
   */
  void verifySigned(Path named, List<PublicKey> signers) throws IOException {
    SampleInfo info = info();
    SignerKeys.signer(named, info.signature(), info.digest(), signers);
    verify();
  }

  private static List<Integer> sorted(ReferenceIndex index) throws IOException {
    record Numbered(int number, CataloguedEdition edition) {}
    List<Numbered> all = new ArrayList<>();
    for (int i = 0; i < index.maxEdition(); i++) {
      if (index.hasEdition(i)) {
        all.add(new Numbered(i, CataloguedEdition.fromBytes(index.payload(i))));
      }
    }
    all.sort(Comparator.comparing(Numbered::edition, CatalogueFolder.ORDER));
    return all.stream().map(Numbered::number).toList();
  }
}
