package dev.bookplate.report;

import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EditLine;
import dev.bookplate.evidence.FindingLine.EditionLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.PieceLine;
import dev.bookplate.evidence.FindingLine.RightsLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.evidence.WorkRow;
import dev.bookplate.origin.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes up runs of any size from a seed; every text in them was written for this project. */
final class SampleFindings {
  private static final String PROSE =
      "The lamplighter kept her ledger in a tin box under the stairs, and every evening, before the"
          + " fog came up from the quay, she wrote down which lamps had burned and which had not."
          + " Nobody had asked her to. The town paid for oil and wick, not for memory, and yet the"
          + " rows of small crosses grew until they filled nine books. When the harbour office"
          + " burned in the winter of the long frost, hers were the only papers left that could say"
          + " who had been out upon the water and who had stayed at home, and so, for one week in"
          + " February, an old woman with ink on her thumb was the most important person in"
          + " Saltmere.";

  private static final List<String> TITLES =
      List.of(
          "The Lamplighter\u2019s Ledger",
          "Nine Winters at Saltmere",
          "A Grammar of Tides",
          "Das Haus am Zollhafen",
          "The Cartographer\u2019s Apprentice",
          "What the Ferryman Kept");
  private static final List<String> AUTHORS =
      List.of("Ada Quillfeather", "Jonas Brandt", "Miriam Okonjo-Vance");
  private static final List<String> GRADES = List.of("strong", "moderate", "lead");
  private static final int EDITION_WORDS = 98_000;

  private final Random random;
  private final boolean quotes;

  private SampleFindings(long seed, boolean quotes) {
    this.random = new Random(seed);
    this.quotes = quotes;
  }

  /** A run of so many findings in so many works, and a third as many works more not found. */
  static SampleRun run(int findings, int works, boolean quotes) {
    SampleFindings maker = new SampleFindings(findings * 31L + works, quotes);
    List<FindingLine> lines = new ArrayList<>();
    for (int i = 0; i < findings; i++) {
      lines.add(maker.finding(i, works == 1 ? 0 : maker.random.nextInt(works)));
    }
    return of(
        lines, works, List.of(unread("no-text-field", true), unread("empty", false), failed()));
  }

  /** A run of these findings. */
  static SampleRun of(List<FindingLine> lines, int works, List<UnreadLine> unread) {
    List<WorkRow> rows = new ArrayList<>();
    for (int i = 0; i < works + Math.max(1, works / 3); i++) {
      rows.add(row(lines, i));
    }
    List<CopyRow> copies =
        lines.stream().filter(SampleFindings::isCopy).map(line -> copy(line)).toList();
    Manifest manifest =
        SampleRun.manifest(Manifest.Status.COMPLETE, "training-set", lines, rows, unread, 12_345);
    return new SampleRun(lines, rows, copies, unread, manifest);
  }

  static UnreadLine unread(String reason, boolean mayHoldText) {
    return new UnreadLine(
        "training-set",
        "shards/part-0000.jsonl.zst",
        null,
        812,
        90_211L,
        UnreadLine.SKIPPED,
        reason,
        mayHoldText,
        mayHoldText ? "none of text, content, raw_content, body, document is there" : null);
  }

  static UnreadLine failed() {
    return new UnreadLine(
        "training-set",
        "books/broken.epub",
        "OEBPS/ch03.xhtml",
        0,
        null,
        UnreadLine.FAILED,
        UnreadLine.FAILED,
        true,
        "the archive ends in the middle of this member");
  }

  static boolean isCopy(FindingLine line) {
    return line.extent().equals("most") || line.extent().equals("whole");
  }

