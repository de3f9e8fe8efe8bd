package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.digests.FileDigests;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.catalogue.rows.Identifier;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What digests of a file say of a row, alone and together. */
class ByteHitsTest {
  private static final String A = "a".repeat(32);
  private static final String B = "b".repeat(40);
  private static final String C = "c".repeat(64);
  private static final String D = "d".repeat(8);
  private static final String E = "e".repeat(32);

  /** One row, found by any of its digests. */
  private record OneRow(FileFacts file) implements KnownBooks {
    @Override
    public Set<Digest> digestKinds() {
      return EnumSet.allOf(Digest.class);
    }

    @Override
    public List<KnownBook> withDigest(Digest kind, String hex) {
      Work work =
          new Work(
              "w",
              "T",
              List.of(),
              List.of(),
              null,
              null,
              null,
              null,
              List.of(),
              Rights.UNKNOWN,
              null);
      return hex.equals(file.digests().get(kind))
          ? List.of(
              new KnownBook(
                  "k",
                  BookNames.NONE,
                  file,
                  "row 1",
                  () -> new Finding.Reference(work, null, "list", null)))
          : List.of();
    }

    @Override
    public List<KnownBook> withIdentifier(Identifier identifier) {
      return List.of();
    }

    @Override
    public List<KnownBook> titled(BookNames said) {
      return List.of();
    }

    @Override
    public List<KnownBook> called(BookNames said) {
      return List.of();
    }

    @Override
    public List<KnownBook> nearly(BookNames said) {
      return List.of();
    }
  }

  private static final FileDigests FILE =
      new FileDigests(
          7,
          Map.of(
              Digest.MD5, List.of(A),
              Digest.SHA1, List.of(B),
              Digest.SHA256, List.of(C),
              Digest.CRC32, List.of(D),
              Digest.ED2K, List.of("f".repeat(32), E)));

  private static String rule(long size, Map<Digest, String> row) throws IOException {
    FileFacts facts = new FileFacts(null, null, size, row);
    List<Hit> hits = new ByteHits(new OneRow(facts)).of(FILE, "the file");
    return hits.isEmpty() ? "none" : hits.getFirst().rule().label();
  }

  @Test
  void eachDigestHasItsWeight() throws IOException {
    assertEquals("same-sha256", rule(-1, Map.of(Digest.SHA256, C)));
    assertEquals("same-md5", rule(-1, Map.of(Digest.MD5, A)));
    assertEquals("same-sha1", rule(7, Map.of(Digest.SHA1, B)));
    assertEquals("same-ed2k", rule(-1, Map.of(Digest.ED2K, E)));
    assertEquals("two-digests", rule(-1, Map.of(Digest.ED2K, E, Digest.MD5, A)));
    assertEquals("same-md5", rule(-1, Map.of(Digest.CRC32, D, Digest.MD5, A)));
  }

  @Test
  void crc32NeedsTheSize() throws IOException {
    assertEquals("crc32-and-size", rule(7, Map.of(Digest.CRC32, D)));
    assertEquals("none", rule(-1, Map.of(Digest.CRC32, D)));
    assertEquals("none", rule(8, Map.of(Digest.CRC32, D)));
  }

  @Test
  void whatDisagreesIsNoMoreThanALead() throws IOException {
    assertEquals("digests-disagree", rule(-1, Map.of(Digest.MD5, A, Digest.SHA1, "0".repeat(40))));
    assertEquals("digests-disagree", rule(9, Map.of(Digest.MD5, A)));
    assertEquals("same-sha256", rule(7, Map.of(Digest.SHA256, C, Digest.MD5, "0".repeat(32))));
    assertEquals("none", rule(7, Map.of(Digest.CRC32, D, Digest.MD5, "0".repeat(32))));
  }

  @Test
  void theEvidenceNamesWhatAgreesAndWhatDoesNot() throws IOException {
    FileFacts facts =
        new FileFacts(null, null, 9, Map.of(Digest.MD5, A, Digest.SHA1, "0".repeat(40)));
    Hit hit = new ByteHits(new OneRow(facts)).of(FILE, "the file").getFirst();
    assertEquals(
        "[of the file, agree md5, differ sha1, md5 "
            + A
            + ", fileSha256 "
            + C
            + ", size 7, rowSize 9, row row 1]",
        hit.evidence().detail().stream().map(d -> d.name() + " " + d.value()).toList().toString());
  }
}
