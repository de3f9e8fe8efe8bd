package dev.bookplate.traces;

import java.util.regex.Pattern;

/** How numbers of books are written, with their labels. Tried on some 300 characters only. */
final class NumberPatterns {
  private static final String DASH = "\\-\u2010-\u2015\u2212";
  private static final String BLANK = " \t\u00A0\u2009\u202F";

  /** Between the digits of a number that has a label. */
  private static final String GAP = "[" + BLANK + "]?[" + DASH + "~.\u00B7]?[" + BLANK + "]?";

  private static final String DIGIT = "[" + IsbnReading.CLASS + "]";
  private static final String NO_MORE = "(?![0-9A-Za-z])";

  /** One thing that may stand between an ISBN's label and its number, or between two numbers. */
  static final Pattern QUALIFIER =
      Pattern.compile(
          "(?iu)[\\s\u00A0:;,./#=()\\[\\]\u2013\u2014+|*-]{1,8}"
              + "|(?:1[03]|1[03]-digit|no|number|pbk|hbk|hc|tpb|hb|pb|hard(?:cover|back|bound)"
              + "|paper(?:back|bound)?|cloth|library|binding|lib|bdg|bound|trade|mass|market"
              + "|e-?book|digital|electronic|online|print|printed|epub|pdf|mobi|kindle|adobe"
              + "|reader|web|audio|set|vol|volume|edition|ed|ebk|alk|acid-free|case|the|of|for"
              + "|and|or|us|uk|international|large|first|new|rev|revised|original|softcover"
              + "|broch\u00E9|reli\u00E9|geb|kart|gb|br|[ivx]{1,4})(?![a-z0-9])");

  /** Engines read the first letter in several ways. */
  static final Pattern ISBN_LABEL =
      Pattern.compile(
          "(?i)(?:(?<![a-z])[ep]-?)?[i1l|!\u0130\u0131]SBN(?:s|["
              + DASH
              + "_ ]?1[03](?![0-9]))?(?![a-z])");

  static final Pattern THIRTEEN =
      Pattern.compile("(" + DIGIT + "(?:" + GAP + DIGIT + "){12})" + NO_MORE);

  static final Pattern TEN =
      Pattern.compile(
          "("
              + DIGIT
              + "(?:"
              + GAP
              + DIGIT
              + "){8}"
              + GAP
              + "["
              + IsbnReading.CLASS
              + "Xx])"
              + NO_MORE);

  /** What separates digits. */
  static final Pattern SEPARATORS = Pattern.compile("[" + BLANK + DASH + "~.\u00B7]+");

  /** Thirteen digits without a label, in the groups in which ISBNs are printed. */
  static final Pattern ISBN_BARE =
      Pattern.compile(
          "(?<![0-9A-Za-z]|[0-9]["
              + DASH
              + ".])"
              + "(97[89](?:[0-9]{10}|(["
              + DASH
              + "])[0-9]{10}"
              + "|(["
              + DASH
              + BLANK
              + "])[0-9]{1,5}\\3[0-9]{1,7}\\3[0-9]{1,6}\\3[0-9])"
              + "|9 7[89][0-9]{4} [0-9]{6})"
              + "(?![0-9A-Za-z]|["
              + DASH
              + ".][0-9])");

  static final Pattern ASIN =
      Pattern.compile(
          "(?i:\\bASIN|(?<![a-z])amazon(?:_[a-z]{2,3})?(?=:)|amazon\\.[a-z.]{2,6}/\\S{0,80}?"
              + "(?:dp|gp/product|asin|product)/)"
              + "[\\s:#=/]{0,3}(B[0-9A-Z]{9})(?![0-9A-Za-z])");

  /** Names of files have it in brackets, without a label. */
  static final Pattern ASIN_IN_NAME = Pattern.compile("[\\[(](B0[0-9A-Z]{8})[\\])]");

  static final Pattern DOI =
      Pattern.compile(
          "(?<![0-9A-Za-z.])(?:(?i:doi)(?i:\\.org/|[\\s:=]{1,3}))?(?<![0-9A-Za-z.])"
              + "(10\\.[0-9]{4,9}/[^\\s\"<>{}|\\\\^`\u201C\u201D]{1,200})");

  static final Pattern LCCN =
      Pattern.compile(
          "(?i)(?:\\bLCCN\\b|lccn\\.loc\\.gov/|Library\\s+of\\s+Congress"
              + "(?:\\s+(?:control|catalogu?e?|cataloging|card|data|[-]?in[-]publication)){0,5}"
              + "\\s+(?:number|num\\.?|no\\.?|nr\\.?|#)|\\bLC(?:\\s+(?:control|catalogu?e?|card)){1,3}"
              + "\\s+(?:number|no\\.?)|\\bL\\.?\\s?C\\.?\\s?C\\.?\\s?(?:no\\.?|number))[\\s:.#]{0,4}([a-z]{0,3}"
              + " ?(?:[0-9]{8}(?:[0-9]{2})?|[0-9]{2}(?:[0-9]{2})?[ "
              + DASH
              + "][0-9]{1,6}))"
              + NO_MORE);

  static final Pattern OCLC =
      Pattern.compile(
          "(?i)(?:\\bOCLC(?:[ /]{0,2}(?:control|accession|record|number|num|no)\\.?){0,3}"
              + "|\\(OCoLC\\)|worldcat\\.org/(?:title/[^\\s/]{0,90}/)?oclc/)"
              + "[\\s:#.=-]{0,3}(?:oc[mn]|on)?([0-9]{4,14})"
              + NO_MORE
              + "|(?<![A-Za-z0-9])(oc[mn][0-9]{8,10}|on[0-9]{10})"
              + NO_MORE);

  /** In a form that no address or telephone has. */
  static final Pattern REGISTRATION =
      Pattern.compile(
          "(?<![0-9A-Za-z])(TX(?:[ "
              + DASH
              + "]?[0-9]{1,2}([- ])[0-9]{3}\\2[0-9]{3}|000[0-9]{7})"
              + "|TX[uU](?:[ "
              + DASH
              + "]?(?:[0-9]{1,2}-)?[0-9]{3}-[0-9]{3}|00[0-9]{7}))"
              + "(?![ -]?[0-9]|[A-Za-z])");

  /** Behind words that say what it is. */
  static final Pattern REGISTRATION_LABELLED =
      Pattern.compile(
          "(?i:registration|registered|regist\\.|reg\\.|copyright\\s+office|copyright\\s+no)"
              + "[^0-9\\n]{0,40}?(?<![0-9A-Za-z])((?:TX|PA|VA|SR)[uU]?[ "
              + DASH
              + "]?(?:[0-9]{1,3}(?:[- ][0-9]{3}){1,2}|[0-9]{5,10}))"
              + "(?![ -]?[0-9]|[A-Za-z])");

  static final Pattern RENEWAL =
      Pattern.compile(
          "(?i:renew(?:al|ed))[^0-9\\n]{0,40}?(?<![0-9A-Za-z])(RE?[ "
              + DASH
              + "]?(?:[0-9]{1,4}-[0-9]{3}|[0-9]{4,7}))(?![ -]?[0-9]|[A-Za-z])");

  private NumberPatterns() {}
}
