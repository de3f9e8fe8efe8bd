package dev.bookplate.report.exhibit;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.FindingWords;
import dev.bookplate.report.Redaction;
import dev.bookplate.report.RunTime;
import dev.bookplate.report.load.Families;
import dev.bookplate.report.page.Faces;
import dev.bookplate.report.page.PageBook;
import dev.bookplate.report.page.Stamp;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a run as exhibits: a file, or several where it would be too long for one, with a sheet for
 * each finding, those of a training document behind each other. The same run, asked for in the same
 * way and with the same first number, gives the same bytes.
 */
public final class ExhibitWriter {
  private final RunReader run;
  private final ExhibitPlan plan;
  private final Path folder;
  private final String runSha256;
  private final Map<InputFile, Manifest.Input> inputs = new HashMap<>();
  private final List<ExhibitLog.LoggedFile> files = new ArrayList<>();
  private Faces faces;
  private CsvTable.Rows<SheetRow> index;
  private PageBook book;
  private String file;
  private long before;
  private long documents;
  private long sheets;

  private ExhibitWriter(RunReader run, ExhibitPlan plan, Path folder) throws IOException {
    this.run = run;
    this.plan = plan;
    this.folder = folder;
    runSha256 = Digests.of(run.folder().resolve(RunFiles.MANIFEST)).sha256();
    run.manifest().inputs().forEach(input -> inputs.put(input.file(), input));
  }

  /**
   * Writes exhibits.
   *
   * @param folder that is there and empty
   * @throws IOException if the run is damaged, a script has no font, or writing fails; what is in
   *     the folder is then of no use
   */
  public static ExhibitLog write(RunReader run, ExhibitPlan plan, Path folder) throws IOException {
    return new ExhibitWriter(run, plan, folder).write();
  }

  private ExhibitLog write() throws IOException {
    CsvTable<SheetRow> rows = new CsvTable<>(SheetRow.class);
    try (Faces fonts = Faces.open(plan.fonts());
        Writer out = Files.newBufferedWriter(folder.resolve(ExhibitLog.INDEX));
        CsvTable.Rows<SheetRow> sheetRows = rows.write(out);
        Stream<FindingLine> findings = run.findings()) {
      faces = fonts;
      index = sheetRows;
      begin();
      Families families = new Families(findings.iterator());
      while (families.hasNext()) {
        if (book.pages() >= plan.pagesOfFile()) {
          end();
          begin();
        }
        family(families.next());
      }
      end();
      faces.requireAll();
    } finally {
      if (book != null) {
        book.close();
      }
    }
    files.add(logged(ExhibitLog.INDEX, null, null));
    ExhibitLog log = log();
    Files.writeString(folder.resolve(ExhibitLog.FILE), RunJson.pretty(log));
    return log;
  }

  private void begin() throws IOException {
    int part = files.size() + 1;
    file = String.format(Locale.ROOT, "exhibit-%03d.pdf", part);
    long first = before;
    Stamp stamp =
        new Stamp(
            "Bookplate exhibit, run " + runSha256.substring(0, 12) + ", part " + part,
            plan.designation(),
            page -> number(first + page));
    book = new PageBook(faces, stamp);
    Manifest manifest = run.manifest();
    book.describe(
        "Exhibit " + part + " of run " + runSha256.substring(0, 12),
        manifest.tool().name() + " " + manifest.tool().version(),
        RunTime.of(manifest),
        Long.parseUnsignedLong(runSha256.substring(0, 15), 16) + part);
    FrontMatter front = new FrontMatter(book, run, plan);
    if (part == 1) {
      front.whole(runSha256);
    } else {
      front.cover(runSha256, part);
    }
  }

  private void end() throws IOException {
    book.write(folder.resolve(file));
    long pages = book.pages();
    book.close();
    book = null;
    files.add(logged(file, number(before), number(before + pages - 1)));
    before += pages;
  }

  private void family(List<FindingLine> family) throws IOException {
    documents++;
    int first = book.pages();
    List<int[]> pages = new ArrayList<>();
    for (FindingLine finding : family) {
      sheets++;
      book.newPage();
      int page = book.pages();
      if (pages.isEmpty()) {
        book.bookmark("Document: " + FindingWords.place(finding.document()), 0);
      }
      String title = finding.work().title();
      book.bookmark(finding.grade() + ": " + (title == null ? finding.work().id() : title), 1);
      Redaction.Redacted shown =
          plan.redaction() == null
              ? Redaction.Redacted.none(finding)
              : plan.redaction().of(finding);
      DocumentLine document = finding.document();
      Manifest.Input input = inputs.get(new InputFile(document.corpus(), document.path()));
      new Sheet(book, shown, input).write();
      pages.add(new int[] {page, book.pages()});
    }
    for (int i = 0; i < family.size(); i++) {
      index.add(row(family.get(i), pages.get(i), first + 1, book.pages()));
    }
  }

  private SheetRow row(FindingLine finding, int[] pages, int first, int last) throws IOException {
    DocumentLine document = finding.document();
    var edition = finding.work().edition();
    String member = document.member() == null ? "" : "!" + document.member();
    return new SheetRow(
        number(before + pages[0] - 1),
        number(before + pages[1] - 1),
        number(before + first - 1),
        number(before + last - 1),
        file,
        pages[0],
        pages[1],
        finding.id(),
        finding.key(),
        finding.grade(),
        finding.work().id(),
        finding.work().title(),
        document.corpus() + "/" + document.path() + member,
        document.record(),
        document.byteStart(),
        document.byteEnd(),
        document.inputSha256(),
        document.textSha256(),
        edition == null ? null : edition.sha256(),
        edition == null ? null : edition.textSha256(),
        finding.passages() == null ? 0 : finding.passages().size(),
        plan.designation());
  }

  private String number(long page) throws IOException {
    return plan.numbers().numbered(plan.numbers().start() + page);
  }

  private ExhibitLog.LoggedFile logged(String name, String first, String last) throws IOException {
    Digests digests = Digests.of(folder.resolve(name));
    return new ExhibitLog.LoggedFile(
        name, first, last, digests.size(), digests.sha256(), digests.md5());
  }

  private ExhibitLog log() throws IOException {
    return new ExhibitLog(
        ExhibitLog.FORMAT,
        runSha256,
        plan.designation(),
        plan.redaction() == null ? null : plan.redaction().label(),
        number(0),
        number(before - 1),
        before,
        documents,
        sheets,
        List.copyOf(files));
  }
}
