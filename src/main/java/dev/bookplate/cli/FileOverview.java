package dev.bookplate.cli;

import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.corpus.CorpusSource;
import dev.bookplate.corpus.Locations;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.corpus.SkipReason;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.ExtractionException;
import dev.bookplate.extract.Extractor;
import dev.bookplate.origin.Places;
import dev.bookplate.report.Figures;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a scan sees in one file. */
final class FileOverview {
  private static final int NAMED_PROBLEMS = 20;
  private static final int FIRST_CODE_POINTS = 300;

  private final Path file;
  private final long size;
  private String format;
  private Extracted.Metadata metadata = Extracted.Metadata.NONE;
  private long read;
  private long failed;
  private long unread;
  private long words;
  private long codePoints;
  private final Map<String, Long> skipped = new TreeMap<>();
  private final Map<String, Long> fields = new TreeMap<>();
  private final Map<String, Long> extractors = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private CorpusDocument.Facts first = CorpusDocument.Facts.NONE;
  private String firstMember;
  private long withId;
  private final Map<String, Long> idFields = new TreeMap<>();
  private boolean stopped;
  private String firstText;
  private final ContainerChains chains = new ContainerChains();
  private final InsideList inside = new InsideList(chains);

  /**
   * A record that gave no text.
   *
   * @param member of an archive, or null
   * @param chain all that it is wrapped in, or null
   * @param record counted over the file or member
   * @param byteStart in the unpacked file, or null
   * @param reason label of the reason to skip, or {@code failed}
   * @param message for people, or null
   */
  record Problem(
      String member, String chain, long record, Long byteStart, String reason, String message) {}

