package dev.bookplate.report.works;

import dev.bookplate.evidence.ConditionLine;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.evidence.UnreadLine;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The states of documents that are copies, or were found without a text; of no others. */
final class DocumentStates {
  private static final String MISTITLED = "mistitled";

  private final Set<DocumentKey> asked = new HashSet<>();
  private final Map<DocumentKey, FileState> states = new HashMap<>();
  private final Map<DocumentKey, String> mistitled = new HashMap<>();

  private DocumentStates() {}

  static DocumentStates of(RunReader run) throws IOException {
    DocumentStates states = new DocumentStates();
    try (Stream<CopyRow> copies = run.copies()) {
      copies.forEach(
          c -> states.asked.add(new DocumentKey(c.corpus(), c.path(), c.member(), c.record())));
    }
    try (Stream<FindingLine> findings = run.findings()) {
      findings
          .filter(f -> f.document().textSha256() == null)
          .forEach(f -> states.asked.add(DocumentKey.of(f.document())));
    }
    try (Stream<UnreadLine> unread = run.unread()) {
      unread.forEach(line -> states.add(DocumentKey.of(line), FileState.ofReason(line.reason())));
    }
    try (Stream<ConditionLine> conditions = run.conditions()) {
      conditions.forEach(states::add);
    }
    return states;
  }

  private void add(ConditionLine line) {
    DocumentKey key = DocumentKey.of(line);
    if (line.condition().equals(MISTITLED) && asked.contains(key)) {
      mistitled.put(key, line.message());
    }
    add(key, FileState.ofCondition(line.condition()));
  }

  private void add(DocumentKey key, FileState state) {
    if (state != null && asked.contains(key)) {
      states.merge(key, state, FileState::or);
    }
  }

  /** The state of a document that was asked for. */
  FileState of(FindingLine finding) {
    FileState known = states.get(DocumentKey.of(finding.document()));
    if (known != null) {
      return known;
    }
    return finding.document().textSha256() == null ? FileState.UNREAD : FileState.OK;
  }

  /** How a document's title shows to be another's, or null. */
  String mistitled(FindingLine finding) {
    return mistitled.get(DocumentKey.of(finding.document()));
  }
}
