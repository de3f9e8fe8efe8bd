package dev.bookplate.report;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.notices.CopyNotices;
import dev.bookplate.notices.NoticeLine;
import dev.bookplate.notices.NoticeRates;
import dev.bookplate.notices.NoticeRules;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes what was seen of notices: two tables, the rates for programs, and a page for people. */
public final class NoticesReport implements Closeable {
  /** A row for each line of front and back matter in each copy. */
  public static final String LINES = "notices.csv";

  /** A row for each copy. */
  public static final String COPIES = "notice-copies.csv";

  /** The rates. */
  public static final String JSON = "notices.json";

  /** The page. */
  public static final String PAGE = "notices.html";

  private final Path folder;
  private final Manifest manifest;
  private final NoticeRules rules;
  private final NoticeQuotes quotes;
  private final NoticeRates rates = new NoticeRates();
  private final Map<String, Long> notExamined = new TreeMap<>();
  private final CsvTable.Rows<NoticeRow> lines;
  private final CsvTable.Rows<NoticeCopyRow> copies;
  private boolean closed;

  /** Begins to write into a folder that is there. */
  public NoticesReport(RunReader run, NoticeRules rules, Path folder) throws IOException {
    this.folder = folder;
    this.manifest = run.manifest();
    this.rules = rules;
    this.quotes = new NoticeQuotes(manifest.quotePolicy());
    lines =
        new CsvTable<>(NoticeRow.class)
            .write(Files.newBufferedWriter(folder.resolve(LINES), StandardCharsets.UTF_8));
    copies =
        new CsvTable<>(NoticeCopyRow.class)
            .write(Files.newBufferedWriter(folder.resolve(COPIES), StandardCharsets.UTF_8));
  }

  /** Adds a copy. */
  public void add(CopyNotices copy) {
    rates.add(copy);
    copies.add(NoticeCopyRow.of(copy));
    if (copy.notExamined() != null) {
      notExamined.merge(copy.notExamined(), 1L, Long::sum);
    }
    for (NoticeLine line : copy.lines()) {
      boolean mayQuote = line.isNotice();
      lines.add(
          NoticeRow.of(
              copy,
              line,
              mayQuote ? quotes.of(copy.finding(), line.refText()) : null,
              mayQuote ? quotes.of(copy.finding(), line.docText()) : null));
    }
  }

  /** Ends the tables, and writes the rest. */
  public NoticeFacts finish() throws IOException {
    close();
    NoticeFacts facts = facts();
    Files.writeString(folder.resolve(JSON), RunJson.pretty(facts), StandardCharsets.UTF_8);
    try (var out = Files.newBufferedWriter(folder.resolve(PAGE), StandardCharsets.UTF_8)) {
      NoticesPage.write(facts, rules, quotes.leftOut() || manifest.quotePolicy().isNone(), out);
    }
    return facts;
  }

  private NoticeFacts facts() {
    Map<String, String> by = new LinkedHashMap<>();
    by.put("name", rules.name());
    by.put("version", rules.version());
    by.put("date", rules.date());
    by.put("sha256", rules.sha256());
    Manifest.FileDigest findings = manifest.files().get(RunFiles.FINDINGS);
    return new NoticeFacts(
        NoticeFacts.FORMAT,
        findings == null ? null : findings.sha256(),
        by,
        rates.rates(),
        notExamined,
        NoticeFacts.METHOD,
        NoticeFacts.LIMITS);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (copies) {
        lines.close();
      }
    }
  }
}
