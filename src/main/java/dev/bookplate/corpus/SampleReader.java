package dev.bookplate.corpus;

/** A member of a sample: its documents have the sample's key as their id, and its claims. */
record SampleReader(ShardReader member, Sample sample) implements ShardReader {
  @Override
  public ReadOutcome next() {
    return switch (member.next()) {
      case null -> null;
      case ReadOutcome.Read read -> new ReadOutcome.Read(told(read.document()));
      case ReadOutcome.Skipped skipped
          when skipped.reason() == SkipReason.NO_TEXT_FIELD
              && Sample.kind(skipped.where().member()).equals("json") ->
          new ReadOutcome.Skipped(
              skipped.where(), SkipReason.EXCLUDED, "what is said of the sample " + sample.key());
      case ReadOutcome.Skipped skipped -> skipped;
      case ReadOutcome.Failed failed -> failed;
    };
  }

  private CorpusDocument told(CorpusDocument document) {
    return new CorpusDocument(
        document.origin(),
        document.field(),
        document.extractor(),
        document.text(),
        () -> told(document.facts().get()));
  }

  /** What a record says itself goes before what its sample says. */
  private CorpusDocument.Facts told(CorpusDocument.Facts facts) {
    CorpusDocument.Claims own = facts.claims();
    CorpusDocument.Claims other = sample.claims();
    return new CorpusDocument.Facts(
        sample.key(),
        new CorpusDocument.Claims(
            first(own.url(), other.url()),
            first(own.source(), other.source()),
            first(own.license(), other.license()),
            first(own.created(), other.created())),
        facts.file(),
        facts.places());
  }

  private static String first(String own, String other) {
    return own == null ? other : own;
  }

  @Override
  public long records() {
    return member.records();
  }

  @Override
  public long bytes() {
    return member.bytes();
  }

  @Override
  public void close() {
    member.close();
  }
}
