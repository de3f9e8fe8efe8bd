package dev.bookplate.catalogue.rows;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a table may be of, and what such columns are called in several languages. */
public enum BookColumn {
  /** The book's main title. */
  TITLE(
      """
      title|book title|main title|title proper|full title|work title|title of work|titel|buchtitel
      |haupttitel|titre|titre du livre|titulo|titulo principal|titolo|tytul|nazev|nimi|nimeke
      |tittel|boktitel|cim|titlu|naslov|baslik|kitap adi|τιτλος|название|заглавие|наименование
      |назва|書名|书名|タイトル|題名|제목|도서명|서명|عنوان|العنوان|כותר|titl\
      """),
  /** What stands behind it. */
  SUBTITLE(
      """
      subtitle|sub title|untertitel|sous titre|subtitulo|sottotitolo|podtytul|podnazev|undertitel
      |ondertitel|подзаголовок|副書名|副标题|サブタイトル|副題|부제\
      """),
  /** One or more who wrote it; several columns may be of them. */
  AUTHOR(
      """
      author|authors|author s|author name|authors name|writer|creator|creators|by|autor|autoren
      |autorin|autor in|verfasser|verfasserin|urheber|auteur|auteurs|auteur s|autores|autor es|autore
      |autori|autorzy|forfatter|forfattare|kirjailija|tekija|tekijat|szerzo|yazar|συγγραφεας|автор
      |авторы|作者|著者|著者名|저자|지은이|المؤلف|מחבר|auth|author 1|author 2|author 3|author 4
      |contributor|contributors\
      """),
  /** Family name of the author. */
  AUTHOR_LAST(
      """
      author last name|author lastname|last name|lastname|surname|author surname|family name
      |nachname|familienname|nom|nom de famille|apellido|apellidos|cognome|nazwisko|фамилия\
      """),
  /** Given name of the author. */
  AUTHOR_FIRST(
      """
      author first name|author firstname|first name|firstname|given name|forename|vorname|prenom
      |nombre del autor|nome|imie|имя\
      """),
  /** Series; its number may stand in another column. */
  SERIES(
      """
      series|series title|series name|reihe|serie|buchreihe|collection|coleccion|colecao|collana
      |seria|reeks|sarja|серия|シリーズ|叢書|丛书|총서\
      """),
  /** Number of the volume in its series. */
  VOLUME(
      "volume|vol|volume number|series number|number in"
          + " series|band|bandnummer|tome|tomo|tom|том|巻"),
  /** Publisher. */
  PUBLISHER(
      """
      publisher|publisher name|publishing house|verlag|verlagsname|editeur|maison d edition|editorial
      |editora|editore|casa editrice|wydawca|wydawnictwo|nakladatel|forlag|forlaget|kustantaja|kiado
      |uitgever|uitgeverij|yayinevi|εκδοτης|издательство|издатель|出版社|出版者|発行者|출판사|الناشر\
      """),
  /** Imprint, where it stands beside the publisher. */
  IMPRINT("imprint|imprint name|marque|sello|marchio"),
  /** Year or date of publication. */
  YEAR(
      """
      year|publication year|year of publication|pub year|pubyear|publication date|pub date|pubdate
      |date of publication|publish date|published|date published|release date|issued|date
      |first published|copyright year|jahr|erscheinungsjahr|erscheinungsdatum|erscheinungstermin
      |annee|annee de publication|date de parution|date de publication|parution|ano|ano de
      publicacion|fecha de publicacion|fecha|ano de publicacao|data de publicacao|anno|anno di
      pubblicazione|data di pubblicazione|rok|rok wydania|data wydania|utgivningsar|utgivelsesar|ar
      |julkaisuvuosi|jaar|verschijningsdatum|yayin yili|год|год издания|год публикации|дата выхода
      |出版年|出版日期|発行年|発売日|刊行年|출판년도|발행일|출간일|سنة النشر\
      """),
  /** Language of the text. */
  LANGUAGE(
      """
      language|lang|language code|languages|sprache|langue|idioma|lingua|jezyk|jazyk|sprak|taal|kieli
      |dil|γλωσσα|язык|語言|语言|言語|언어|اللغة\
      """),
  /** ISBNs; several columns may be of them. */
  ISBN(
      """
      isbn|isbns|isbn s|isbn 13|isbn 10|isbn13|isbn10|eisbn|e isbn|ebook isbn|e book isbn|print isbn
      |pisbn|p isbn|hardcover isbn|paperback isbn|hardback isbn|epub isbn|pdf isbn|isbn ebook
      |isbn print|isbn number|isbn nummer|numero isbn|isbn epub|isbn pdf|isbn hardcover
      |isbn paperback|ean|ean 13|ean13|gtin|gtin 13|국제표준도서번호|isbn номер\
      """),
  /** Amazon's number. */
  ASIN("asin|amazon asin|kindle asin|amazon id"),
  /** WorldCat's number. */
  OCLC("oclc|oclc number|oclc no|oclc num|oclc nr|worldcat|ocn"),
  /** Of the Library of Congress. */
  LCCN("lccn|lc control number|library of congress control number|loc number"),
  /** Digital object identifier. */
  DOI("doi"),
  /** Who holds the rights. */
  HOLDER(
      """
      holder|rights holder|rightsholder|rights owner|copyright owner|copyright holder|copyright
      claimant|claimant|claimants|claimant name|owner|rechteinhaber|rechteinhaberin|ayant droit
      |ayants droit|titulaire des droits|titular|titular de los derechos|titolare dei diritti
      |правообладатель|著作権者|저작권자\
      """),
  /** Registration numbers at the US Copyright Office. */
  REGISTRATION(
      """
      registration|registrations|registration number|registration no|registration numbers|reg number
      |reg no|regnum|reg num|copyright registration|copyright registration number|copyright number
      |copyright reg no|us copyright registration number|tx number|registration number s|copyright no
      |original registration number\
      """),
  /** Effective date of the registration. */
  REGISTRATION_DATE(
      """
      registration date|reg date|date of registration|effective date of registration|effective date
      |effective registration date|registered|regdate|copyright registration date\
      """),
  /** Number of the renewal. */
  RENEWAL(
      """
      renewal|renewal number|renewal no|renewal id|renewal registration number|renewal registration\
      """),
  /** Date of the renewal. */
  RENEWAL_DATE("renewal date|date of renewal|renewed|renewal registration date"),
  /** Whether the registration covers several books. */
  GROUP("group|group registration|is group|group reg|reg is group"),
  /** What the list itself calls the book. */
  ID(
      "id|text id|text|record id|record number|internal id|work id|book id|key|nr|no|num|number|lfd"
          + " nr"),
  /** Path or name of a file. */
  FILE("file|filename|file name|filepath|file path|path|locator|dateiname|datei|fichier|archivo"),
  /** Kind of the file. */
  EXTENSION("extension|file extension|file format|format|dateiformat|filetype|file type"),
  /** Its size in bytes. */
  SIZE("size|filesize|file size|size bytes|bytes|dateigrosse"),
  /** Digest of the file. */
  MD5("md5|md5 hash|md5sum|md5 checksum|file md5"),
  /** Digest of the file. */
  SHA1("sha1|sha 1|sha1 hash|sha1sum"),
  /** Digest of the file. */
  SHA256("sha256|sha 256|sha256 hash|sha256sum"),
  /** Edition, as words. */
  EDITION("edition|edition number|auflage|ausgabe|edicion|edicao|edizione|wydanie|издание|版|판"),
  /** What it says of rights, as words. */
  RIGHTS(
      """
      rights|rights status|copyright status|license|licence|usage rights|rechte|lizenz|droits|licencia
      |territory|territories|sales territory|verkaufsgebiet|territoire|territorio\
      """),
  /** Reservation against text and data mining. */
  TDM("tdm|tdm reservation|tdm reserved|text and data mining|tdm opt out|ai opt out|opt out");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Map<String, BookColumn> BY_HEADER = byHeader();

  private final String headers;

  BookColumn(String headers) {
    this.headers = headers;
  }

  private static Map<String, BookColumn> byHeader() {
    Map<String, BookColumn> table = new HashMap<>();
    for (BookColumn column : values()) {
      for (String header : column.headers.split("\\|", -1)) {
        table.putIfAbsent(plain(header), column);
      }
    }
    return Map.copyOf(table);
  }

  /** The name for {@code --map}: lower case, words joined by hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The column of a label. */
  static Optional<BookColumn> of(String label) {
    for (BookColumn column : values()) {
      if (column.label().equals(label.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** What a header is usually of. */
  static Optional<BookColumn> guess(String header) {
    return Optional.ofNullable(BY_HEADER.get(plain(header)));
  }

  /** Without case, accents and anything but letters and digits, single blanks between words. */
  static String plain(String header) {
    String bare = MARKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFKD)).replaceAll("");
    return OTHERS
        .matcher(
            bare.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ł", "l").replace("ø", "o"))
        .replaceAll(" ")
        .strip();
  }

  /** Whether several columns of a table may be of it. */
  boolean isMany() {
    return this == ISBN || this == AUTHOR || this == RIGHTS || this == REGISTRATION;
  }
}
