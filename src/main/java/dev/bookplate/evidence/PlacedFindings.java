package dev.bookplate.evidence;

import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.origin.Digests;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a run's lines of those that a shard has: places them in their file, and leaves the quotes
 * that may stay. To be asked in canonical order, since quotes have a budget.
 */
public final class PlacedFindings {
  private final Map<InputFile, Digests> inputs;
  private final QuoteBudget quotes;

  /**
   * For the files of a run.
   *
   * @param inputs every file of the corpora that could be opened
   * @param policy which text may be written
   */
  public PlacedFindings(Map<InputFile, Digests> inputs, QuotePolicy policy) {
    this.inputs = inputs;
    this.quotes = new QuoteBudget(policy);
  }

  /**
   * The finding as the run has it.
   *
   * @param records of the file that stand before the shard
   * @param bytes of the file that stand before the shard, where offsets count from its start
   */
  public FindingLine of(FindingLine finding, long records, long bytes) {
    DocumentLine in = finding.document();
    Digests input = inputs.get(new InputFile(in.corpus(), in.path()));
    DocumentLine document =
        new DocumentLine(
            in.corpus(),
            in.path(),
            Objects.requireNonNull(input, () -> "no digest of " + in.path()).sha256(),
            in.member(),
            in.record() + records,
            moved(in.byteStart(), bytes),
            moved(in.byteEnd(), bytes),
            in.field(),
            in.id(),
            in.textSha256(),
            in.chars(),
            in.words(),
            in.language(),
            in.extractor(),
            in.claims());
    return new FindingLine(
        bytes == 0 ? finding.id() : FindingLines.id(document, finding.work(), finding.passages()),
        finding.key(),
        finding.grade(),
        finding.extent(),
        finding.kinds(),
        document,
        finding.work(),
        finding.measures(),
        quotes.allowed(finding),
        finding.evidence(),
        finding.reasons());
  }

  /** Takes a finding that stands in a run into the budget of the quotes. */
  public void count(FindingLine placed) {
    quotes.allowed(placed);
  }

  private static Long moved(Long inShard, long bytes) {
    return inShard == null ? null : (Long) (inShard + bytes);
  }
}
