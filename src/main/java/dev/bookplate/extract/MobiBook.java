package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A Mobipocket or Kindle book, old (MOBI 6) and new (KF8, AZW3), or a PalmDOC text. Of a file that
 * holds both forms the newer is read. In a KF8 book the frames of the pages come before what stands
 * in them, which is in reading order; so it is read as it stands.
 *
 * <p>The text is what is made of it; the form, {@code mobi6}, {@code kf8} or {@code palmdoc},
 * stands in the reader's name.
 */
final class MobiBook {
  private static final int MOBI = 0x4D4F4249;
  private static final int EXTH = 0x45585448;
  private static final int FDST = 0x46445354;
  private static final Pattern HEAD =
      Pattern.compile("<head[\\s>].*?</head>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Parts the pages of the old form; in the new one it is put where they begin. */
  private static final String PART = "mbp:pagebreak";

  private static final int PALMDOC = 2;
  private static final int HUFF_CDIC = 17480;
  private static final int UTF_8 = 65001;

  /** Longest record that is believed; the formats have 4,096 bytes. */
  private static final int LONGEST_RECORD = 1 << 20;

  /** The parts of a header that text hangs on. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Header(int number, byte[] record) {
    int of(int at, int length) {
      return PalmDatabase.number(record, at, length);
    }

    boolean isMobi() {
      return of(16, 4) == MOBI;
    }

    boolean isKf8() {
      return isMobi() && of(36, 4) == 8;
    }

    /** Which data stand behind the text of each record. */
    int trailers() {
      return isMobi() && of(20, 4) >= 0xE4 ? of(242, 2) : 0;
    }

    Charset charset() {
      return of(28, 4) == UTF_8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }
  }

  private int parts;

  private MobiBook() {}

  static Extracted of(byte[] bytes, PlainText plainText, long maxBytes) throws ExtractionException {
    PalmDatabase file = PalmDatabase.of(bytes);
    Header first = new Header(0, file.record(0));
    Map<Integer, List<byte[]>> exth = exth(first);
    Header header = newest(file, first, exth);
    if (first.of(12, 2) != 0 || header.of(12, 2) != 0) {
      throw new ExtractionException(
          Reason.DRM, "recognised as a Mobipocket or Kindle book with DRM: its text is locked");
    }
    byte[] raw = raw(file, header, maxBytes);
    if (!first.isMobi()) {
      MarkedText text = new MarkedText();
      text.out().append(plainText.decode(raw));
      return extracted(text, "palmdoc", titled(file.name()));
    }
    Charset charset = header.charset();
    // a KF8 book is page after page, each with a head of its own
    String pages =
        HEAD.matcher(new String(flow(file, header, raw), charset)).replaceAll("<" + PART + "/>");
    Document page = Jsoup.parse(pages);
    MarkedText text = new MarkedText();
    Markup.append(page, new MobiBook()::part, text);
    return extracted(text, header.isKf8() ? "kf8" : "mobi6", metadata(first, exth, charset));
  }

  private static Extracted extracted(MarkedText text, String form, Extracted.Metadata metadata) {
    return new Extracted(
        text.text(),
        Extractor.OURS + form,
        FileKind.MOBI.label(),
        metadata,
        text.places(),
        List.of());
  }

  /** What begins after a page break of the old form, or is a page of the new one. */
  private String part(Element element) {
    boolean begins = element.normalName().equals(PART);
    parts += begins ? 1 : 0;
    return begins ? "part " + parts : null;
  }

  /** The header of the newer form, where a file says that it holds one. */
  private static Header newest(PalmDatabase file, Header first, Map<Integer, List<byte[]>> exth)
      throws ExtractionException {
    List<byte[]> boundary = exth.getOrDefault(121, List.of());
    int number = boundary.isEmpty() ? -1 : PalmDatabase.number(boundary.get(0), 0, 4);
    return number > 0 && number < file.records() ? new Header(number, file.record(number)) : first;
  }

