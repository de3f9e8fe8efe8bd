package dev.bookplate.report.load;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.report.Redaction;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of a production.
 *
 * @param format of its load files
 * @param profile names of their columns
 * @param encoding of their bytes
 * @param numbers that its documents get
 * @param labels that they bear
 * @param volumeBytes of texts and natives that a volume holds at most; a family is never parted
 * @param natives folder or file that each corpus is in, or null for a production without natives
 */
public record Production(
    LoadFormat format,
    LoadProfile profile,
    LoadEncoding encoding,
    BatesNumbers numbers,
    Labels labels,
    long volumeBytes,
    Natives natives) {

  /**
   * What documents bear.
   *
   * @param custodian or null for the corpus's name
   * @param designation under the protective order, or null
   * @param redaction of quotations, or null for none
   */
  public record Labels(String custodian, String designation, Redaction redaction) {
    /** With quotations as the run has them. */
    public Labels(String custodian, String designation) {
      this(custodian, designation, null);
    }
  }

  /** Where the files of corpora are now. */
  @FunctionalInterface
  public interface Natives {
    /** The file of an input, which need not be there; empty where its corpus is not at hand. */
    Optional<Path> file(Manifest.Input input);
  }
}
