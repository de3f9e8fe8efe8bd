package dev.bookplate.cli;

import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.extract.Extracted;
import dev.bookplate.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** The documents that stand in an archive: how they are packed, and what the first say they are. */
final class InsideList {
  private static final int NAMED = 20;

  private final ContainerChains chains;
  private final List<Inside> first = new ArrayList<>();
  private long count;

  /**
   * A document in an archive.
   *
   * @param member its path there
   * @param chain all that it is wrapped in, from the outside, or null
   * @param bytes of the member, or null
   * @param words of its text
   * @param title that it gives itself, or null
   * @param authors that it names
   * @param date that it gives itself, or null
   */
  record Inside(
      String member,
      String chain,
      Long bytes,
      int words,
      String title,
      List<String> authors,
      String date) {
    String told() {
      String size = bytes == null ? "" : ", " + Figures.bytes(bytes);
      String said = title == null ? "" : ", \u201c" + title + "\u201d";
      String by = authors.isEmpty() ? "" : ", " + String.join("; ", authors);
      String of = date == null ? "" : ", " + date;
      return member + size + ": " + Figures.count(words, "word", "words") + said + by + of;
    }
  }

  InsideList(ContainerChains chains) {
    this.chains = chains;
  }

  /** Adds a document, if it stands in an archive. */
  void add(CorpusDocument document, CorpusDocument.Facts facts, int words) {
    String member = document.origin().member();
    chains.count(member);
    if (member == null) {
      return;
    }
    count++;
    if (first.size() < NAMED) {
      CorpusDocument.OfFile file = facts.file();
      Extracted.Metadata said = file == null ? Extracted.Metadata.NONE : file.metadata();
      first.add(
          new Inside(
              member,
              chains.of(member),
              chains.bytes(member),
              words,
              said.title(),
              said.authors(),
              said.date()));
    }
  }

  /** For people. */
  void tell(FactSheet sheet) {
    sheet.fact("Containers", chains.told());
    String label = "Inside";
    for (Inside each : first) {
      sheet.fact(label, each.told());
      label = "";
    }
    long more = count - first.size();
    sheet.fact("", more > 0 ? "and " + Figures.count(more) + " more" : null);
  }

  /** For programs: the first of them. */
  List<Inside> first() {
    return first;
  }
}
