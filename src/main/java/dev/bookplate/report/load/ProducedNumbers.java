package dev.bookplate.report.load;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The numbers that the documents of a run have in a production of it. */
public final class ProducedNumbers {
  /** Nothing was produced. */
  public static final ProducedNumbers NONE = new ProducedNumbers();

  private final Map<String, String> documents = new HashMap<>();
  private final Map<String, Numbers> numbers = new HashMap<>();
  private long rows;

  private ProducedNumbers() {}

  /**
   * Of a document.
   *
   * @param first number of it
   * @param last number of it: the same, where it has one
   */
  public record Numbers(String first, String last) {}

  /**
   * Reads a production.
   *
   * @throws ProductionException if it is none of this program, is of another run, or is not whole
   */
  public static ProducedNumbers read(Path production, RunReader run) throws IOException {
    ProductionLog log = log(production);
    String manifest = Digests.of(run.folder().resolve(RunFiles.MANIFEST)).sha256();
    if (!manifest.equals(log.runManifestSha256())) {
      throw new ProductionException(
          production
              + " was made of another run, whose manifest.json has the SHA-256 "
              + log.runManifestSha256()
              + ", and that of "
              + run.folder()
              + " has "
              + manifest
              + ": name the production of this run");
    }
    ProducedNumbers produced = new ProducedNumbers();
    Map<String, String> digests = digests(production);
    for (ProductionLog.Volume volume : log.volumes()) {
      Path file = file(production, volume.loadFile());
      byte[] bytes = Files.readAllBytes(file);
      if (!Digests.of(bytes).sha256().equals(digests.get(volume.loadFile()))) {
        throw damaged(production, volume.loadFile() + " has other bytes than its log says");
      }
      produced.add(
          LoadFileReader.read(volume.loadFile(), bytes, encoding(log), new ArrayList<>()::add));
    }
    produced.check(production, log);
    return produced;
  }

  private static ProductionLog log(Path production) throws IOException {
    Path file = production.resolve(ProductionLog.FILE);
    if (!Files.isRegularFile(file)) {
      throw new ProductionException(
          production
              + " is no production, for it holds no "
              + ProductionLog.FILE
              + ": name a folder that export --format concordance or csv wrote");
    }
    ProductionLog log;
    try {
      log = RunJson.read(Files.readString(file), ProductionLog.class);
    } catch (IOException e) {
      throw damaged(production, ProductionLog.FILE + " cannot be read");
    }
    if (!ProductionLog.FORMAT.equals(log.format()) || log.volumes() == null) {
      throw damaged(production, ProductionLog.FILE + " is not of the form " + ProductionLog.FORMAT);
    }
    return log;
  }

  /** Of the load files, by path. */
  private static Map<String, String> digests(Path production) throws IOException {
    Map<String, String> digests = new HashMap<>();
    try (Stream<ProductionLog.LoggedFile> rows =
        new CsvTable<>(ProductionLog.LoggedFile.class)
            .read(production.resolve(ProductionLog.FILES))) {
      rows.filter(row -> row.number() == null)
          .forEach(row -> digests.put(row.path(), row.sha256()));
    } catch (IOException | UncheckedIOException e) {
      throw damaged(production, ProductionLog.FILES + " cannot be read");
    }
    return digests;
  }

  /** A load file, which lies in the production whatever its log says. */
  private static Path file(Path production, String loadFile) throws ProductionException {
    Path root = production.toAbsolutePath().normalize();
    Path file = loadFile == null ? root : root.resolve(loadFile).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      throw damaged(production, "the load file " + loadFile + " is not there");
    }
    return file;
  }

  private void check(Path production, ProductionLog log) throws ProductionException {
    if (rows != log.documents() + log.sheets()) {
      throw damaged(production, "its load files do not hold as many rows as it says");
    }
    for (String number : documents.values()) {
      if (!numbers.containsKey(number)) {
        throw damaged(production, "it has sheets of " + number + " and not that document");
      }
    }
  }

  private static LoadEncoding encoding(ProductionLog log) {
    for (LoadEncoding each : LoadEncoding.values()) {
      if (each.label().equals(log.encoding())) {
        return each;
      }
    }
    return null;
  }

  private void add(LoadFile file) {
    rows += file.lines().size();
    file.lines().forEach(line -> add(file, line));
  }

  private void add(LoadFile file, LoadFile.Line line) {
    String parent = file.text(line, LoadField.PARENTID);
    if (parent.isEmpty()) {
      String first = file.text(line, LoadField.BEGBATES);
      numbers.put(first, new Numbers(first, file.text(line, LoadField.ENDBATES)));
    } else {
      documents.put(file.text(line, LoadField.FINDINGID), parent);
    }
  }

  private static ProductionException damaged(Path production, String what) {
    return new ProductionException(
        production + " is not whole, as export --check tells: " + what + "; produce it anew");
  }

  /** The numbers of the document that a finding is in; null where it was not produced. */
  public Numbers ofFinding(String findingId) {
    String document = documents.get(findingId);
    return document == null ? null : numbers.get(document);
  }
}
