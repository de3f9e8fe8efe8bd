package dev.bookplate.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Manifest.Counts;
import dev.bookplate.evidence.Manifest.FileDigest;
import dev.bookplate.evidence.MarkerRow;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.evidence.WorkRow;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run made up for a test, written as a run's files are and opened as any run is.
 *
 * @param findings in canonical order
 * @param works all that were looked for
 * @param copies rows of copies.csv
 * @param unread lines of unread.jsonl
 * @param manifest without the digests of the files
 */
record SampleRun(
    List<FindingLine> findings,
    List<WorkRow> works,
    List<CopyRow> copies,
    List<UnreadLine> unread,
    Manifest manifest) {

  /** Writes the run into a folder and opens it. */
  RunReader in(Path folder) throws IOException {
    Files.createDirectories(folder);
    writeLines(folder.resolve(RunFiles.FINDINGS), findings);
    writeLines(folder.resolve(RunFiles.UNREAD), unread);
    writeLines(folder.resolve(RunFiles.CONDITIONS), List.of());
    writeTable(folder.resolve(RunFiles.WORKS), WorkRow.class, works);
    writeTable(folder.resolve(RunFiles.COPIES), CopyRow.class, copies);
    writeTable(folder.resolve(RunFiles.MARKERS), MarkerRow.class, List.of());
    Files.writeString(folder.resolve(RunFiles.FINDINGS_CSV), "id\r\n");
    Map<String, FileDigest> files = new TreeMap<>();
    try (var names = Files.list(folder)) {
      for (Path file : names.toList()) {
        String text = Files.readString(file);
        files.put(
            file.getFileName().toString(), new FileDigest(Files.size(file), Digests.sha256(text)));
      }
    }
    Files.writeString(folder.resolve(RunFiles.MANIFEST), RunJson.pretty(manifest.withFiles(files)));
    return RunReader.open(folder);
  }

  SampleRun with(Manifest other) {
    return new SampleRun(findings, works, copies, unread, other);
  }

  /** A manifest whose counts are those of the given lists. */
  static Manifest manifest(
      Manifest.Status status,
      String corpus,
      List<FindingLine> findings,
      List<WorkRow> works,
      List<UnreadLine> unread,
      long read) {
    Map<String, Long> grades = new TreeMap<>(Map.of("strong", 0L, "moderate", 0L, "lead", 0L));
    findings.forEach(finding -> grades.merge(finding.grade(), 1L, Long::sum));
    Map<String, Long> skipped = new TreeMap<>();
    unread.stream()
        .filter(line -> line.outcome().equals(UnreadLine.SKIPPED))
        .forEach(line -> skipped.merge(line.reason(), 1L, Long::sum));
    long failed = unread.stream().filter(l -> l.outcome().equals(UnreadLine.FAILED)).count();
    long seen = read + unread.size();
    Counts counts =
        new Counts(
            1,
            48_812_345,
            seen,
            read,
            skipped,
            failed,
            unread.stream().filter(UnreadLine::mayHoldText).count(),
            44_100_200,
            7_412_009,
            works.size(),
            works.stream().filter(work -> work.findings() > 0).count(),
            grades,
            works.stream().mapToLong(WorkRow::copies).sum(),
            Map.of(),
            null);
    ObjectNode configuration = JsonNodeFactory.instance.objectNode();
    configuration.put("quotes", 60).put("failOn", "moderate");
    return new Manifest(
        Manifest.FORMAT,
        status,
        status == Manifest.Status.COMPLETE ? null : "Stopped by the user after shard 3 of 8.",
        new Manifest.Tool("bookplate", "0.1.0", "5fc75b5", "Eclipse Adoptium 25"),
        List.of("bookplate", "scan", "corpora/a training set", "-c", "shelf", "-o", "runs/1"),
        configuration,
        List.of(
            new Manifest.Input(
                corpus,
                "shards/part-0000.jsonl.zst",
                48_812_345L,
                "0cc175b9c0f1b6a831c399e269772661",
                Digests.sha256(corpus),
                seen,
                read,
                seen - read - failed,
                failed,
                Map.of(),
                0)),
        List.of(
            new Manifest.Catalogue(
                "shelf",
                "corpora/shelf",
                "2026-05-01",
                works.size(),
                works.size(),
                Digests.sha256("shelf"),
                "shingle 7, window 8",
                List.of(new Manifest.RejectedSource("notes/cover.jpg", "it is not a book")),
                null)),
        List.of(new Manifest.Background("boilerplate", 18_220, "x", Digests.sha256("boilerplate"))),
        findings.stream().allMatch(f -> f.passages().stream().allMatch(p -> p.quote() == null))
            ? QuotePolicy.NONE
            : QuotePolicy.DEFAULT,
        counts,
        new TreeMap<>(Map.of("shingle", "7", "window", "8", "hash", "multiply-xor 64, seed 1")),
        "Every unbroken run of 25 words that a searched document shares with a reference edition is"
            + " found, whatever was done to case, punctuation, spacing or line breaks.",
        null,
        null,
        Map.of(),
        new Manifest.Timing(
            "2026-05-04T09:12:44Z",
            "2026-05-04T09:12:46Z",
            "audit-01",
            "local",
            2,
            38.4,
            new TreeMap<>(Map.of("scan", 1.27, "merge", 0.11))));
  }

  private static void writeLines(Path file, List<?> values) throws IOException {
    Files.writeString(
        file,
        values.stream().map(value -> RunJson.line(value) + "\n").collect(Collectors.joining()));
  }

  private static void writeTable(
      Path file, Class<? extends Record> type, List<? extends Record> rows) throws IOException {
    StringBuilder out = new StringBuilder();
    RecordComponent[] columns = type.getRecordComponents();
    out.append(Arrays.stream(columns).map(SampleRun::name).collect(Collectors.joining(",")));
    for (Record row : rows) {
      out.append("\r\n");
      out.append(
          Arrays.stream(columns).map(c -> cell(value(c, row))).collect(Collectors.joining(",")));
    }
    Files.writeString(file, out.append("\r\n"));
  }

  private static String name(RecordComponent column) {
    JsonProperty name = column.getAccessor().getAnnotation(JsonProperty.class);
    return name == null ? column.getName() : name.value();
  }

  private static Object value(RecordComponent column, Record row) {
    try {
      return column.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text =
        value instanceof List<?> list
            ? list.stream()
                .map(part -> escaped(part.toString()).replace(";", "\\;"))
                .collect(Collectors.joining("; "))
            : escaped(value.toString());
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(
            c -> c == '\\' ? "\\\\" : c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