  /** One finding; its number and its work decide what it is, the seed the words. */
  FindingLine finding(int number, int work) {
    String grade = GRADES.get(number < 3 ? number : number % 7 / 3);
    int words = grade.equals("lead") ? 14 : grade.equals("moderate") ? 44 : 110;
    List<PassageLine> passages = new ArrayList<>();
    for (int i = 0; i <= number % 3; i++) {
      passages.add(passage(words - i * 2, grade.equals("lead")));
    }
    int span = passages.stream().mapToInt(PassageLine::words).sum();
    int exact = passages.stream().mapToInt(PassageLine::exactWords).sum();
    int run = passages.stream().mapToInt(PassageLine::longestRunWords).max().orElse(0);
    return new FindingLine(
        Digests.sha256("finding " + number).substring(0, 32),
        Digests.sha256("key " + number).substring(0, 32),
        grade,
        number == 0 ? "most" : "quotation",
        List.of("text"),
        document(number),
        work(work),
        new MeasuresLine(span, exact, 0.87, 0.0187, run, 0.9978),
        passages,
        List.of(new EvidenceLine("text", "aligned", Map.of("seeds", "12"))),
        List.of(grade.equals("strong") ? "run of 50 words" : "run of 25 words"));
  }

  private static DocumentLine document(int number) {
    return new DocumentLine(
        "training-set",
        "shards/part-0000.jsonl.zst",
        Digests.sha256("training-set"),
        null,
        number * 17L,
        number * 5_120L,
        number * 5_120L + 4_800,
        "text",
        "cc-2024-" + number,
        Digests.sha256("text " + number),
        12_345,
        2_100,
        "en",
        "jsonl 1",
        new TreeMap<>(Map.of("source", "common-crawl", "url", "https://example.org/" + number)));
  }

  private static WorkLine work(int number) {
    return new WorkLine(
        workId(number),
        title(number),
        List.of(AUTHORS.get(number % AUTHORS.size())),
        List.of(isbn(number)),
        null,
        "Saltmere Press",
        null,
        List.of(),
        new RightsLine("in-copyright", null, null, null),
        null,
        "shelf",
        "2026-05-01",
        "epub/work-" + number + ".epub",
        new EditionLine(
            "edition-" + number,
            Digests.sha256("edition " + number),
            Digests.sha256("edition text " + number),
            EDITION_WORDS,
            "tika 3.3.1"));
  }

  private PassageLine passage(int words, boolean capped) {
    String[] prose = PROSE.split(" ", -1);
    int from = random.nextInt(Math.max(1, prose.length - words));
    Sides sides = new Sides();
    int longest = 0;
    int run = 0;
    int exact = 0;
    for (int i = 0; i < words; i++) {
      String word = prose[(from + i) % prose.length];
      boolean differs = i > 0 && random.nextInt(30) == 0;
      sides.add(word, differs ? random.nextInt(3) : -1);
      run = differs ? 0 : run + 1;
      exact += differs ? 0 : 1;
      longest = Math.max(longest, run);
    }
    int refWord = random.nextInt(EDITION_WORDS - words);
    int start = 120 + random.nextInt(900);
    return new PassageLine(
        start,
        start + sides.document.length(),
        refWord * 5,
        refWord * 5 + sides.reference.length(),
        words,
        exact,
        longest,
        Math.round(10_000.0 * exact / words) / 10_000.0,
        List.of(new PieceLine(start, start + 1, refWord * 5, refWord * 5 + 1)),
        List.of(List.of(refWord, refWord + words)),
        false,
        null,
        capped ? "fewer than 12 distinct words" : null,
        List.of(),
        quotes ? sides.document.toString() : null,
        quotes ? sides.reference.toString() : null,
        quotes ? sides.edits : List.of(),
        quotes && words > 100,
        capped ? null : "page 12 to page 13");
  }

  /** Both quotes as they grow. */
  private static final class Sides {
    private final StringBuilder document = new StringBuilder();
    private final StringBuilder reference = new StringBuilder();
    private final List<EditLine> edits = new ArrayList<>();