  private static byte[] raw(PalmDatabase file, Header header, long maxBytes)
      throws ExtractionException {
    HuffCdic code =
        header.of(0, 2) == HUFF_CDIC
            ? new HuffCdic(
                file, header.number + header.of(112, 4), header.of(116, 4), LONGEST_RECORD)
            : null;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int records = header.of(8, 2);
    for (int i = 1; i <= records; i++) {
      byte[] packed = withoutTrailers(file.record(header.number + i), header.trailers());
      switch (header.of(0, 2)) {
        case 1 -> out.writeBytes(packed);
        case PALMDOC -> out.writeBytes(PalmDoc.unpack(packed));
        case HUFF_CDIC -> out.writeBytes(code.unpack(packed));
        default ->
            throw new ExtractionException(
                Reason.UNSUPPORTED,
                "packed by method " + header.of(0, 2) + ", which is not known; convert it first");
      }
      if (out.size() > maxBytes) {
        throw new ExtractionException(Reason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
      }
    }
    long told = header.of(4, 4) & 0xFFFFFFFFL;
    if (out.size() < told) {
      throw new ExtractionException(
          Reason.CORRUPT,
          "it says that its text has "
              + told
              + " bytes, and there are "
              + out.size()
              + "; get the file anew");
    }
    return Arrays.copyOf(out.toByteArray(), (int) told);
  }

  /** Each kind of data has its length in its last bytes; the first kind are parts of a letter. */
  private static byte[] withoutTrailers(byte[] record, int kinds) {
    int end = record.length;
    for (int kind = kinds >>> 1; kind != 0; kind >>>= 1) {
      if ((kind & 1) != 0) {
        end -= lengthBefore(record, end);
      }
    }
    if ((kinds & 1) != 0 && end > 0) {
      end -= (record[end - 1] & 3) + 1;
    }
    return Arrays.copyOf(record, Math.max(0, end));
  }

  /** Seven bits a byte, the lowest last; the first of them has its high bit set. */
  private static int lengthBefore(byte[] record, int end) {
    int length = 0;
    int shift = 0;
    for (int at = end - 1; at >= 0 && shift < 28; at--) {
      length |= (record[at] & 0x7F) << shift;
      shift += 7;
      if ((record[at] & 0x80) != 0) {
        break;
      }
    }
    return length;
  }

  /** Of a KF8 book the first flow; the others are styles and drawings. */
  private static byte[] flow(PalmDatabase file, Header header, byte[] raw)
      throws ExtractionException {
    int number = header.isKf8() ? header.number + header.of(192, 4) : -1;
    if (number <= 0 || number >= file.records()) {
      return raw;
    }
    byte[] flows = file.record(number);
    if (PalmDatabase.number(flows, 0, 4) != FDST || PalmDatabase.number(flows, 8, 4) < 1) {
      return raw;
    }
    int end = PalmDatabase.number(flows, 16, 4);
    return end > 0 && end <= raw.length ? Arrays.copyOf(raw, end) : raw;
  }

  private static Map<Integer, List<byte[]>> exth(Header header) {
    Map<Integer, List<byte[]>> fields = new HashMap<>();
    int at = 16 + header.of(20, 4);
    boolean has = header.isMobi() && (header.of(128, 4) & 0x40) != 0;
    if (!has || at < 16 || at > header.record.length || header.of(at, 4) != EXTH) {
      return fields;
    }
    int count = header.of(at + 8, 4);
    at += 12;
    for (int i = 0; i < count; i++) {
      int length = header.of(at + 4, 4);
      if (length < 8 || length > header.record.length - at) {
        break;
      }
      fields
          .computeIfAbsent(header.of(at, 4), t -> new ArrayList<>())
          .add(Arrays.copyOfRange(header.record, at + 8, at + length));
      at += length;
    }
    return fields;
  }

  private static Extracted.Metadata titled(String title) {
    return new Extracted.Metadata(
        title.isEmpty() ? null : title, List.of(), List.of(), null, null, null, null);
  }

  private static Extracted.Metadata metadata(
      Header header, Map<Integer, List<byte[]>> exth, Charset charset) {
    int from = header.of(84, 4);
    int length = header.of(88, 4);
    boolean named = from > 0 && length > 0 && from <= header.record.length - length;
    String full = named ? new String(header.record, from, length, charset).strip() : null;
    String title = one(exth, 503, charset);
    List<String> identifiers = new ArrayList<>(all(exth, 104, charset));
    all(exth, 113, charset).stream()
        .filter(asin -> asin.matches("[0-9A-Z]{10}")) // converters put numbers of their own there
        .forEach(asin -> identifiers.add("ASIN:" + asin));
    return new Extracted.Metadata(
        title == null ? full : title,
        all(exth, 100, charset),
        List.copyOf(identifiers),
        one(exth, 524, charset),
        one(exth, 101, charset),
        one(exth, 106, charset),
        one(exth, 109, charset),
        new Stamps(
            Stream.concat(
                    Stamps.all("contributor", all(exth, 108, charset)),
                    Stamps.all("source", all(exth, 112, charset)))
                .toList(),
            List.of()));
  }

  private static String one(Map<Integer, List<byte[]>> exth, int field, Charset charset) {
    return all(exth, field, charset).stream().findFirst().orElse(null);
  }

  private static List<String> all(Map<Integer, List<byte[]>> exth, int field, Charset charset) {
    return exth.getOrDefault(field, List.of()).stream()
        .map(b -> new String(b, charset).strip())
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
