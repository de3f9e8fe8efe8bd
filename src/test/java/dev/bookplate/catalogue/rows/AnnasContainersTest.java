package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnnasContainersTest {
  private static final String MD5 = "0123456789abcdef0123456789abcdef";

  private static Outcomes read(String lines) throws IOException {
    return Outcomes.of(new AnnasContainers(), lines);
  }

  private static String line(String collection, String id, String metadata) {
    return "{\"aacid\":\"aacid__%s__20230808T014342Z__%sURsJNGy5CjokTsNT6hUmmj\",\"metadata\":%s}\n"
        .formatted(collection, id.isEmpty() ? "" : id + "__", metadata);
  }

  @Test
  void readsZlibraryRecordsAndFilesUnderOneKey() throws IOException {
    Outcomes all =
        read(
            line(
                    "zlib3_records",
                    "12",
                    """
                    {"zlibrary_id":12,"extension":"epub","filesize_reported":34,"md5_reported":"%s","title":"Fen","author":"Ada Quill, Tom Marsh","year":"2022","isbns":["B0B6HNHVV9","9780306406157"],"removed":1}\
                    """
                        .formatted(MD5))
                + line("zlib3_files", "12", "{\"zlibrary_id\":\"12\",\"md5\":\"" + MD5 + "\"}"));
    BookRow record = all.rows().get(0);
    assertEquals("zlib:12", record.key());
    assertEquals("[asin:B0B6HNHVV9, isbn:9780306406157]", record.identifiers().toString());
    assertEquals(List.of("Ada Quill", "Tom Marsh"), record.names().authors());
    assertEquals(List.of("md5: as reported", "removed: 1"), record.standing().notes());
    assertEquals("2023-08-08", record.asOf());
    assertEquals(MD5, ReportedDigest.md5(record));
    assertEquals("zlib:12", all.rows().get(1).key());
    assertEquals(null, ReportedDigest.md5(all.rows().get(1)));
    assertEquals(MD5, all.rows().get(1).file().digests().get(Digest.MD5));
    assertEquals(1, all.rows().get(1).place().row());
  }

  @Test
  void rejectsMissingRecords() throws IOException {
    Outcomes all = read(line("zlib3_records", "3", "{\"zlibrary_id\":3,\"missing\":1}"));
    assertTrue(all.rejected().get(0).reason().contains("record 3 is missing"), all.toString());
  }

  @Test
  void takesMetadataThatIsAString() throws IOException {
    BookRow row =
        read(line(
                "duxiu_records",
                "d1",
                "\"{\\\"title\\\":\\\"Fen\\\",\\\"isbn\\\":\\\"0306406152\\\"}\""))
            .only();
    assertEquals("aa:duxiu_records:d1", row.key());
    assertEquals("Fen", row.names().title());
    assertEquals(1, row.identifiers().size());
  }

  @Test
  void saysWhichCollectionIsNotKnown() throws IOException {
    Outcomes all = read(line("odd_things", "", "{\"colour\":\"red\"}"));
    assertTrue(all.rejected().get(0).reason().contains("odd_things is not known"), all.toString());
  }

  @Test
  void readsUploadsByTheirOwnTitleOrTheirName() throws IOException {
    String facts =
        "{\"md5\":\"%s\",\"crc32\":255,\"filesize\":9,\"filepath\":\"Quill, Ada - The"
            + " Fen.epub\",\"file_type\":\"epub\",\"exiftool_output\":{%s}}";
    Outcomes all =
        read(
            line(
                    "upload_records_misc",
                    "1",
                    facts.formatted(MD5, "\"Title\":\"Microsoft Word - x.doc\""))
                + line(
                    "upload_records_misc",
                    "1",
                    facts.formatted(MD5, "\"Title\":\"Salt\",\"Creator\":[\"A\",\"B\"]")));
    assertEquals(List.of("The Fen", "Salt"), all.titles());
    assertEquals("aa-upload:md5:" + MD5, all.rows().get(0).key());
    assertEquals("000000ff", all.rows().get(0).file().digests().get(Digest.CRC32));
    assertEquals(List.of("A", "B"), all.rows().get(1).names().authors());
  }

  @Test
  void readsItemsOfTheInternetArchive() throws IOException {
    BookRow row =
        read(line(
                "ia2_records",
                "",
                """
                {"ia_id":"fen00quil","metadata_json":{"metadata":{"title":"Fen","creator":["Quill, Ada"],"isbn":"0306406152","oclc-id":"007","external-identifier":["urn:oclc:record:9"],"date":"2006-03-01","language":"eng"}}}\
                """))
            .only();
    assertEquals("ia:fen00quil", row.key());
    assertEquals("[isbn:9780306406157, oclc:7, oclc:9]", row.identifiers().toString());
    assertEquals(2006, row.names().year());
  }

  @Test
  void givesEachFileOfANexusRecordItsRow() throws IOException {
    Outcomes all =
        read(
            line(
                "nexusstc_records",
                "",
                """
                {"nexus_id":"n1","record":{"title":["Fen"],"authors":[{"family":"Quill","given":"Ada"},{"name":"Tom"}],"issued_at":[218689718400],"id":[{"dois":["10.1234/x"],"libgen_ids":[5]}],"links":[{"md5":"%s","extension":"pdf","filesize":3},{"md5":"f%s"},{"cid":"c"}],"metadata":[{"isbns":["0306406152"]}],"type":["book"]}}\
                """
                    .formatted(MD5, MD5.substring(1))));
    assertEquals(2, all.rows().size());
    assertEquals(all.rows().get(0).place(), all.rows().get(1).place());
    assertEquals(all.rows().get(0).key(), all.rows().get(1).key());
    assertEquals(List.of("Quill, Ada", "Tom"), all.rows().get(0).names().authors());
    assertEquals(null, all.rows().get(0).names().year());
    assertEquals(0, all.rejected().size());
  }

  @Test
  void tellsOfDamagedLines() throws IOException {
    String whole = line("zlib3_records", "12", "{\"zlibrary_id\":12,\"title\":\"Fen\"}");
    Outcomes all =
        read(
            whole
                + "{\"aacid\": nonsense}\n{\"aacid\":\"x\",\"metadata\":{}}\n"
                + whole.substring(0, 60));
    assertEquals(1, all.rows().size());
    assertEquals(3, all.rejected().size());
    assertTrue(all.rejected().get(0).reason().contains("no JSON"));
    assertTrue(all.rejected().get(1).reason().contains("no aacid"));
    assertTrue(all.rejected().get(2).reason().contains("cut off"));
  }

  @Test
  void recognisesContainers() {
    AnnasContainers format = new AnnasContainers();
    assertTrue(format.recognises(line("x", "1", "{}"), "a.jsonl"));
    assertFalse(format.recognises("{\"text\":\"aacid__\"}", "a.jsonl"));
  }
}
