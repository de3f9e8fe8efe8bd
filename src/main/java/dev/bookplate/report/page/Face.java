package dev.bookplate.report.page;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One font: what it has, how wide that is, and its subset in a document. Widths are in ems. */
final class Face {
  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final float em;
  private final Map<Integer, Float> widths = new HashMap<>();
  private final Map<Integer, Float> middles = new HashMap<>();
  private PDType0Font embedded;

  /**
   * Of a font.
   *
   * @param substitutes whether its own rules choose glyphs, as scripts of India need
   */
  Face(TrueTypeFont font, boolean substitutes) throws IOException {
    this.font = font;
    font.setEnableGsub(substitutes);
    glyphs = font.getUnicodeCmapLookup(false);
    em = font.getUnitsPerEm();
  }

  /** Its name, for those who want to know what a page was made with. */
  String name() throws IOException {
    return font.getName();
  }

  boolean has(int codePoint) {
    return glyphs != null && glyphs.getGlyphId(codePoint) != 0;
  }

  float width(int codePoint) throws IOException {
    Float width = widths.get(codePoint);
    if (width == null) {
      width = font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / em;
      widths.put(codePoint, width);
    }
    return width;
  }

  /** Where the middle of what is drawn lies, from where the pen is. */
  float middle(int codePoint) throws IOException {
    Float middle = middles.get(codePoint);
    if (middle == null) {
      GlyphData data = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
      middle =
          data == null || data.getBoundingBox() == null
              ? 0f
              : (data.getBoundingBox().getLowerLeftX() + data.getBoundingBox().getUpperRightX())
                  / (2 * em);
      middles.put(codePoint, middle);
    }
    return middle;
  }

  /** In a document, which is the same at every call. */
  PDType0Font in(PDDocument document) throws IOException {
    if (embedded == null) {
      embedded = PDType0Font.load(document, font, true);
    }
    return embedded;
  }

  /** Forgets the document that it was in. */
  void leave() {
    embedded = null;
  }
}
