package dev.bookplate.audit;

import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.Stamps;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.traces.TraceSource;
import java.util.ArrayList;
import java.util.List;

/** Says what of a document can bear traces. */
final class TraceSources {
  private static final Utf8Text NO_TEXT = Utf8Text.of("");

  private TraceSources() {}

  /** Where a document stands, as a path. */
  static String path(Origin where) {
    return where.member() == null
        ? where.path()
        : where.path() + "/" + where.member().replace('!', '/');
  }

  /** Of a file or member without text. */
  static TraceSource ofUnread(Origin where) {
    return TraceSource.of(NO_TEXT, path(where));
  }

  /**
   * Of a document.
   *
   * @param isFile whether its path is its own, and not that of many records
   */
  static TraceSource of(CorpusDocument document, boolean isFile) {
    CorpusDocument.Facts facts = document.facts().get();
    List<TraceSource.Said> said = new ArrayList<>();
    add("url", facts.claims().url(), said);
    add("source", facts.claims().source(), said);
    List<String> parts = List.of();
    if (facts.file() == null) {
      add("id", facts.id(), said);
    } else {
      Extracted.Metadata metadata = facts.file().metadata();
      metadata.identifiers().forEach(id -> add("identifier", id, said));
      add("publisher", metadata.publisher(), said);
      add("rights", metadata.rights(), said);
      for (Stamps.Statement stamp : metadata.stamps().statements()) {
        add(stamp.name(), stamp.value(), said);
      }
      parts = metadata.stamps().parts();
    }
    return new TraceSource(document.text(), isFile ? path(document.origin()) : null, said, parts);
  }

  private static void add(String name, String value, List<TraceSource.Said> said) {
    if (value != null && !value.isBlank()) {
      said.add(new TraceSource.Said(name, value));
    }
  }
}
