package dev.bookplate.report.certificate;

import dev.bookplate.report.MethodWords;
import java.util.ArrayList;
import java.util.List;

/** The words of the drafts and of the run, in plain sentences. */
final class Glossary {
  private static final String[][] WORDS = {
    {"Alignment", "putting two texts beside each other word by word, so that agreeing words meet."},
    {"Background", "text that is not looked for and explains a match away, such as licences."},
    {"Bates number", "a number that a page or document bears in a production, used once."},
    {"Catalogue", "the list of works that were looked for, as of a date."},
    {"Code point", "one character as Unicode numbers it. Offsets count these."},
    {"Copy", "a document that holds half of a work or more."},
    {"Corpus", "the collection of documents that was searched."},
    {"Custody log", "a list of what was done to the run, each line bound to the one before."},
    {"Digest", "a number made of a file's bytes; another file has another one. SHA-256 decides."},
    {"Document", "one text of a corpus: a file, or a record in a file."},
    {"Edition", "one file of a work that documents were compared with, known by its digest."},
    {"Extent", "how much of the work a document holds."},
    {"Finding", "one work in one document, with its evidence and the reasons for its grade."},
    {"Fingerprint", "numbers made of a text that show where two texts may agree."},
    {"Grade", "how sure it is that the document holds text of the work."},
    {"Half-open", "a range that has its first place and ends before its last."},
    {"Manifest", "the file of a run that names its inputs, settings, counts and files."},
    {"Passage", "a stretch of a document that one work explains."},
    {"Run", "the folder of evidence that one scan makes."},
    {"Shingle", "a few words in a row, taken at every word."},
    {"Work", "a book as its rights holder knows it, whatever its edition."},
  };

  private Glossary() {}

  static Draft draft(String designation) {
    Draft draft = new Draft("Glossary", designation);
    List<List<String>> rows = new ArrayList<>();
    for (String[] word : WORDS) {
      rows.add(List.of(word[0], word[1]));
    }
    add("Grade: ", MethodWords.GRADES, rows);
    add("Extent: ", MethodWords.EXTENTS, rows);
    add("Measure: ", MethodWords.MEASURES, rows);
    draft.table(List.of("Word", "Means"), rows);
    return draft;
  }

  private static void add(String kind, List<MethodWords.Term> terms, List<List<String>> rows) {
    for (MethodWords.Term term : terms) {
      rows.add(List.of(kind + term.name(), term.text()));
    }
  }
}
