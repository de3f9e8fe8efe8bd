package dev.bookplate.report.load;

import java.util.Locale;

/**
 * What an importer would stumble over.
 *
 * @param file relative to the production
 * @param line of the load file, from 1; 0 for the file as a whole
 * @param column of the load file, from 1; 0 for the line as a whole
 * @param code what kind of problem
 * @param message one sentence
 */
public record Problem(String file, long line, int column, Code code, String message) {

  /** Kinds of problems, each with the number that it is known by. */
  public enum Code {
    /** There is no load file. */
    NO_LOAD_FILE(101),
    /** A load file is empty, or has a header only. */
    NO_ROWS(102),
    /** Without a byte order mark importers have to guess. */
    NO_MARK(103),
    /** Bytes that are not of the encoding. */
    ENCODING(104),
    /** The delimiter between values is not 0x14. */
    SEPARATOR(105),
    /** Values are qualified by another character than thorn. */
    QUALIFIER(106),
    /** A line does not end in CR LF. */
    LINE_END(107),
    /** The last line does not end: it would not be loaded. */
    LAST_LINE(108),
    /** A column without a name. */
    UNNAMED_COLUMN(109),
    /** A column that is there twice. */
    DUPLICATE_COLUMN(110),
    /** A column that every importer needs is missing. */
    MISSING_COLUMN(111),
    /** A row has more or fewer values than the header has columns. */
    COLUMN_COUNT(201),
    /** A qualifier without its other half. */
    OPEN_QUALIFIER(202),
    /** A qualifier inside a value. */
    STRAY_QUALIFIER(203),
    /** A control character in a value. */
    CONTROL_CHARACTER(204),
    /** A line without a value. */
    BLANK_LINE(205),
    /** Not CSV. */
    MALFORMED(206),
    /** An escape that stands for nothing. */
    ESCAPE(207),
    /** A document without a number. */
    NO_NUMBER(301),
    /** What is there is no number, or one of another prefix or width. */
    NUMBER_FORM(302),
    /** A number that is there already. */
    DUPLICATE_NUMBER(303),
    /** Numbers are left out. */
    NUMBER_GAP(304),
    /** Numbers go back. */
    NUMBER_ORDER(305),
    /** A document ends before it begins, or overlaps the next. */
    NUMBER_RANGE(306),
    /** A family that begins or ends nowhere. */
    FAMILY_OPEN(401),
    /** A family ends before it begins, or a document stands outside of its own. */
    FAMILY_RANGE(402),
    /** Two families overlap, or the members of one disagree. */
    FAMILY_OVERLAP(403),
    /** A parent that is not in the family, or a family without one. */
    FAMILY_PARENT(404),
    /** Not a day as the others are written. */
    DATE(501),
    /** Not a number. */
    NUMBER_VALUE(502),
    /** Not the digits of a digest. */
    DIGEST_FORM(503),
    /** A document without a text. */
    NO_TEXT(601),
    /** A file that is named and not there. */
    NO_FILE(602),
    /** A path that leads out of the production, or is not relative. */
    OUTSIDE(603),
    /** A file that is not named by its document's number. */
    FILE_NAME(604),
    /** A text that is not UTF-8. */
    TEXT_ENCODING(605),
    /** A file whose bytes are not those that the load file has the digest of. */
    FILE_DIGEST(606),
    /** A file that no row names. */
    UNNAMED_FILE(607),
    /** A row of another volume. */
    VOLUME(608),
    /** The log of the production is missing, or cannot be read. */
    NO_LOG(701),
    /** A file that the log does not have. */
    NOT_LOGGED(702),
    /** A file of the log that is not there. */
    LOGGED_ONLY(703),
    /** A file with other bytes than the log says. */
    LOG_DIGEST(704),
    /** The log's counts or numbers are not those of the load files. */
    LOG_COUNT(705),
    /** A designation that is not the production's. */
    DESIGNATION(706);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    /** As people are told it, such as {@code LF.0304 NUMBER_GAP}. */
    public String label() {
      return String.format(Locale.ROOT, "LF.%04d %s", number, name());
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, line %d, column %d, %s: %s", file, line, column, code.label(), message);
  }
}
