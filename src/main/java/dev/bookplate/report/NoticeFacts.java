package dev.bookplate.report;

import dev.bookplate.notices.NoticeRates;
import java.util.List;
import java.util.Map;

/**
 * What {@code notices.json} says.
 *
 * @param format of the file
 * @param run digest of the run's findings
 * @param rules name, version, date and SHA-256 of the rules
 * @param rates over the corpus
 * @param notExamined copies by why nothing was looked at
 * @param method how it was done
 * @param limits what it does not show
 */
public record NoticeFacts(
    String format,
    String run,
    Map<String, String> rules,
    NoticeRates.Rates rates,
    Map<String, Long> notExamined,
    List<String> method,
    List<String> limits) {
  static final String FORMAT = "bookplate-notices-report-1";

  /** What a reader might take from it, and must not. */
  static final List<String> LIMITS =
      List.of(
          "\"Absent in context\" is what is seen: a line of the reference does not stand in the"
              + " copy, and the lines before and after it do. That it was removed, by whom, when"
              + " and why, is not seen.",
          "The copy may have been made from another edition or another file of the work, which"
              + " never had the line. The reference is one file, named by its digests.",
          "\"Not covered\" says nothing: the copy does not hold the place where the line would be.",
          "Programs that make text of e-books leave out pages, headers and images by themselves.",
          "A small probability says that the difference is hardly chance, not what made it: copies"
              + " of works in and out of copyright may differ in age, publisher and maker.",
          "Copies are taken as independent of each other, also several of one work and all that"
              + " came from one place; copies with the same text are counted once.",
          "Rights are as the catalogue states them; works of unknown status are in no comparison of"
              + " the two.",
          "Rules find lines by their words, and miss what is worded otherwise. What a distributor"
              + " put around a book, such as Project Gutenberg's header and licence, is no notice"
              + " of the work, and left out.");

  static final List<String> METHOD =
      List.of(
          "Looked at: every copy of the run, read again from its corpus and held against its"
              + " digest.",
          "Front matter goes from the reference's first line to the last that a rule names, as long"
              + " as no 600 words lie between two; back matter from the first such line near the"
              + " end to the last.",
          "Words of both are put beside each other, the longest common run first. A line is present"
              + " if all its words stand there in their order with nothing between them, and its"
              + " marks; altered if more than half of them do; absent in context if neither, and"
              + " the nearest line on both sides that is no missing line of the same class (notice,"
              + " or other) is there, and no more than 200 words lie between these.",
          "In copyright against public domain: for each copy the share of its notices that are"
              + " absent in context, of those whose place it holds; difference of the means within"
              + " each source and format, weighted by n1 n2 / (n1 + n2); permutation of the copies"
              + " within source and format.",
          "Lines with filter words against the others: for each copy the share of the front"
              + " matter's lines with such a word that are absent in context, less that of the"
              + " other lines; mean over copies; the sign of each copy's difference is permuted.",
          "All arrangements are gone through where they are 200,000 at most, else 99,999 are drawn"
              + " with the seed, and the probability is (extreme + 1) / (drawn + 1). Probabilities"
              + " are two-sided, and not adjusted for the two tests. Intervals of differences are"
              + " those of 9,999 samples of the copies within their groups (percentiles, 95 %);"
              + " those of shares are exact (Clopper and Pearson).");
}
