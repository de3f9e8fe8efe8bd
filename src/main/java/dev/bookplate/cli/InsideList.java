package dev.bookplate.cli;

import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documents that stand in an archive: how they are packed, and what the first say they are. */
final class InsideList {
  private static final int NAMED = 20;
  private static final Set<String> PACKINGS = Set.of("gz", "zst", "bz2", "xz");

  private final String fileName;
  private final Map<String, Long> chains = new TreeMap<>();
  private final List<Inside> first = new ArrayList<>();
  private long count;

  /**
   * A document in an archive.
   *
   * @param member its path there
   * @param words of its text
   * @param title that it gives itself, or null
   * @param authors that it names
   */
  record Inside(String member, int words, String title, List<String> authors) {
    String told() {
      String said = title == null ? "" : ", \u201c" + title + "\u201d";
      String by = authors.isEmpty() ? "" : ", " + String.join("; ", authors);
      return member + ": " + Figures.count(words, "word", "words") + said + by;
    }
  }

  InsideList(String fileName) {
    this.fileName = fileName;
  }

  /** Adds a document, if it stands in an archive. */
  void add(CorpusDocument document, CorpusDocument.Facts facts, int words) {
    String member = document.origin().member();
    if (member == null) {
      return;
    }
    count++;
    chains.merge(chain(member), 1L, Long::sum);
    if (first.size() < NAMED) {
      CorpusDocument.OfFile file = facts.file();
      first.add(
          new Inside(
              member,
              words,
              file == null ? null : file.title(),
              file == null ? List.of() : file.authors()));
    }
  }

  /** By the endings of the names: {@code tar.gz > zip > epub}. */
  private String chain(String member) {
    StringBuilder chain = new StringBuilder(ending(fileName));
    for (String level : member.split("!", -1)) {
      chain.append(" > ").append(ending(level));
    }
    return chain.toString();
  }

  private static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return "no ending";
    }
    String last = name.substring(dot + 1);
    String before = ending(name.substring(0, dot));
    boolean packed = PACKINGS.contains(last) && !before.equals("no ending");
    return packed ? before + "." + last : last;
  }

  /** For people. */
  void tell(FactSheet sheet) {
    sheet.fact(
        "Containers",
        chains.entrySet().stream()
            .map(e -> e.getKey() + " (" + Figures.count(e.getValue()) + ")")
            .collect(Collectors.joining(", ")));
    String label = "Inside";
    for (Inside each : first) {
      sheet.fact(label, each.told());
      label = "";
    }
    long more = count - first.size();
    sheet.fact("", more > 0 ? "and " + Figures.count(more) + " more" : null);
  }

  /** For programs: how many documents are packed how. */
  Map<String, Long> chains() {
    return chains;
  }

  /** For programs: the first of them. */
  List<Inside> first() {
    return first;
  }
}
