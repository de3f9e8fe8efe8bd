package dev.bookplate.report.load;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.EditionLine;
import dev.bookplate.evidence.FindingLine.MeasuresLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.report.GradeOrder;
import dev.bookplate.report.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a family's load-file rows say: the training document's, and its sheets'. */
final class FamilyRows {
  static final String DOCUMENT = "Training document";
  static final String SHEET = "Match evidence sheet";

  private final Production production;

  FamilyRows(Production production) {
    this.production = production;
  }

  /** The training document's row. */
  LoadRow document(List<FindingLine> family, Manifest.Input input) {
    DocumentLine document = family.get(0).document();
    LoadRow row = common(document).set(LoadField.DOCTYPE, DOCUMENT);
    String name = name(document);
    row.set(LoadField.TITLE, document.id() == null ? name : name + " " + document.id());
    row.set(LoadField.GRADE, highest(family));
    if (input != null) {
      row.set(LoadField.FILESIZE, input.size());
      row.set(LoadField.MD5HASH, input.md5());
      row.set(LoadField.SHA256HASH, input.sha256());
    }
    return row;
  }

  /** The row of a finding's sheet. */
  LoadRow sheet(FindingLine finding) {
    LoadRow row = common(finding.document()).set(LoadField.DOCTYPE, SHEET);
    row.set(LoadField.FINDINGID, finding.id());
    row.set(LoadField.GRADE, finding.grade());
    row.set(LoadField.EXTENT, finding.extent());
    row.set(LoadField.KINDS, finding.kinds());
    row.set(LoadField.REASONS, finding.reasons());
    row.set(LoadField.PASSAGES, finding.passages() == null ? 0 : finding.passages().size());
    work(row, finding.work());
    if (finding.measures() != null) {
      measures(row, finding.measures());
    }
    return row;
  }

  private LoadRow common(DocumentLine document) {
    LoadRow row = new LoadRow();
    String custodian = production.labels().custodian();
    row.set(LoadField.CUSTODIAN, custodian == null ? document.corpus() : custodian);
    row.set(LoadField.SOURCEPATH, Place.file(document));
    row.set(LoadField.RECORD, document.record());
    row.set(LoadField.BYTESTART, document.byteStart());
    row.set(LoadField.BYTEEND, document.byteEnd());
    row.set(LoadField.SOURCEID, document.id());
    row.set(LoadField.FILENAME, name(document));
    row.set(LoadField.FILEEXT, ending(name(document)));
    row.set(LoadField.EXTRACTEDSHA256, document.textSha256());
    row.set(LoadField.CHARS, document.chars());
    row.set(LoadField.WORDS, document.words());
    if (document.claims() != null) {
      row.set(LoadField.URL, document.claims().get("url"));
      row.set(LoadField.DATECREATED, day(document.claims().get("created")));
    }
    row.set(LoadField.CONFIDENTIALITY, production.labels().designation());
    return row;
  }

  private static void work(LoadRow row, WorkLine work) {
    row.set(LoadField.TITLE, work.title() == null ? work.id() : work.title());
    row.set(LoadField.WORKID, work.id());
    row.set(LoadField.WORKTITLE, work.title());
    row.set(LoadField.WORKAUTHOR, work.authors());
    row.set(LoadField.ISBN, work.isbns());
    row.set(LoadField.REGISTRATION, work.registrations());
    row.set(LoadField.RIGHTS, work.rights() == null ? null : work.rights().status());
    EditionLine edition = work.edition();
    row.set(LoadField.EDITIONSHA256, edition == null ? null : edition.sha256());
  }

  private static void measures(LoadRow row, MeasuresLine measures) {
    row.set(LoadField.WORKCOVERAGE, measures.workCoverage());
    row.set(LoadField.DOCCOVERAGE, measures.documentCoverage());
    row.set(LoadField.SPANWORDS, measures.spanWords());
    row.set(LoadField.EXACTWORDS, measures.exactWords());
    row.set(LoadField.LONGESTRUN, measures.longestRunWords());
    row.set(LoadField.IDENTITY, measures.identity());
  }

  private static String highest(List<FindingLine> family) {
    return GradeOrder.GRADES.stream()
        .filter(grade -> family.stream().anyMatch(finding -> grade.equals(finding.grade())))
        .findFirst()
        .orElse(null);
  }

  /** What a record claims need be no day. */
  private String day(String claimed) {
    try {
      return claimed == null || claimed.length() < 10
          ? null
          : production.profile().day(LocalDate.parse(claimed.substring(0, 10)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String name(DocumentLine document) {
    String path = document.member() == null ? document.path() : document.member();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Only what may stand in a file's name on every system. */
  static String ending(String name) {
    int point = name.lastIndexOf('.');
    String ending = point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    return ending.matches("[a-z0-9]{1,10}") ? ending : "";
  }
}
