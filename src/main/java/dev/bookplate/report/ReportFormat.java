package dev.bookplate.report;

import com.google.common.collect.ImmutableList;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which a run can be rendered again, from the run alone. */
public enum ReportFormat {
  /** {@code report.html}: one self-contained page for people. */
  HTML(RunFiles.REPORT) {
    @Override
    void write(RunReader run, ReportFolder folder) throws IOException {
      folder.writeText(RunFiles.REPORT, out -> HtmlReport.write(run, out));
    }
  },
  /** The run's tables, as they stand in it; runs of before have no {@code markers.csv}. */
  CSV(RunFiles.FINDINGS_CSV, RunFiles.WORKS, RunFiles.COPIES, RunFiles.MARKERS) {
    @Override
    void write(RunReader run, ReportFolder folder) throws IOException {
      for (String name : names()) {
        if (name.equals(RunFiles.MARKERS) && !run.manifest().files().containsKey(name)) {
          continue;
        }
        folder.write(name, file -> Files.copy(run.folder().resolve(name), file));
      }
    }
  },
  /** {@code report.json}: manifest, works, findings, copies and what was not read in one file. */
  JSON("report.json") {
    @Override
    void write(RunReader run, ReportFolder folder) throws IOException {
      folder.writeText(names().get(0), out -> JsonReport.write(run, out));
    }
  };

  private final ImmutableList<String> names;

  ReportFormat(String... names) {
    this.names = ImmutableList.copyOf(names);
  }

  /** As the user names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a label, in any case. */
  public static Optional<ReportFormat> of(String label) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(label)).findFirst();
  }

  /** All labels, for messages and help. */
  public static String labels() {
    return Arrays.stream(values()).map(ReportFormat::label).collect(Collectors.joining(", "));
  }

  /** The files that it writes. */
  public List<String> names() {
    return names;
  }

  /**
   * Renders a run.
   *
   * @throws IOException if the folder is the run's own, if one of {@link #names} is there already
   *     and may not be replaced, in which case nothing is written, or if writing fails
   */
  public void render(RunReader run, ReportFolder folder) throws IOException {
    folder.check(run.folder(), names);
    try {
      write(run, folder);
    } catch (UncheckedIOException e) {
      throw e.getCause(); // a damaged line of the run, found in the middle of a stream
    }
  }

  abstract void write(RunReader run, ReportFolder folder) throws IOException;
}
