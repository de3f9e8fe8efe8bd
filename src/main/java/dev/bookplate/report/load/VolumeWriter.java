package dev.bookplate.report.load;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.origin.Digests;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes one volume: its load file, and the texts and natives that this names. */
final class VolumeWriter implements Closeable {
  /** Files of a folder, which some importers and all people have trouble with beyond. */
  private static final int FOLDER = 1000;

  private static final String LINE_END = "\r\n";

  private final Path production;
  private final String name;
  private final Production asked;
  private final CsvTable.Rows<ProductionLog.LoggedFile> log;
  private final List<ProductionLog.Escaped> escaped;
  private final String loadFile;
  private final OutputStream out;
  private String first;
  private String last;
  private long rows;
  private long bytes;

  VolumeWriter(
      Path production,
      String name,
      Production asked,
      CsvTable.Rows<ProductionLog.LoggedFile> log,
      List<ProductionLog.Escaped> escaped)
      throws IOException {
    this.production = production;
    this.name = name;
    this.asked = asked;
    this.log = log;
    this.escaped = escaped;
    loadFile = name + "/DATA/" + name + "." + asked.format().ending();
    Path file = production.resolve(loadFile);
    Files.createDirectories(file.getParent());
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(asked.encoding().mark());
    List<String> header = new ArrayList<>();
    for (LoadField field : LoadField.values()) {
      header.add(asked.profile().header(field));
    }
    line(header, "the header");
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** Bytes of texts and natives so far. */
  long bytes() {
    return bytes;
  }

  /** Writes a document: its text, its native file if it has one, and its row. */
  void add(FamilyMember member) throws IOException {
    LoadRow row = member.row();
    String number = row.text(LoadField.BEGBATES);
    String folder = String.format(Locale.ROOT, "%04d", rows / FOLDER + 1);
    String text = name + "/TEXT/" + folder + "/" + number + ".txt";
    Path file = production.resolve(text);
    Files.createDirectories(file.getParent());
    Files.write(file, member.text());
    row.set(LoadField.TEXTSHA256, logged(text, number).sha256());
    row.set(LoadField.TEXTPATH, windows(text));
    if (member.nativeFile() != null) {
      row.set(LoadField.NATIVEPATH, windows(copied(member, folder, number)));
    }
    row.set(LoadField.PRODVOL, name);
    first = first == null ? number : first;
    last = number;
    rows++;
    write(row, number);
  }

  private String copied(FamilyMember member, String folder, String number) throws IOException {
    String ending = member.nativeEnding().isEmpty() ? "" : "." + member.nativeEnding();
    String path = name + "/NATIVES/" + folder + "/" + number + ending;
    Path file = production.resolve(path);
    Files.createDirectories(file.getParent());
    Files.copy(member.nativeFile(), file);
    String written = logged(path, number).sha256();
    if (!written.equals(member.row().text(LoadField.SHA256HASH))) {
      throw new ProductionException(
          member.nativeFile()
              + " is not the file that was scanned (its SHA-256 is "
              + written
              + "): export without --natives, or bring the file that was");
    }
    return path;
  }

  private Digests logged(String path, String number) throws IOException {
    Digests digests = Digests.of(production.resolve(path));
    log.add(
        new ProductionLog.LoggedFile(
            name, path, number, digests.size(), digests.sha256(), digests.md5()));
    if (number != null) {
      bytes += digests.size();
    }
    return digests;
  }

  private void write(LoadRow row, String number) throws IOException {
    List<String> cells = new ArrayList<>();
    for (LoadField field : LoadField.values()) {
      List<String> values = row.values(field);
      String cell = asked.format().cell(field, values);
      if (!cell.equals(String.join("", values)) && values.size() < 2) {
        escaped.add(new ProductionLog.Escaped(number, asked.profile().header(field)));
      }
      cells.add(cell);
    }
    line(cells, number);
  }

  private void line(List<String> cells, String number) throws IOException {
    String line = asked.format().line(cells) + LINE_END;
    try {
      out.write(asked.encoding().bytes(line));
    } catch (CharacterCodingException e) {
      throw new ProductionException(unmappable(cells, number));
    }
  }

  private String unmappable(List<String> cells, String number) {
    for (int i = 0; i < cells.size(); i++) {
      int missing = asked.encoding().firstMissing(cells.get(i));
      if (missing >= 0) {
        return String.format(
            Locale.ROOT,
            "%s, field %s: %s has no character U+%04X; export with --encoding utf-8",
            number,
            asked.profile().header(List.of(LoadField.values()).get(i)),
            asked.encoding().label(),
            missing);
      }
    }
    return number + " cannot be written as " + asked.encoding().label();
  }

  /** As load files name files. */
  private static String windows(String path) {
    return path.replace('/', '\\');
  }

  /** Ends the load file; what the volume then is. */
  ProductionLog.Volume finish() throws IOException {
    out.close();
    logged(loadFile, null);
    return new ProductionLog.Volume(name, first, last, loadFile, rows, bytes);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