    /** Adds a word to both; 0: another in the document, 1: none there, 2: one more there. */
    void add(String word, int change) {
      int doc = document.length() + (document.isEmpty() ? 0 : 1);
      int ref = reference.length() + (reference.isEmpty() ? 0 : 1);
      switch (change) {
        case 0 -> {
          append(document, "otherwise");
          append(reference, word);
          edits.add(new EditLine(doc, document.length(), ref, reference.length()));
        }
        case 1 -> {
          append(reference, word);
          edits.add(new EditLine(doc - 1, doc - 1, ref, reference.length()));
        }
        case 2 -> {
          append(document, "however");
          edits.add(new EditLine(doc, document.length(), ref - 1, ref - 1));
        }
        default -> {
          append(document, word);
          append(reference, word);
        }
      }
    }

    private static void append(StringBuilder side, String word) {
      side.append(side.isEmpty() ? "" : " ").append(word);
    }
  }

  private static WorkRow row(List<FindingLine> lines, int number) {
    List<FindingLine> own =
        lines.stream().filter(line -> line.work().id().equals(workId(number))).toList();
    String grade =
        GRADES.stream()
            .filter(g -> own.stream().anyMatch(line -> line.grade().equals(g)))
            .findFirst()
            .orElse(null);
    int span = own.stream().mapToInt(line -> line.measures().spanWords()).sum();
    int exact = own.stream().mapToInt(line -> line.measures().exactWords()).sum();
    return new WorkRow(
        "shelf",
        "2026-05-01",
        workId(number),
        title(number),
        List.of(AUTHORS.get(number % AUTHORS.size())),
        List.of(isbn(number)),
        null,
        "Saltmere Press",
        2011,
        null,
        List.of(),
        "in-copyright",
        null,
        null,
        null,
        "text",
        own.size(),
        own.size(),
        own.stream().filter(SampleFindings::isCopy).count(),
        grade,
        grade == null ? null : "quotation",
        Math.round(10_000.0 * Math.min(EDITION_WORDS, exact) / EDITION_WORDS) / 10_000.0,
        Math.min(EDITION_WORDS, exact),
        own.stream().mapToInt(line -> line.measures().longestRunWords()).max().orElse(0),
        span,
        grade,
        grade == null ? null : "quotation",
        Math.round(10_000.0 * Math.min(EDITION_WORDS, exact) / EDITION_WORDS) / 10_000.0,
        own.size(),
        own.size(),
        own.size(),
        exact,
        0.1,
        0.1,
        0.05,
        0.02,
        0.0,
        own.isEmpty() ? 0 : 2,
        own.isEmpty() ? null : (Integer) 100,
        own.isEmpty() ? null : (Integer) 200,
        own.isEmpty() ? List.of() : List.of("0.10", "0.20"),
        "edition-" + number,
        Digests.sha256("edition " + number),
        EDITION_WORDS,
        false);
  }

  private static CopyRow copy(FindingLine line) {
    DocumentLine document = line.document();
    return new CopyRow(
        document.corpus(),
        document.path(),
        document.member(),
        document.record(),
        document.byteStart(),
        document.byteEnd(),
        document.id(),
        document.textSha256(),
        document.inputSha256(),
        document.words(),
        line.work().catalogue(),
        line.work().id(),
        line.work().title(),
        "edition-0",
        line.grade(),
        line.extent(),
        line.measures().workCoverage(),
        line.measures().documentCoverage(),
        line.measures().longestRunWords(),
        line.measures().identity(),
        0.9922,
        0.957184,
        0.999803,
        0.9961,
        0.978124,
        0.999902,
        0.9961,
        0.978124,
        0.999902,
        line.id(),
        "first",
        null,
        line.id(),
        null);
  }

  private static String workId(int number) {
    return "work-" + number;
  }

  private static String title(int number) {
    String title = TITLES.get(number % TITLES.size());
    return number < TITLES.size() ? title : title + ", volume " + (number / TITLES.size() + 1);
  }

  private static String isbn(int number) {
    return "978000000" + (1000 + number);
  }
}
