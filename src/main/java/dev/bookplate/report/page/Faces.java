package dev.bookplate.report.page;

import dev.bookplate.report.VisibleText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The fonts at hand: those that are shipped, then those of folders that were named, in the order of
 * their names. No font of the system is used unasked, so that the same run gives the same pages
 * everywhere.
 */
public final class Faces implements Closeable {
  /** Latin, Greek, Cyrillic and Hebrew; PDFBox ships it. */
  private static final String FIRST = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final List<String> SHIPPED =
      List.of(
          "NotoNaskhArabic",
          "NotoSansArmenian",
          "NotoSansGeorgian",
          "NotoSansThai",
          "NotoSansLao",
          "NotoSansEthiopic",
          "NotoSansThaana",
          "NotoSansDevanagari",
          "NotoSansBengali",
          "NotoSansGujarati",
          "DroidSansFallback", // Chinese and Japanese
          "NanumSquareR"); // Korean

  /** Whose glyphs are chosen by rules that PDFBox knows. */
  private static final Set<String> SUBSTITUTING =
      Set.of("NotoSansDevanagari", "NotoSansBengali", "NotoSansGujarati");

  private static final int MOST_FILES = 2000;

  private final List<Face> faces = new ArrayList<>();
  private final List<Closeable> open = new ArrayList<>();
  private final List<Path> folders;
  private final Map<Integer, Face> known = new HashMap<>();
  private final Map<Integer, Long> missing = new TreeMap<>();
  private boolean searched;

  private Faces(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * Opens the fonts that are shipped.
   *
   * @param folders with more of them, which are looked into when something is missing
   */
  public static Faces open(List<Path> folders) throws IOException {
    Faces faces = new Faces(folders);
    faces.shipped(PDDocument.class.getResourceAsStream(FIRST), false);
    for (String name : SHIPPED) {
      faces.shipped(
          Faces.class.getResourceAsStream("fonts/" + name + ".ttf"), SUBSTITUTING.contains(name));
    }
    return faces;
  }

  private void shipped(InputStream in, boolean substitutes) throws IOException {
    if (in == null) {
      throw new IOException("a font of the program is not there: install it again");
    }
    try (in) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      open.add(font);
      faces.add(new Face(font, substitutes));
    }
  }

  /** The font that shows a character, or null where none has it. */
  Face of(int codePoint) throws IOException {
    Face face = known.get(codePoint);
    if (face == null && !known.containsKey(codePoint)) {
      face = find(codePoint);
      known.put(codePoint, face);
    }
    if (face == null) {
      missing.merge(codePoint, 1L, Long::sum);
    }
    return face;
  }

  /** The font for what no font has. */
  Face first() {
    return faces.get(0);
  }

  private Face find(int codePoint) throws IOException {
    for (Face face : faces) {
      if (face.has(codePoint)) {
        return face;
      }
    }
    if (!searched && matters(codePoint)) {
      searched = true;
      for (Path folder : folders) {
        search(folder);
      }
      return find(codePoint);
    }
    return null;
  }

  private void search(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Faces::isFont).sorted().limit(MOST_FILES).toList();
    }
    for (Path file : files) {
      try {
        open(file);
      } catch (IOException | RuntimeException unusable) {
        // what cannot be read as a font shows nothing; what is then missing is named
      }
    }
  }

  private void open(Path file) throws IOException {
    if (ending(file).equals("ttc")) {
      TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
      open.add(collection);
      collection.processAllFonts(this::add);
    } else {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
      open.add(font);
      add(font);
    }
  }

  /** Only outlines of TrueType can be embedded in part. */
  private void add(TrueTypeFont font) throws IOException {
    if (font.getTableMap().containsKey("glyf") && font.getOS2Windows() != null) {
      faces.add(new Face(font, false));
    }
  }

  private static boolean isFont(Path file) {
    return Files.isRegularFile(file) && List.of("ttf", "ttc").contains(ending(file));
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Letters, digits and marks carry the text; of pictures and signs their number is enough. */
  static boolean matters(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.LETTER_NUMBER;
  }

  /** How a sign that no font has is shown. */
  static String shown(int codePoint) {
    return VisibleText.number(codePoint);
  }

  /**
   * Refuses what could not be shown as it is.
   *
   * @throws MissingGlyphsException naming it
   */
  public void requireAll() throws IOException {
    Map<Integer, Long> letters = new TreeMap<>(missing);
    letters.keySet().removeIf(c -> !matters(c));
    if (!letters.isEmpty()) {
      throw new MissingGlyphsException(letters);
    }
  }

  /** A new document begins. */
  void leave() {
    faces.forEach(Face::leave);
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
  }
}
