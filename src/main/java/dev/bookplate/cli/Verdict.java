package dev.bookplate.cli;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.PartRecord;
import dev.bookplate.evidence.SelfTest;
import dev.bookplate.evidence.ShardCounts;
import dev.bookplate.match.Grade;
import java.util.Map;
import picocli.CommandLine.Option;

/** What makes a scan end with another code than 0, as typed. */
final class Verdict {
  @Option(
      names = "--fail-on",
      paramLabel = "GRADE",
      converter = GradeName.class,
      completionCandidates = GradeName.class,
      description =
          "End with exit code 1 where there is a finding of that grade or above: lead, moderate"
              + " or strong.")
  private Grade failOn;

  @Option(
      names = "--max-unread",
      paramLabel = "N|P%",
      converter = Tolerance.Converter.class,
      description =
          "Records, or per cent of them, that may stay unread without exit code 3. Default: 0.")
  private Tolerance maxUnread = Tolerance.NONE;

  /** Of a run. */
  ExitCode of(Manifest manifest) {
    boolean all =
        manifest.status() == Manifest.Status.COMPLETE && maxUnread.covers(manifest.counts());
    return of(manifest.selfTest(), manifest.counts().findings(), all);
  }

  /** Of a part: of what it read alone; one without shards is done. */
  ExitCode of(PartRecord part) {
    ShardCounts counts = part.counts();
    return of(
        part.selfTest(),
        counts.findings(),
        maxUnread.covers(counts.mayHoldText(), counts.records()));
  }

  private ExitCode of(SelfTest test, Map<String, Long> findings, boolean all) {
    if (test != null && test.failed()) {
      return ExitCode.EVIDENCE;
    }
    if (failOn != null && found(findings, failOn)) {
      return ExitCode.FOUND;
    }
    return all ? ExitCode.DONE : ExitCode.UNREAD;
  }

  private static boolean found(Map<String, Long> findings, Grade lowest) {
    for (Grade grade : Grade.values()) {
      if (grade.compareTo(lowest) >= 0 && findings.getOrDefault(grade.label(), 0L) > 0) {
        return true;
      }
    }
    return false;
  }
}