  private FileOverview(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  /**
   * Reads a file or folder as a scan would.
   *
   * @param path of it
   * @param source what it was listed as
   * @param limit records of each file that are read
   */
  static List<FileOverview> of(Path path, CorpusSource source, ReadOptions options, long limit) {
    List<FileOverview> overviews = new ArrayList<>();
    Map<String, FileOverview> files = new LinkedHashMap<>();
    for (Shard shard : source.shards()) {
      files
          .computeIfAbsent(
              shard.path(), p -> new FileOverview(Locations.of(shard.file()), shard.fileSize()))
          .add(shard, options, limit);
    }
    for (ReadOutcome outcome : source.skipped()) {
      FileOverview left = new FileOverview(path.resolve(RecordText.where(outcome).path()), 0);
      left.add(outcome, 0);
      overviews.add(left);
    }
    for (FileOverview each : files.values()) {
      each.lookAtWhole(options);
      overviews.add(each);
    }
    return overviews;
  }

  private void add(Shard shard, ReadOptions options, long limit) {
    long before = records();
    stopped |= before >= limit;
    if (stopped) {
      return;
    }
    try (ShardReader reader = new ShardReaders(options, chains).open(shard)) {
      for (ReadOutcome outcome = reader.next(); outcome != null; outcome = reader.next()) {
        if (records() >= limit) {
          stopped = true;
          return;
        }
        add(outcome, before);
      }
    }
  }

  private long records() {
    return read + failed + skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  private void add(ReadOutcome outcome, long before) {
    switch (outcome) {
      case ReadOutcome.Read one -> add(one.document());
      case ReadOutcome.Skipped one -> {
        skipped.merge(one.reason().label(), 1L, Long::sum);
        unread += one.reason().unread() ? 1 : 0;
        problem(outcome, before, one.reason().label(), one.detail());
      }
      case ReadOutcome.Failed one -> {
        failed++;
        unread++;
        problem(outcome, before, UnreadLine.FAILED, one.message());
      }
    }
  }

  private void add(CorpusDocument document) {
    int count = Words.of(document.text()).count();
    if (count == 0) { // as the scan does
      skipped.merge(SkipReason.EMPTY.label(), 1L, Long::sum);
      return;
    }
    read++;
    words += count;
    codePoints += document.text().codePoints();
    extractors.merge(document.extractor(), 1L, Long::sum);
    if (document.field() != null) {
      fields.merge(document.field(), 1L, Long::sum);
    }
    CorpusDocument.Facts facts = document.facts().get();
    withId += facts.id() == null ? 0 : 1;
    if (facts.idField() != null) {
      idFields.merge(facts.idField(), 1L, Long::sum);
    }
    inside.add(document, facts, count);
    if (firstText == null) {
      first = facts;
      firstMember = document.origin().member();
      firstText = start(document.text().toString());
    }
  }

  private static String start(String text) {
    int count = Math.min(FIRST_CODE_POINTS, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, count)).strip();
  }

  private void problem(ReadOutcome outcome, long before, String reason, String message) {
    if (problems.size() < NAMED_PROBLEMS) {
      long start = RecordText.where(outcome).byteStart();
      long record = RecordText.where(outcome).record() + before;
      String member = RecordText.where(outcome).member();
      problems.add(
          new Problem(
              member, chains.of(member), record, start < 0 ? null : start, reason, message));
    }
  }

  /** What records do not tell: the format, and what an e-book says of itself. */
  private void lookAtWhole(ReadOptions options) {
    try {
      format = ShardReaders.format(file);
      if (read == 1 && fields.isEmpty()) {
        metadata =
            new Extractor(options.charset(), options.maxDocumentBytes()).extract(file).metadata();
      }
    } catch (ExtractionException | IOException e) {
      return; // what cannot be read is among the problems already; what is packed says nothing
    }
  }

  /** Whether nothing in the file may hold text that was not read. */
  boolean isRead() {
    return unread == 0;
  }

  /** For people. */
  void tell(FactSheet sheet) {
    sheet.head(file.toString());
    sheet.fact("Format", format);
    sheet.fact("Size", Figures.bytes(size));
    sheet.fact("Documents", documents() + (stopped ? ", and more behind --limit" : ""));
    sheet.fact("Text", read == 0 ? null : text());
    sheet.fact("Text field", counted(fields));
    sheet.fact("Id field", counted(idFields));
    sheet.fact("Extractor", counted(extractors));
    boolean packed = metadata.equals(Extracted.Metadata.NONE) && first.file() != null;
    sheet.fact("Title", packed ? first.file().title() : metadata.title());
    sheet.fact("Authors", String.join("; ", packed ? first.file().authors() : metadata.authors()));
    sheet.fact("Identifiers", String.join(", ", metadata.identifiers()));
    sheet.fact("Language", metadata.language());
    sheet.fact("Publisher", metadata.publisher());
    sheet.fact("Date", metadata.date());
    sheet.fact("Rights", metadata.rights());
    sheet.fact("Parts", parts());
    sheet.fact("Ids", read == 0 ? null : Figures.count(withId) + " of " + Figures.count(read));
    sheet.fact("First from", firstMember);
    sheet.fact("First id", first.id());
    sheet.fact("Claims", claims());
    sheet.fact("Condition", first.file() == null ? null : first.file().unlike());
    sheet.fact("Starts", firstText);
    inside.tell(sheet);
    String label = "Not read";
    for (Problem problem : problems) {
      sheet.fact(label, told(problem));
      label = "";
    }
    long more = records() - read - problems.size();
    sheet.fact("", more > 0 ? "and " + Figures.count(more) + " more" : null);
  }

  private String documents() {
    return Figures.count(records())
        + " seen = "
        + Figures.count(read)
        + " read + "
        + Figures.count(records() - read - failed)
        + " skipped + "
        + Figures.count(failed)
        + " failed";
  }

  private String text() {
    return Figures.count(words, "word", "words")
        + ", "
        + Figures.count(codePoints, "code point", "code points");
  }

  /** The parts that the first text's format names. */
  private String parts() {
    List<Places.Place> places = first.places().list();
    return places.isEmpty()
        ? null
        : Figures.count(places.size())
            + ", from "
            + places.getFirst().name()
            + " to "
            + places.getLast().name();
  }

  private String claims() {
    CorpusDocument.Claims claims = first.claims();
    Map<String, String> said = new LinkedHashMap<>();
    said.put("url", claims.url());
    said.put("source", claims.source());
    said.put("license", claims.license());
    said.put("created", claims.created());
    said.values().removeIf(Objects::isNull);
    return said.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private String counted(Map<String, Long> counts) {
    return counts.size() == 1
        ? counts.keySet().iterator().next()
        : counts.entrySet().stream()
            .map(e -> e.getKey() + " (" + Figures.count(e.getValue()) + ")")
            .collect(Collectors.joining(", "));
  }

  private static String told(Problem problem) {
    String in = problem.chain() == null ? "" : " (" + problem.chain() + ")";
    return (problem.member() == null ? "" : problem.member() + in + ", ")
        + "record "
        + problem.record()
        + (problem.byteStart() == null ? "" : ", byte " + problem.byteStart())
        + ": "
        + problem.reason()
        + (problem.message() == null ? "" : ", " + problem.message());
  }

  /** For programs. */
  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("file", file.toString());
    summary.put("format", format);
    summary.put("bytes", size);
    summary.put("seen", records());
    summary.put("read", read);
    summary.put("skipped", skipped);
    summary.put("failed", failed);
    summary.put("words", words);
    summary.put("codePoints", codePoints);
    summary.put("textFields", fields);
    summary.put("idFields", idFields);
    summary.put("extractors", extractors);
    summary.put("metadata", metadata);
    summary.put("stopped", stopped);
    summary.put("withId", withId);
    summary.put("firstMember", firstMember);
    summary.put("firstId", first.id());
    summary.put("firstClaims", first.claims());
    summary.put("firstText", firstText);
    summary.put("firstParts", first.places().list());
    summary.put("chain", chains.file());
    summary.put("containers", chains.documents());
    summary.put("inside", inside.first());
    summary.put("notRead", problems);
    return summary;
  }
}
