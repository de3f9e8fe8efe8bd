package dev.bookplate.report.load;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.Redaction;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a run as a production. A family is a training document and, behind it, a sheet for each
 * finding in it; documents without findings are not produced. The same run, asked for in the same
 * way and with the same first number, gives the same bytes.
 */
public final class ProductionWriter {
  private final RunReader run;
  private final Production asked;
  private final Path folder;
  private final FamilyRows rows;
  private final Map<String, Manifest.Input> inputs = new HashMap<>();
  private final List<ProductionLog.Volume> volumes = new ArrayList<>();
  private final List<ProductionLog.Escaped> escaped = new ArrayList<>();
  private CsvTable.Rows<ProductionLog.LoggedFile> log;
  private VolumeWriter volume;
  private long next;
  private long documents;
  private long sheets;
  private long natives;

  private ProductionWriter(RunReader run, Production asked, Path folder) {
    this.run = run;
    this.asked = asked;
    this.folder = folder;
    rows = new FamilyRows(asked);
    next = asked.numbers().start();
    for (Manifest.Input input : run.manifest().inputs()) {
      inputs.put(key(input.corpus(), input.path()), input);
    }
  }

  /**
   * Writes a production.
   *
   * @param folder that is there and empty
   * @throws IOException if the run is damaged, a value cannot be encoded, a native file is not the
   *     one that was scanned, or writing fails; what is in the folder is then no production
   */
  public static ProductionLog write(RunReader run, Production asked, Path folder)
      throws IOException {
    return new ProductionWriter(run, asked, folder).write();
  }

  private ProductionLog write() throws IOException {
    CsvTable<ProductionLog.LoggedFile> files = new CsvTable<>(ProductionLog.LoggedFile.class);
    try (Writer out = Files.newBufferedWriter(folder.resolve(ProductionLog.FILES));
        CsvTable.Rows<ProductionLog.LoggedFile> logged = files.write(out);
        Stream<FindingLine> findings = run.findings()) {
      log = logged;
      Families families = new Families(findings.iterator());
      while (families.hasNext()) {
        add(families.next());
      }
      if (volume != null) {
        volumes.add(volume.finish());
      }
    } finally {
      if (volume != null) {
        volume.close();
      }
    }
    ProductionLog done = done();
    Files.writeString(folder.resolve(ProductionLog.FILE), RunJson.pretty(done));
    return done;
  }

  private void add(List<FindingLine> family) throws IOException {
    List<FamilyMember> members = members(family);
    long size = 0;
    for (FamilyMember member : members) {
      size += member.text().length;
      size += member.nativeFile() == null ? 0 : Files.size(member.nativeFile());
    }
    VolumeWriter to = volumeFor(size);
    for (FamilyMember member : members) {
      to.add(member);
    }
  }

  private VolumeWriter volumeFor(long size) throws IOException {
    if (volume != null && !volume.isEmpty() && volume.bytes() + size > asked.volumeBytes()) {
      volumes.add(volume.finish());
      volume = null;
    }
    if (volume == null) {
      String name = String.format(Locale.ROOT, "VOL%03d", volumes.size() + 1);
      volume = new VolumeWriter(folder, name, asked, log, escaped);
    }
    return volume;
  }

  private List<FamilyMember> members(List<FindingLine> family) throws IOException {
    DocumentLine document = family.get(0).document();
    Manifest.Input input = inputs.get(key(document.corpus(), document.path()));
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i <= family.size(); i++) {
      numbers.add(asked.numbers().numbered(next++));
    }
    List<FamilyMember> members = new ArrayList<>();
    LoadRow row = rows.document(family, input);
    Path file = nativeFile(document, input);
    String ending = FamilyRows.ending(document.path());
    members.add(
        new FamilyMember(
            numbered(row, numbers, 0),
            DocumentSheet.of(family, input, numbers.subList(1, numbers.size())),
            file,
            ending));
    for (int i = 0; i < family.size(); i++) {
      FindingLine finding = family.get(i);
      LoadRow sheet = numbered(rows.sheet(finding), numbers, i + 1);
      byte[] text = DocumentSheet.of(shown(finding), numbers.get(i + 1), numbers.get(0));
      members.add(new FamilyMember(sheet, text, null, ""));
    }
    documents++;
    sheets += family.size();
    natives += file == null ? 0 : 1;
    return members;
  }

  private Redaction.Redacted shown(FindingLine finding) {
    Redaction redaction = asked.labels().redaction();
    return redaction == null ? Redaction.Redacted.none(finding) : redaction.of(finding);
  }

  private static LoadRow numbered(LoadRow row, List<String> numbers, int i) {
    row.set(LoadField.BEGBATES, numbers.get(i));
    row.set(LoadField.ENDBATES, numbers.get(i));
    row.set(LoadField.BEGATTACH, numbers.get(0));
    row.set(LoadField.ENDATTACH, numbers.get(numbers.size() - 1));
    row.set(LoadField.PARENTID, i == 0 ? null : numbers.get(0));
    return row;
  }

  /** A record of a file with others has no file of its own, nor has a member of an archive. */
  private Path nativeFile(DocumentLine document, Manifest.Input input) throws IOException {
    if (asked.natives() == null
        || input == null
        || document.member() != null
        || document.field() != null
        || input.seen() != 1) {
      return null;
    }
    Optional<Path> file = asked.natives().file(input);
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw new ProductionException(
          file.get() + " is not there: name where the corpus is now, or export without --natives");
    }
    return file.orElse(null);
  }

  private ProductionLog done() throws IOException {
    boolean isEmpty = volumes.isEmpty();
    Redaction redaction = asked.labels().redaction();
    return new ProductionLog(
        ProductionLog.FORMAT,
        Digests.of(run.folder().resolve(RunFiles.MANIFEST)).sha256(),
        asked.format().label(),
        asked.profile().label(),
        asked.encoding().label(),
        asked.labels().designation(),
        redaction == null ? null : redaction.label(),
        isEmpty ? null : volumes.get(0).firstNumber(),
        isEmpty ? null : volumes.get(volumes.size() - 1).lastNumber(),
        documents,
        sheets,
        natives,
        List.copyOf(volumes),
        List.copyOf(escaped));
  }

  private static String key(String corpus, String path) {
    return corpus + "\0" + path;
  }
}
