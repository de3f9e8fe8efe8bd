package dev.bookplate.audit;

import dev.bookplate.evidence.Existing;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.PartSet;
import dev.bookplate.evidence.RunWriter;
import dev.bookplate.evidence.ScannedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the parts of a scan together; needs neither the corpus nor the catalogues. The run is that
 * of one scan but for its command line and what it says of times.
 */
public final class Merge {
  private final List<Path> parts;
  private final Progress progress;

  /** A merge of folders that {@link Audit#part} wrote, in any order. */
  public Merge(List<Path> parts, Progress progress) {
    this.parts = List.copyOf(parts);
    this.progress = progress;
  }

  /**
   * Checks the parts and writes the run.
   *
   * @param run folder that it goes to
   * @param overwrite whether a run that it holds may be replaced
   * @throws dev.bookplate.evidence.RunFolderException if the folders are not all parts of one scan,
   *     each once, if one is damaged, or if the folder cannot take the run
   */
  public Manifest run(Path run, boolean overwrite, Audit.Renderer renderer) throws IOException {
    List<ScannedPart> read = new ArrayList<>();
    for (Path part : parts) {
      read.add(ScannedPart.read(part));
    }
    PartSet all = PartSet.of(read);
    try (RunWriter writer = RunWriter.open(run, new Existing(overwrite, false))) {
      return new RunMaker(all, renderer, progress).make(writer);
    }
  }
}
