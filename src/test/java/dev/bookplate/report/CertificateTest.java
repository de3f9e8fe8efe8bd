package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.FindingRow;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Received;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.WorkRow;
import dev.bookplate.report.certificate.CellSource;
import dev.bookplate.report.certificate.CertificateLog;
import dev.bookplate.report.certificate.CertificatePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
  private static final Received.HashList LIST =
      new Received.HashList(
          "received.sha256",
          "ab".repeat(32),
          3,
          2,
          List.of("gone.jsonl"),
          List.of("training-set/extra.txt"),
          List.of(),
          List.of(),
          List.of());

  @TempDir Path temp;

  private Path write(String name, SampleRun run) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    CertificatePack.write(run.in(temp.resolve(name + "-run")), "CONFIDENTIAL", folder);
    return folder;
  }

  private static SampleRun received(Received.HashList list) throws IOException {
    SampleRun run = SampleFindings.run(6, 3, true);
    ObjectNode manifest = RunJson.tree(run.manifest()).deepCopy();
    manifest.set("received", RunJson.tree(new Received("Acme LLP", "2026-05-01", "disk", list)));
    return run.with(RunJson.read(manifest.toString(), Manifest.class));
  }

  private static String docx(Path file) throws IOException {
    try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }

  @Test
  void factsAreFilledInAndWhatAPersonSaysIsBlank() throws Exception {
    Path folder = write("plain", SampleFindings.run(6, 3, true));
    String text = Files.readString(folder.resolve("certificate-902-13.md"));
    String word = docx(folder.resolve("certificate-902-13.docx"));
    for (String each :
        List.of(
            "DRAFT for counsel",
            "CONFIDENTIAL",
            "902(13)",
            "Started",
            "Qualification",
            "How I know that the process produces an accurate result: ____",
            "Any opinion, by a person who is qualified to give it: ____",
            "does not stand in for Rule 702")) {
      assertTrue(text.replace("\\", "").replace("**", "").contains(each), each);
      assertTrue(word.contains(each), each);
    }
    assertTrue(word.contains("5fc75b5"), "the commit");
    String methods = docx(folder.resolve("methods.docx"));
    assertTrue(methods.contains("Neither it nor a certificate replaces"), methods);
    assertTrue(methods.contains("Not measured"), methods);
    assertTrue(methods.contains("Every unbroken run of 25 words"), methods);
  }

  @Test
  void copiesAreCertifiedOnlyWhereTheirDigestsWereSuppliedAndMatched() throws Exception {
    Path none = write("none", SampleFindings.run(6, 3, true));
    assertFalse(Files.exists(none.resolve("certificate-902-14.md")));
    String log = Files.readString(none.resolve(CertificateLog.FILE));
    assertTrue(log.contains("No digests of the original were supplied"), log);

    Path some = write("some", received(LIST));
    String text = docx(some.resolve("certificate-902-14.docx"));
    assertTrue(text.contains("Files whose every listed digest and size agrees\t2"), text);
    assertTrue(text.contains("training-set/extra.txt"), text);
    assertTrue(text.contains("gone.jsonl"), text);

    Received.HashList other =
        new Received.HashList(
            "l",
            "ab",
            1,
            1,
            List.of(),
            List.of(),
            List.of(new Received.Differing("training-set/a", "md5", "x", "y")),
            List.of(),
            List.of());
    Path differing = write("differing", received(other));
    assertFalse(Files.exists(differing.resolve("certificate-902-14.docx")));
  }

  @Test
  void everyCellOfEverySummaryHasASource() throws Exception {
    SampleRun run = SampleFindings.run(9, 3, true);
    Path folder = write("cells", run);
    Map<String, TreeSet<String>> cells = new HashMap<>();
    List<CellSource> all = new ArrayList<>();
    try (Stream<CellSource> rows =
        new CsvTable<>(CellSource.class).read(folder.resolve(CertificatePack.INDEX))) {
      rows.forEach(all::add);
    }
    for (CellSource row : all) {
      cells.computeIfAbsent(row.summary() + row.line(), k -> new TreeSet<>()).addAll(row.columns());
      if (row.source().equals("document")) {
        assertEquals(run.findings().get((int) (row.findingLine() - 1)).id(), row.findingId());
        assertEquals(64, row.sha256().length());
      }
    }
    TreeSet<String> ofFinding = new TreeSet<>(new CsvTable<>(FindingRow.class).header());
    TreeSet<String> ofWork = new TreeSet<>(new CsvTable<>(WorkRow.class).header());
    for (int i = 0; i < run.findings().size(); i++) {
      assertEquals(ofFinding, cells.get(RunFiles.FINDINGS_CSV + (i + 2)));
    }
    for (int i = 0; i < run.works().size(); i++) {
      assertEquals(ofWork, cells.get(RunFiles.WORKS + (i + 2)));
    }
  }

  @Test
  void hostileTextIsTextAndBytesAreTheSame() throws Exception {
    Path one = write("hostile", HostileRun.make());
    Path other = Files.createDirectories(temp.resolve("again"));
    CertificatePack.write(RunReader.open(temp.resolve("hostile-run")), "CONFIDENTIAL", other);
    try (Stream<Path> files = Files.list(one)) {
      for (Path file : files.toList()) {
        Path again = other.resolve(file.getFileName());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again), file.toString());
      }
    }
    String text = Files.readString(one.resolve("certificate-902-13.md"));
    assertFalse(text.contains("<script>"), text);
    assertTrue(text.contains("\\<script\\>"), text);
    assertFalse(docx(one.resolve("methods.docx")).contains("\u202E"));
  }
}
