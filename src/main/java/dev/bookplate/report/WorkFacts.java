package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine.EditionLine;
import dev.bookplate.evidence.FindingLine.RightsLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a work and of the editions that its findings were compared with, once. */
final class WorkFacts {
  private final Html html;

  WorkFacts(Html html) {
    this.html = html;
  }

  void write(List<ShownFinding> findings) throws IOException {
    WorkLine work = findings.get(0).finding().work();
    html.start("details", "place").element("summary", "The work and its reference edition");
    html.start("div", "pair");
    html.start("div").element("h4", "Work");
    writeWork(work);
    html.end().start("div").element("h4", "Reference edition");
    for (WorkLine edition : editions(findings).values()) {
      writeEdition(edition);
    }
    html.end().end().end();
  }

  private static Map<String, WorkLine> editions(List<ShownFinding> findings) {
    Map<String, WorkLine> editions = new LinkedHashMap<>();
    for (ShownFinding finding : findings) {
      WorkLine work = finding.finding().work();
      if (work.edition() != null) {
        editions.putIfAbsent(work.edition().id(), work);
      }
    }
    return editions;
  }

  private void writeWork(WorkLine work) throws IOException {
    RightsLine rights = work.rights();
    new Facts(html)
        .add("Id", work.id())
        .add("Title", work.title())
        .add("Authors", work.authors())
        .add("ISBN", work.isbns())
        .add("ASIN", work.asin())
        .add("Publisher", work.publisher())
        .add("Rights holder", work.holder())
        .add("Registrations", work.registrations())
        .add("Rights", rights == null ? null : rights.status())
        .add("Jurisdiction", rights == null ? null : rights.jurisdiction())
        .add("Rule", rights == null ? null : rights.rule())
        .add("Rights as of", rights == null ? null : rights.asOf())
        .add("Permission", work.permission())
        .add("Catalogue", work.catalogue())
        .add("As of", work.asOf())
        .end();
  }

  private void writeEdition(WorkLine work) throws IOException {
    EditionLine edition = work.edition();
    new Facts(html)
        .add("Edition", edition.id())
        .add("Source", work.source())
        .add("File SHA-256", edition.sha256())
        .add("Text SHA-256", edition.textSha256())
        .add("Words", edition.words())
        .add("Read by", edition.extractor())
        .end();
  }
}
