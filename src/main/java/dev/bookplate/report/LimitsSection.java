package dev.bookplate.report;

import java.io.IOException;

/** What a reader might take from the page, and must not. */
final class LimitsSection {
  private final Html html;
  private final boolean ofOutputs;

  /**
   * The section.
   *
   * @param ofOutputs whether models wrote what was searched
   */
  LimitsSection(Html html, boolean ofOutputs) {
    this.html = html;
    this.ofOutputs = ofOutputs;
  }

  void write() throws IOException {
    html.start("section", "prose").with("id", "limits");
    html.element("h2", "What this does not show");
    html.start("ul", "limits");
    item(
        "A match is not an infringement.",
        "Whether a use is licensed, fair, exempt or unlawful is a question of law that no alignment"
            + " of words answers.");
    item(
        "Presence in a catalogue is not presence in the corpus.",
        "That a work was looked for says nothing; only its findings do.");
    item(
        "Presence in the corpus is not training.",
        "What a model was trained on, how often, and what was filtered out before, does not follow"
            + " from the files of a corpus.");
    item(
        "A reference edition is not the deposit copy.",
        "Texts were compared with the files named here by their digests. Whether such a file is the"
            + " registered work has to be shown by other means.");
    item(
        "An estimate is not a finding.",
        "Fingerprints only propose. Each finding above lead rests on an exact alignment or on equal"
            + " digests of files, and names its basis.");
    item(
        "Not found does not mean not there.",
        "Text that is translated, paraphrased, badly scanned, encrypted or cut into runs shorter"
            + " than the guaranteed length may be missed.");
    item(
        "What was not read was not searched.",
        "Records that were skipped or failed are counted and listed; nothing is said about them.");
    item(
        "A shared text does not say who took it from whom.",
        "The same words may stand in other books, editions, reviews or sites; other works that hold"
            + " a passage are named as far as they are in the catalogue.");
    if (ofOutputs) {
      item(
          "That text came out for a prompt does not show how it got in.",
          "It may have been learnt from the book, from quotations of it, or fetched while the"
              + " model answered, and it may have stood in a part of the prompt that was not"
              + " recorded. How often such a prompt gives such text, the records of some answers"
              + " do not tell; nor does an answer without a run show that none would come.");
    }
    item(
        "Rights are as the catalogue states them.",
        "They were not researched here, and unknown means unknown.");
    html.end().end();
  }

  private void item(String head, String text) throws IOException {
    html.start("li").element("strong", head).text(" " + text).end();
  }
}
