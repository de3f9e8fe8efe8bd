package dev.bookplate.report.works;

import dev.bookplate.criteria.AcquisitionSource;
import dev.bookplate.criteria.LanguageTag;
import dev.bookplate.criteria.WorkData;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.WorkRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was found of one work, put together finding by finding. */
final class FoundWork {
  /** Extents of a union that is a copy in pieces. */
  private static final Set<String> MOST = Set.of("most", "whole");

  private static final String LEAD = "lead";

  private final Set<AcquisitionSource> ofCopies = new LinkedHashSet<>();
  private final Set<AcquisitionSource> ofPieces = new LinkedHashSet<>();
  private final Set<String> languages = new TreeSet<>();
  private boolean elsewhere;
  private long copies;
  private long books;
  private long duplicates;
  private long mistitled;
  private long empty;
  private long corrupt;
  private long truncated;
  private long wrong;
  private long findings;
  private Double best;

  /** Adds a finding that is no copy. */
  void add(FindingLine finding, FileState state, List<AcquisitionSource> sources) {
    findings++;
    boolean hasText = finding.document().textSha256() != null;
    if (hasText && !finding.grade().equals(LEAD)) {
      ofPieces.addAll(sources);
    }
    if (!hasText) {
      count(state);
    }
    measure(finding);
  }

  /** Adds a copy. */
  void addCopy(FindingLine finding, CopyRow copy, Seen seen) {
    findings++;
    copies++;
    count(seen.state);
    duplicates += copy.duplicateOf() == null ? 0 : 1;
    mistitled += seen.mistitled == null ? 0 : 1;
    if (seen.state.isBook()) {
      books++;
      ofCopies.addAll(seen.sources);
      elsewhere |= seen.sources.isEmpty();
      String language = LanguageTag.of(finding.document().language());
      if (language != null) {
        languages.add(language);
      }
    }
    measure(finding);
  }

  /** What is known of a copy's file. */
  record Seen(FileState state, String mistitled, List<AcquisitionSource> sources) {}

  private void count(FileState state) {
    switch (state) {
      case EMPTY -> empty++;
      case CORRUPT -> corrupt++;
      case TRUNCATED -> truncated++;
      case WRONG_CONTENT -> wrong++;
      case UNREAD, SHORT, OK -> {}
    }
  }

  private void measure(FindingLine finding) {
    Double coverage = finding.measures() == null ? null : finding.measures().workCoverage();
    if (coverage != null && (best == null || coverage > best)) {
      best = coverage;
    }
  }

  /** What the criteria ask of it. */
  WorkData.Found found(WorkRow row) {
    boolean isInPieces = books == 0 && row.extent() != null && MOST.contains(row.extent());
    Set<AcquisitionSource> sources = isInPieces ? ofPieces : ofCopies;
    boolean isElsewhere = elsewhere || isInPieces && sources.isEmpty();
    return new WorkData.Found(List.copyOf(sources), isElsewhere, findings > 0 && empty == findings);
  }

  /** Codes of what is wrong with its files, the gravest first. */
  List<String> codes(List<String> expected) {
    List<String> codes = new ArrayList<>();
    if (findings > 0 && empty == findings) {
      codes.add("EMPTY_FILE");
    } else if (findings > 0 && empty + corrupt + wrong == findings) {
      codes.add(wrong > 0 ? "WRONG_CONTENT" : "CORRUPT_FILE");
    }
    if (copies > 0 && mistitled == copies) {
      codes.add("TITLE_MISMATCH");
    }
    if (duplicates > 0) {
      codes.add("DUPLICATE");
    }
    boolean isOther = !languages.isEmpty() && languages.stream().noneMatch(expected::contains);
    if (!expected.isEmpty() && isOther) {
      codes.add(expected.equals(List.of("en")) ? "NOT_ENGLISH" : "OTHER_LANGUAGE");
    }
    return codes;
  }

  long copies() {
    return copies;
  }

  long duplicates() {
    return duplicates;
  }

  long mistitled() {
    return mistitled;
  }

  long empty() {
    return empty;
  }

  long corrupt() {
    return corrupt;
  }

  long truncated() {
    return truncated;
  }

  long wrong() {
    return wrong;
  }

  List<String> languages() {
    return List.copyOf(languages);
  }

  /** The largest share of the work in one document, or null. */
  Double best() {
    return best;
  }
}
