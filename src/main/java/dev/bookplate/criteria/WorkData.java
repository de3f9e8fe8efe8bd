package dev.bookplate.criteria;

import java.util.List;

/**
 * What is known of a work that criteria ask for. What is empty or null is not known, unless
 * somebody said that there is none.
 *
 * @param isbns of it
 * @param asins of it
 * @param saidUnnumbered whether somebody said that it has neither
 * @param published first, or null
 * @param registrations of it
 * @param saidUnregistered whether somebody said that it has none
 * @param languages primary tags
 * @param rights status: in-copyright, public-domain or unknown
 * @param found where copies of it are
 */
public record WorkData(
    List<String> isbns,
    List<String> asins,
    boolean saidUnnumbered,
    DateRange published,
    List<Registration> registrations,
    boolean saidUnregistered,
    List<String> languages,
    String rights,
    Found found) {

  /**
   * What was found of a work.
   *
   * @param sources of the rules that hold a copy, or, where there is none, text enough for one
   * @param elsewhere whether copies are in documents of no source
   * @param onlyEmpty whether there are files of it, and none has a text
   */
  public record Found(List<AcquisitionSource> sources, boolean elsewhere, boolean onlyEmpty) {}
}
