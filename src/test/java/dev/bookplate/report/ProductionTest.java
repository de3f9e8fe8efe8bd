package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.report.load.BatesNumbers;
import dev.bookplate.report.load.BatesRegister;
import dev.bookplate.report.load.LoadEncoding;
import dev.bookplate.report.load.LoadFormat;
import dev.bookplate.report.load.LoadProfile;
import dev.bookplate.report.load.Preflight;
import dev.bookplate.report.load.Problem.Code;
import dev.bookplate.report.load.Production;
import dev.bookplate.report.load.ProductionException;
import dev.bookplate.report.load.ProductionLog;
import dev.bookplate.report.load.ProductionWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionTest {
  private static final String SEP = "\u0014";
  private static final String Q = "\u00FE";

  @TempDir Path temp;

  private static Production production(LoadFormat format, LoadEncoding encoding, long volume) {
    return new Production(
        format,
        LoadProfile.CONCORDANCE,
        encoding,
        new BatesNumbers("BKPL", 8, 1),
        new Production.Labels(null, "CONFIDENTIAL"),
        volume,
        null);
  }

  private Path export(String name, SampleRun run, Production asked) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    ProductionWriter.write(run.in(temp.resolve(name + "-run")), asked, folder);
    return folder;
  }

  private Path export(String name) throws IOException {
    Production asked = production(LoadFormat.CONCORDANCE, LoadEncoding.UTF_8, 1L << 30);
    return export(name, SampleFindings.run(12, 4, true), asked);
  }

  @Test
  void ourOwnPass() throws Exception {
    int n = 0;
    for (LoadFormat format : LoadFormat.values()) {
      for (LoadEncoding encoding : EnumSet.of(LoadEncoding.UTF_8, LoadEncoding.UTF_16LE)) {
        for (SampleRun run : List.of(SampleFindings.run(25, 4, true), HostileRun.make())) {
          Path folder = export("own" + n++, run, production(format, encoding, 20_000));
          Set<Code> codes = EnumSet.noneOf(Code.class);
          Preflight.check(folder).problems().forEach(problem -> codes.add(problem.code()));
          // the hostile run has other things than digests where digests belong
          codes.remove(Code.DIGEST_FORM);
          assertEquals(Set.of(), codes);
        }
      }
    }
  }

  @Test
  void familiesKeepTogetherAndNumbersGoOnOverVolumes() throws Exception {
    SampleRun run = SampleFindings.run(40, 4, true);
    Path folder = Files.createDirectories(temp.resolve("volumes"));
    ProductionLog log =
        ProductionWriter.write(
            run.in(temp.resolve("run")),
            production(LoadFormat.CONCORDANCE, LoadEncoding.UTF_8, 30_000),
            folder);
    assertTrue(log.volumes().size() > 1);
    assertEquals(40, log.sheets());
    assertEquals("BKPL00000001", log.firstNumber());
    assertEquals(log.documents() + log.sheets(), number(log.lastNumber()));
    for (int i = 1; i < log.volumes().size(); i++) {
      long before = number(log.volumes().get(i - 1).lastNumber());
      assertEquals(before + 1, number(log.volumes().get(i).firstNumber()));
    }
    assertEquals(List.of(), Preflight.check(folder).problems());
  }

  private static long number(String bates) {
    return Long.parseLong(bates.substring("BKPL".length()));
  }

  @Test
  void bytesAreThoseThatConcordanceWants() throws Exception {
    byte[] dat = Files.readAllBytes(dat(export("bytes")));
    String text = new String(dat, StandardCharsets.UTF_8);
    assertEquals('\uFEFF', text.charAt(0));
    assertTrue(text.startsWith("\uFEFF" + Q + "BEGBATES" + Q + SEP + Q + "ENDBATES" + Q));
    assertTrue(text.endsWith(Q + "\r\n"));
    assertEquals((byte) 0xC3, dat[3]);
    assertEquals((byte) 0xBE, dat[4]);
    long lines = text.chars().filter(c -> c == '\n').count();
    assertEquals(lines, text.split("\r\n", -1).length - 1);
  }

  @Test
  void theSameRunGivesTheSameBytes() throws Exception {
    assertEquals(contents(export("one")), contents(export("two")));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        // the manifests hold other times
        all.put(
            folder.relativize(file).toString(),
            text.replaceAll("\"runManifestSha256\": \"[0-9a-f]+\"", ""));
      }
    }
    return all;
  }

  @Test
  void windows1252FailsOnWhatItLacks() {
    Production asked = production(LoadFormat.CONCORDANCE, LoadEncoding.WINDOWS_1252, 1L << 30);
    ProductionException e =
        assertThrows(ProductionException.class, () -> export("w", HostileRun.make(), asked));
    assertTrue(e.getMessage().contains("has no character U+"), e.getMessage());
  }

  @Test
  void withoutQuotesNoTextIsExported() throws Exception {
    Production asked = production(LoadFormat.CONCORDANCE, LoadEncoding.UTF_8, 1L << 30);
    Path folder = export("none", SampleFindings.run(12, 4, false), asked);
    String all = String.join("\n", contents(folder).values());
    assertTrue(!all.contains("lamplighter kept her ledger"));
  }

  @Test
  void numbersAreNeverGivenOutTwice() throws Exception {
    Path file = temp.resolve("register.jsonl");
    ProductionLog log =
        ProductionWriter.write(
            SampleFindings.run(3, 2, true).in(temp.resolve("run")),
            production(LoadFormat.CSV, LoadEncoding.UTF_8, 1L << 30),
            Files.createDirectories(temp.resolve("p")));
    try (BatesRegister register = BatesRegister.open(file)) {
      assertEquals(1, register.next("BKPL"));
      register.note(
          new BatesNumbers("BKPL", 8, 1), log.documents() + log.sheets(), "0", temp.resolve("p"));
      assertThrows(Exception.class, () -> BatesRegister.open(file).close());
    }
    try (BatesRegister register = BatesRegister.open(file)) {
      assertEquals(log.documents() + log.sheets() + 1, register.next("BKPL"));
      assertEquals(1, register.next("OTHER"));
    }
    Files.writeString(file, "nonsense\n");
    assertThrows(ProductionException.class, () -> BatesRegister.open(file).close());
  }

  private static Path dat(Path folder) {
    return folder.resolve("VOL001/DATA/VOL001.dat");
  }

  /** One thing wrong with a load file that is right but for it; the log is left out. */
  private void broken(Code code, UnaryOperator<String> change) throws IOException {
    Path folder = foreign(code + "-" + System.nanoTime());
    String before = Files.readString(dat(folder));
    String after = change.apply(before);
    assertTrue(!before.equals(after), code + ": nothing was changed");
    Files.writeString(dat(folder), after);
    assertCodes(code, folder);
  }

  private static void assertCodes(Code code, Path folder) throws IOException {
    Set<Code> found =
        Preflight.check(folder).problems().stream()
            .map(problem -> problem.code())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
    assertEquals(EnumSet.of(code), found);
  }

  private Path foreign(String name) throws IOException {
    Path folder = export(name);
    Files.delete(folder.resolve(ProductionLog.FILE));
    Files.delete(folder.resolve(ProductionLog.FILES));
    return folder;
  }

  /** Changes the value of a column in a row, from 1 behind the header. */
  private static UnaryOperator<String> cell(int row, String column, UnaryOperator<String> change) {
    return text -> {
      String[] lines = text.split("\r\n");
      int at = List.of(lines[0].replace("\uFEFF", "").split(SEP)).indexOf(Q + column + Q);
      List<String> cells = new ArrayList<>(List.of(lines[row].split(SEP, -1)));
      String old = cells.get(at);
      cells.set(at, Q + change.apply(old.substring(1, old.length() - 1)) + Q);
      lines[row] = String.join(SEP, cells);
      return String.join("\r\n", lines) + "\r\n";
    };
  }

  private static UnaryOperator<String> line(int row, UnaryOperator<String> change) {
    return text -> {
      String[] lines = text.split("\r\n");
      lines[row] = change.apply(lines[row]);
      return String.join("\r\n", lines) + "\r\n";
    };
  }

  @Test
  void theFormIsChecked() throws Exception {
    broken(Code.NO_MARK, text -> text.substring(1));
    broken(Code.LINE_END, text -> text.replaceFirst("\r\n", "\n"));
    broken(Code.LAST_LINE, text -> text.substring(0, text.length() - 2));
    broken(Code.UNNAMED_COLUMN, line(0, l -> l.replace(Q + "URL" + Q, Q + Q)));
    broken(Code.DUPLICATE_COLUMN, line(0, l -> l.replace(Q + "URL" + Q, Q + "TITLE" + Q)));
    broken(Code.MISSING_COLUMN, line(0, l -> l.replace("BEGBATES", "NUMBER")));
    broken(Code.COLUMN_COUNT, line(2, l -> l + SEP + Q + Q));
    broken(Code.COLUMN_COUNT, line(2, l -> l.substring(0, l.lastIndexOf(SEP))));
    broken(Code.OPEN_QUALIFIER, line(2, l -> l.substring(0, l.length() - 1)));
    broken(Code.STRAY_QUALIFIER, cell(2, "TITLE", v -> v + Q + "orn"));
    broken(Code.STRAY_QUALIFIER, cell(2, "TITLE", v -> Q + v));
    broken(Code.CONTROL_CHARACTER, cell(2, "TITLE", v -> v + "\u0007"));
    broken(Code.BLANK_LINE, line(2, l -> l + "\r\n"));
    broken(Code.ESCAPE, cell(2, "TITLE", v -> v + "\\x"));
    broken(Code.ESCAPE, cell(2, "TITLE", v -> v + "\\u12"));
  }

  @Test
  void aWrongFormAsAWholeIsNamed() throws Exception {
    for (var each :
        List.of(
            List.of(Code.SEPARATOR, SEP, "\u00B6"),
            List.of(Code.SEPARATOR, SEP, ","),
            List.of(Code.QUALIFIER, Q, "\""),
            List.of(Code.QUALIFIER, Q, "^"))) {
      Path folder = foreign("form" + System.nanoTime());
      String text = Files.readString(dat(folder));
      Files.writeString(dat(folder), text.replace((String) each.get(1), (String) each.get(2)));
      assertTrue(
          Preflight.check(folder).problems().stream().anyMatch(p -> p.code() == each.get(0)),
          each.toString());
    }
    Path latin = foreign("latin");
    byte[] bytes = Files.readAllBytes(dat(latin));
    bytes[3] = (byte) 0xFF;
    Files.write(dat(latin), bytes);
    assertTrue(Preflight.check(latin).problems().stream().anyMatch(p -> p.code() == Code.ENCODING));
    Path empty = foreign("empty");
    String header = Files.readString(dat(empty)).lines().findFirst().orElseThrow();
    Files.writeString(dat(empty), header + "\r\n");
    assertTrue(Preflight.check(empty).problems().stream().anyMatch(p -> p.code() == Code.NO_ROWS));
    Path none = foreign("none");
    Files.delete(dat(none));
    assertCodes(Code.NO_LOAD_FILE, none);
  }

  @Test
  void numbersAreChecked() throws Exception {
    broken(Code.NO_NUMBER, cell(last(), "BEGBATES", v -> ""));
    for (String other : List.of("BKPX", "BKPL0")) {
      Path folder = foreign(other);
      String text = Files.readString(dat(folder));
      Files.writeString(
          dat(folder), cell(last(), "BEGBATES", v -> v.replace("BKPL", other)).apply(text));
      // its files bear the number that it should have
      assertEquals(Set.of(Code.NUMBER_FORM, Code.FILE_NAME), codes(folder));
    }
    broken(Code.NUMBER_FORM, cell(last(), "ENDBATES", v -> "none"));
    broken(Code.NUMBER_RANGE, cell(2, "ENDBATES", v -> "BKPL00000001"));
    broken(Code.DUPLICATE_NUMBER, line(last(), l -> l + "\r\n" + l));
    broken(Code.FAMILY_OPEN, cell(2, "BEGATTACH", v -> ""));
    broken(Code.FAMILY_OPEN, cell(2, "ENDATTACH", v -> ""));
    broken(Code.FAMILY_RANGE, cell(last(), "ENDATTACH", v -> "BKPL00000001"));
    broken(Code.FAMILY_OVERLAP, cell(2, "ENDATTACH", v -> "BKPL00000009"));
    broken(Code.FAMILY_PARENT, cell(2, "PARENTID", v -> ""));
    broken(Code.FAMILY_PARENT, cell(1, "PARENTID", v -> "BKPL00000002"));
  }

  /** The last row of the sample, the sheet of its last family. */
  private int last() throws IOException {
    return (int) Preflight.check(export("count" + System.nanoTime())).rows();
  }

  @Test
  void gapsAndOrderAreTold() throws Exception {
    Path gap = foreign("gap");
    List<String> lines = new ArrayList<>(List.of(Files.readString(dat(gap)).split("\r\n")));
    String second = lines.remove(2);
    Files.writeString(dat(gap), String.join("\r\n", lines) + "\r\n");
    assertTrue(codes(gap).contains(Code.NUMBER_GAP));
    lines.add(second);
    Files.writeString(dat(gap), String.join("\r\n", lines) + "\r\n");
    assertTrue(codes(gap).contains(Code.NUMBER_ORDER));
  }

  private static Set<Code> codes(Path folder) throws IOException {
    return Preflight.check(folder).problems().stream()
        .map(problem -> problem.code())
        .collect(Collectors.toSet());
  }

  @Test
  void valuesAreChecked() throws Exception {
    broken(Code.DATE, cell(2, "DATECREATED", v -> "13/21/2001"));
    broken(Code.DATE, cell(2, "DATECREATED", v -> "20230230"));
    broken(Code.NUMBER_VALUE, cell(2, "WORDS", v -> "many"));
    broken(Code.DIGEST_FORM, cell(2, "EXTRACTEDSHA256", v -> v.substring(1)));
    broken(Code.NO_TEXT, cell(2, "TEXTPATH", v -> ""), true);
    broken(Code.NO_FILE, cell(2, "NATIVEPATH", v -> "VOL001\\NATIVES\\0001\\BKPL00000002.pdf"));
    broken(Code.OUTSIDE, cell(2, "NATIVEPATH", v -> "..\\secret.txt"));
    broken(Code.OUTSIDE, cell(2, "NATIVEPATH", v -> "C:\\secret.txt"));
    broken(Code.OUTSIDE, cell(2, "NATIVEPATH", v -> "/etc/passwd"));
    broken(Code.VOLUME, cell(2, "PRODVOL", v -> "VOL002"));
    broken(Code.FILE_DIGEST, cell(2, "TEXTSHA256", v -> "0".repeat(64)));
  }

  /** A text that is no longer named is left over too, unless it goes. */
  private void broken(Code code, UnaryOperator<String> change, boolean removeText)
      throws IOException {
    Path folder = foreign(code + "-" + System.nanoTime());
    Files.writeString(dat(folder), change.apply(Files.readString(dat(folder))));
    if (removeText) {
      Files.delete(folder.resolve("VOL001/TEXT/0001/BKPL00000002.txt"));
    }
    assertCodes(code, folder);
  }

  @Test
  void filesAreChecked() throws Exception {
    Path extra = foreign("extra");
    Files.writeString(extra.resolve("VOL001/TEXT/0001/BKPL99999999.txt"), "left over");
    assertCodes(Code.UNNAMED_FILE, extra);

    Path other = foreign("other");
    Files.write(other.resolve("VOL001/TEXT/0001/BKPL00000002.txt"), new byte[] {(byte) 0xFF});
    assertEquals(Set.of(Code.FILE_DIGEST, Code.TEXT_ENCODING), codes(other));

    Path renamed = foreign("renamed");
    Path text = renamed.resolve("VOL001/TEXT/0001/BKPL00000002.txt");
    Files.move(text, text.resolveSibling("x.txt"));
    Files.writeString(
        dat(renamed),
        cell(2, "TEXTPATH", v -> v.replace("BKPL00000002", "x"))
            .apply(Files.readString(dat(renamed))));
    assertCodes(Code.FILE_NAME, renamed);
  }

  @Test
  void theLogIsChecked() throws Exception {
    Path noLog = export("nolog");
    Files.delete(noLog.resolve(ProductionLog.FILE));
    assertCodes(Code.NO_LOG, noLog);

    Path unlogged = export("unlogged");
    Files.writeString(unlogged.resolve("VOL001/DATA/notes.txt"), "?");
    assertCodes(Code.NOT_LOGGED, unlogged);

    Path changed = export("changed");
    Path log = changed.resolve(ProductionLog.FILES);
    String rows = Files.readString(log);
    Files.writeString(log, rows.replaceFirst("[0-9a-f]{64}", "0".repeat(64)));
    assertCodes(Code.LOG_DIGEST, changed);

    Files.writeString(log, rows + "VOL001,VOL001/TEXT/0001/gone.txt,BKPL1,1,a,b\r\n");
    assertCodes(Code.LOGGED_ONLY, changed);

    Files.writeString(log, rows);
    Path json = changed.resolve(ProductionLog.FILE);
    String said = Files.readString(json);
    Files.writeString(json, said.replaceFirst("\"sheets\": 12", "\"sheets\": 13"));
    assertCodes(Code.LOG_COUNT, changed);

    Files.writeString(json, said.replace("\"CONFIDENTIAL\"", "\"PUBLIC\""));
    assertCodes(Code.DESIGNATION, changed);
  }

  @Test
  void csvIsCheckedToo() throws Exception {
    Path folder =
        export(
            "csv",
            SampleFindings.run(5, 2, true),
            production(LoadFormat.CSV, LoadEncoding.UTF_8, 1L << 30));
    Files.delete(folder.resolve(ProductionLog.FILE));
    Files.delete(folder.resolve(ProductionLog.FILES));
    Path csv = folder.resolve("VOL001/DATA/VOL001.csv");
    String text = Files.readString(csv);
    Files.writeString(csv, text.substring(0, text.length() - 2));
    assertCodes(Code.LAST_LINE, folder);
    Files.writeString(csv, text.replaceFirst("\r\n", ",\"more\"\r\n"));
    assertCodes(Code.COLUMN_COUNT, folder);
  }
}
