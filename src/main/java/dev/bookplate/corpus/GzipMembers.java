package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * A web archive that is packed with gzip, a member a record: behind a member that is damaged it
 * goes on at the next that unpacks to the start of a record. Belongs to one thread, but for the
 * streams that it gives away, of which the one before has ended when the next is asked for.
 */
final class GzipMembers implements WebRecords.Rest {
  private static final int[] SIGNATURE = {0x1F, 0x8B, 8};
  private static final int START = 16;

  private final Source source;
  private final Predicate<String> isRecord;
  private long from;
  private GzipStream current;

  /**
   * The members of a file.
   *
   * @param isRecord whether the first characters of a member begin a record
   */
  GzipMembers(Source source, Predicate<String> isRecord) {
    this.source = source;
    this.isRecord = isRecord;
  }

  /** The unpacked bytes up to the first damage. */
  InputStream open() {
    return new Unpacked(() -> at(from));
  }

  private InputStream at(long place) throws IOException {
    InputStream in = source.open();
    try {
      in.skipNBytes(place);
      current = new GzipStream(in);
      return current;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public WebRecords.Found after(long offset) {
    if (current == null) {
      return null;
    }
    long damaged = from + current.memberStart();
    try {
      for (long at = next(damaged + 1); at >= 0; at = next(at + 1)) {
        if (isRecord.test(start(at))) {
          from = at;
          return new WebRecords.Found(
              new ByteWindow(open(), offset),
              "bytes " + damaged + " to " + at + " of the packed file are lost");
        }
      }
    } catch (IOException e) {
      // the file itself cannot be read on, or was read once and is gone
    }
    return null;
  }

  /** The next place where a member may begin, or -1. */
  private long next(long place) throws IOException {
    try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
      in.skipNBytes(place);
      int matched = 0;
      long at = place;
      for (int b = in.read(); b >= 0; b = in.read()) {
        at++;
        matched = b == SIGNATURE[matched] ? matched + 1 : b == SIGNATURE[0] ? 1 : 0;
        if (matched == SIGNATURE.length) {
          return at - matched;
        }
      }
      return -1;
    }
  }

  private String start(long place) {
    try (InputStream in = source.open()) {
      in.skipNBytes(place);
      return new String(new GzipStream(in).readNBytes(START), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // no member after all
    }
  }
}
