package dev.bookplate.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Formats that are known by their bytes and not read, mostly e-books.
 *
 * @param at where the bytes stand
 * @param bytes the bytes, each as one character
 * @param people the format's name in sentences
 */
record Signature(int at, String bytes, String people) {
  private static final List<Signature> KNOWN =
      List.of(
          new Signature(60, "BOOKMOBI", "a Mobipocket or Kindle book (MOBI, AZW, AZW3)"),
          new Signature(60, "TEXtREAd", "a PalmDOC book (PDB, PRC)"),
          new Signature(60, "PNRdPPrs", "an eReader book (PDB)"),
          new Signature(60, "zTXTGPlm", "a zTXT book (PDB)"),
          new Signature(60, "PlkrData", "a Plucker book (PDB)"),
          new Signature(0, "TPZ", "a Kindle Topaz book (AZW1, TPZ)"),
          new Signature(0, "\u00eaDRMION\u00ee", "a Kindle book (KFX)"),
          new Signature(0, "CONT\2\0", "a Kindle book (KFX)"),
          new Signature(0, "ITOLITLS", "a Microsoft Reader book (LIT)"),
          new Signature(0, "L\0R\0F\0", "a Sony BroadBand book (LRF)"),
          new Signature(0, "\u00b0\f\u00b0\f", "a Rocket eBook (RB)"),
          new Signature(0, "!!8-Bit!!", "a Psion TCR book"),
          new Signature(0, "ITSF", "a compiled help file (CHM)"),
          new Signature(0, "AT&TFORM", "a DjVu document"),
          new Signature(0, "Rar!\u001a\7", "a RAR archive"),
          new Signature(0, "7z\u00bc\u00af'\u001c", "a 7z archive"),
          new Signature(257, "ustar", "a TAR archive"),
          new Signature(0, "WARC/", "a web archive (WARC)"),
          new Signature(0, "filedesc://", "a web archive (ARC)"),
          new Signature(0, "SQLite format 3\0", "an SQLite database"),
          new Signature(0, "PAR1", "a Parquet file"));

  /** The format that a file starts as, or null. */
  static Signature of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    for (Signature s : KNOWN) {
      if (text.startsWith(s.bytes, s.at)) {
        return s;
      }
    }
    return null;
  }

  /** Whether it is a Mobipocket container, whose header says whether it is locked. */
  boolean isMobi() {
    return at == 60 && (bytes.equals("BOOKMOBI") || bytes.equals("TEXtREAd"));
  }
}
