package dev.bookplate.extract;

import java.util.Locale;

/** Formats that text is read from. */
enum FileKind {
  TXT("plain text"),
  HTML("a web page"),
  EPUB("an EPUB"),
  HTMLZ("a zipped web page (HTMLZ)"),
  TXTZ("a zipped text (TXTZ)"),
  TEI("a TEI document"),
  PML("an eReader text (PML)"),
  PDF("a PDF"),
  DOCX("a Word document"),
  ODT("an OpenDocument text"),
  RTF("an RTF document"),
  FB2("a FictionBook"),
  MOBI("a Mobipocket or Kindle book"),
  PICTURE("a picture");

  private final String people;

  FileKind(String people) {
    this.people = people;
  }

  /** The short name: {@code epub}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in sentences: {@code an EPUB}. */
  String people() {
    return people;
  }

  /** What the extension of a file's name promises, or null. */
  static FileKind ofName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "txt", "text", "md", "markdown" -> TXT;
      case "html", "htm", "xhtml" -> HTML;
      case "epub" -> EPUB;
      case "htmlz" -> HTMLZ;
      case "txtz" -> TXTZ;
      case "pdf" -> PDF;
      case "docx" -> DOCX;
      case "odt" -> ODT;
      case "rtf" -> RTF;
      case "fb2" -> FB2;
      case "pml" -> PML;
      case "mobi", "azw", "azw3", "prc" -> MOBI;
      default -> null;
    };
  }
}
