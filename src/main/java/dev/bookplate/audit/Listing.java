package dev.bookplate.audit;

import dev.bookplate.corpus.CorpusSource;
import dev.bookplate.corpus.Locations;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.evidence.InputFile;
import dev.bookplate.evidence.ListedFile;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Part;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a corpus consists of, without where it is on this machine.
 *
 * @param shards of the whole corpus
 * @param unread what was left out while it was listed
 * @param layouts that its folders have, as far as they are known
 */
record Listing(List<Shard> shards, List<UnreadLine> unread, List<Manifest.Layout> layouts) {
  /** What a shard costs beside its bytes, so that many small files are shared out as well. */
  private static final long EACH = 4096;

  static Listing of(AuditPlan plan) throws IOException {
    CorpusSource corpus =
        CorpusSource.of(plan.corpora().stream().map(Locations::of).toList(), plan.reading());
    return new Listing(
        corpus.shards(),
        corpus.skipped().stream().map(Listing::unread).toList(),
        corpus.layouts().stream()
            .map(l -> new Manifest.Layout(l.corpus(), l.path(), l.layout(), l.why(), l.folders()))
            .toList());
  }

  /**
   * A part's shards: neighbours, so that few files are in two parts, and about as many bytes as the
   * other parts have. Depends on nothing but order and sizes.
   */
  List<Shard> of(Part part) {
    double total = shards.stream().mapToDouble(Listing::cost).sum();
    List<Shard> dealt = new ArrayList<>();
    double before = 0;
    for (Shard shard : shards) {
      double middle = before + cost(shard) / 2;
      if ((int) (middle * part.of() / total) == part.number() - 1) {
        dealt.add(shard);
      }
      before += cost(shard);
    }
    return dealt;
  }

  private static double cost(Shard shard) {
    return (double) shard.weight() + EACH;
  }

  /** The files, in canonical order. */
  List<ListedFile> files() {
    Map<InputFile, ListedFile> files = new LinkedHashMap<>();
    for (Shard shard : shards) {
      files.merge(
          new InputFile(shard.corpus(), shard.path()),
          new ListedFile(shard.corpus(), shard.path(), shard.fileSize(), 1),
          (a, b) -> new ListedFile(a.corpus(), a.path(), a.size(), a.shards() + 1));
    }
    return List.copyOf(files.values());
  }

  /** Digest of everything but where the files are. */
  String digest() {
    StringBuilder lines = new StringBuilder();
    for (Shard s : shards) {
      List<Object> line = new ArrayList<>();
      Collections.addAll(line, s.ordinal(), s.corpus(), s.path(), s.fileSize(), s.range());
      if (s.table() != null) { // without where the files are
        line.add(s.table().state());
      }
      lines.append(RunJson.line(line)).append('\n');
    }
    unread.forEach(u -> lines.append(RunJson.line(u)).append('\n'));
    return Digests.sha256(lines.toString());
  }

  private static UnreadLine unread(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Skipped s ->
          UnreadLine.skipped(s.where(), s.reason().label(), s.reason().unread(), s.detail());
      case ReadOutcome.Failed f -> UnreadLine.failed(f.where(), f.message());
      case ReadOutcome.Read r ->
          throw new IllegalStateException("a document among what was left out: " + r);
    };
  }
}
