package dev.bookplate.report.certificate;

import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.MeasuredError;
import dev.bookplate.report.RunTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the drafts of a run. The same run gives the same bytes. None of them holds text of the
 * corpus: they name findings, files and digests.
 */
public final class CertificatePack {
  /** The index. */
  public static final String INDEX = "summary-index.csv";

  private final Path folder;
  private final Instant time;
  private final List<CertificateLog.LoggedFile> files = new ArrayList<>();

  private CertificatePack(RunReader run, Path folder) {
    this.folder = folder;
    time = RunTime.of(run.manifest());
  }

  /**
   * Writes a pack.
   *
   * @param designation under the protective order, or null
   * @param folder that is there and empty
   */
  public static CertificateLog write(RunReader run, String designation, Path folder)
      throws IOException {
    return new CertificatePack(run, folder).all(run, designation);
  }

  private CertificateLog all(RunReader run, String designation) throws IOException {
    String sha256 = Digests.of(run.folder().resolve(RunFiles.MANIFEST)).sha256();
    RunFacts facts = new RunFacts(run, sha256);
    Certificates certificates = new Certificates(facts, designation);
    draft("certificate-902-13", certificates.process());
    if (facts.noCopies() == null) {
      draft("certificate-902-14", certificates.copies());
    }
    draft("methods", new MethodsStatement(facts, MeasuredError.of(run), designation).draft());
    draft("glossary", Glossary.draft(designation));
    SummaryIndex.write(run, folder.resolve(INDEX));
    log(INDEX);
    draft("summary-index", about(designation, facts));
    CertificateLog log =
        new CertificateLog(
            CertificateLog.FORMAT, sha256, designation, facts.noCopies(), List.copyOf(files));
    Files.writeString(folder.resolve(CertificateLog.FILE), RunJson.pretty(log));
    return log;
  }

  private static Draft about(String designation, RunFacts facts) {
    Draft draft = new Draft("Index of the summaries", designation);
    draft.say(
        "Drafted for Federal Rule of Evidence 1006. The run's findings.csv and works.csv are"
            + " summaries. "
            + INDEX
            + " has, for every cell of them, the row and column, and where the cell comes from: the"
            + " file by its digest, the record, its bytes, and the line of findings.jsonl with the"
            + " passages' offsets.");
    draft.item("document: a record of the corpus, by file, member, record and bytes.");
    draft.item("edition: the file that it was compared with.");
    draft.item("catalogue: the list of works, by its digest.");
    draft.item(
        "corpus: nothing was found in all that was searched; what was not searched stands in"
            + " unread.jsonl.");
    draft.say(
        "The originals, or duplicates of them, are to be made available to the other side: the"
            + " corpora and the reference editions are not in the run.");
    draft.say(
        facts.noCopies() == null
            ? "The draft under 902(14) names the list of digests that came with the data."
            : "There is no draft under 902(14). " + facts.noCopies());
    return draft;
  }

  private void draft(String name, Draft draft) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), MarkdownDraft.of(draft));
    log(name + ".md");
    WordDraft.write(draft, time, folder.resolve(name + ".docx"));
    log(name + ".docx");
  }

  private void log(String name) throws IOException {
    Digests digests = Digests.of(folder.resolve(name));
    files.add(new CertificateLog.LoggedFile(name, digests.size(), digests.sha256()));
  }
}
