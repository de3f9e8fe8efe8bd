package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.Rights;
import java.io.Serializable;
import java.util.List;

/**
 * What a row says of rights: facts as the source has them, from which rules decide.
 *
 * @param rights what the source itself decides, with its rule; unknown where it decides nothing
 * @param holder of the rights, or null
 * @param registrations at the US Copyright Office
 * @param notes what else bears on it, as {@code code: value}: {@code hathi: ic/bib}, {@code
 *     visible: cpr}, {@code tdm: reserved}
 */
public record Standing(
    Rights rights, String holder, List<Registration> registrations, List<String> notes)
    implements Serializable {
  /** Nothing is said. */
  public static final Standing NONE = new Standing(Rights.UNKNOWN, null, List.of(), List.of());

  /**
   * A registration or a renewal.
   *
   * @param number its normal form, or as printed where it has none
   * @param asPrinted as the source has it
   * @param date ISO, of effect, or null
   * @param renews the number of the registration that this renews, or null for a first one
   * @param isGroup whether it covers several books
   */
  public record Registration(
      String number, String asPrinted, String date, String renews, boolean isGroup)
      implements Serializable {}
}
