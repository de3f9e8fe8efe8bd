package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {
  @TempDir Path temp;
  private final SampleRun sample = SampleFindings.run(20, 3, true);
  private RunReader run;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    run = sample.in(temp.resolve("run"));
    out = temp.resolve("new/out");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void writesItsFilesAndNoOthers(ReportFormat format) throws IOException {
    format.render(run, ReportFolder.keeping(out));
    assertEquals(Set.copyOf(format.names()), names(out));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void replacesNothingUnlessToldTo(ReportFormat format) throws IOException {
    Files.createDirectories(out);
    String last = format.names().get(format.names().size() - 1);
    Files.writeString(out.resolve(last), "mine");
    Files.writeString(out.resolve("notes.txt"), "mine");
    IOException refused =
        assertThrows(
            FileAlreadyExistsException.class, () -> format.render(run, ReportFolder.keeping(out)));
    assertTrue(refused.getMessage().contains("add --overwrite"));
    assertEquals(Set.of(last, "notes.txt"), names(out));

    format.render(run, ReportFolder.replacing(out));
    assertFalse(Files.readString(out.resolve(last)).equals("mine"));
    assertEquals("mine", Files.readString(out.resolve("notes.txt")));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void doesNotTouchTheRun(ReportFormat format) throws IOException {
    Set<String> before = names(run.folder());
    IOException refused =
        assertThrows(
            IOException.class, () -> format.render(run, ReportFolder.replacing(run.folder())));
    assertTrue(refused.getMessage().contains("name another folder"));
    assertEquals(before, names(run.folder()));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"HTML", "JSON"})
  void aDamagedRunLeavesNoReport(ReportFormat format) throws IOException {
    Path findings = run.folder().resolve(RunFiles.FINDINGS);
    String text = Files.readString(findings);
    Files.writeString(findings, text.substring(0, text.length() - 5) + "    \n");
    IOException damaged =
        assertThrows(IOException.class, () -> format.render(run, ReportFolder.keeping(out)));
    assertTrue(damaged.getMessage().contains(RunFiles.FINDINGS));
    assertEquals(Set.of(), names(out));
  }

  @Test
  void csvIsTheRunsOwn() throws IOException {
    ReportFormat.CSV.render(run, ReportFolder.keeping(out));
    for (String name : ReportFormat.CSV.names()) {
      assertArrayEquals(
          Files.readAllBytes(run.folder().resolve(name)), Files.readAllBytes(out.resolve(name)));
    }
  }

  @Test
  void jsonHoldsTheWholeRun() throws IOException {
    ReportFormat.JSON.render(run, ReportFolder.keeping(out));
    JsonNode report = RunJson.read(Files.readString(out.resolve("report.json")), JsonNode.class);
    assertEquals(RunJson.line(run.manifest()), RunJson.line(report.get("manifest")));
    assertEquals(sample.works().size(), report.get("works").size());
    assertEquals(sample.copies().size(), report.get("copies").size());
    assertEquals(sample.unread().size(), report.get("unread").size());
    for (int i = 0; i < sample.findings().size(); i++) {
      FindingLine finding =
          RunJson.read(report.get("findings").get(i).toString(), FindingLine.class);
      assertEquals(sample.findings().get(i), finding);
    }
  }

  @Test
  void labelsAreFoundInAnyCase() {
    assertEquals(Optional.of(ReportFormat.HTML), ReportFormat.of("Html"));
    assertEquals(Optional.empty(), ReportFormat.of("pdf"));
    assertEquals("html, csv, json", ReportFormat.labels());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
