package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LibraryDumpsTest {
  private static final String AUTHOR =
      "{\"key\": \"/authors/OL7A\", \"name\": \"Ada Quill\", \"type\": {\"key\":"
          + " \"/type/author\"}}";
  private static final String EDITION =
      "{\"key\":\"/books/OL1M\",\"title\":\"Fen\\u0000 Wife\",\"subtitle\":\"a"
          + " tale\",\"authors\":[{\"key\":\"/authors/OL7A\"},"
          + "{\"key\":\"/authors/OL8A\"}],\"isbn_10\":[\"0306406152\"],\"oclc_numbers\":[\"007\"],\"publishers\":[\"Reed\"],\"publish_date\":\"May"
          + " 1987\",\"works\":[{\"key\":\"/works/OL2W\"}],"
          + "\"languages\":[{\"key\":\"/languages/eng\"}],\"type\":{\"key\":\"/type/edition\"},"
          + "\"last_modified\":{\"value\":\"2020-01-02T03:04:05\"}}";
  private static final String WORK =
      "{\"key\":\"/works/OL2W\",\"title\":\"Fen"
          + " Wife\",\"authors\":[{\"author\":{\"key\":\"/authors/OL7A\"}}],"
          + "\"type\":{\"key\":\"/type/work\"}}";

  private static String line(String type, String json) {
    return "/type/" + type + "\t/x\t1\t2020-01-02T03:04:05\t" + json + "\n";
  }

  @Test
  void readsOpenLibraryDumpsWithNamesOfTheirAuthors() throws IOException {
    Outcomes all =
        Outcomes.of(
            new OpenLibrary(),
            line("edition", EDITION)
                + line("author", AUTHOR)
                + line("work", WORK)
                + line("redirect", "{\"type\":{\"key\":\"/type/redirect\"}}")
                + line("edition", EDITION.substring(0, 50)));
    BookRow edition = all.rows().get(0);
    assertEquals("openlibrary:/books/OL1M", edition.key());
    assertEquals("Fen Wife", edition.names().title().replaceAll(" +", " "));
    assertEquals(List.of("Ada Quill"), edition.names().authors());
    assertEquals(1987, edition.names().year());
    assertEquals("eng", edition.names().language());
    assertEquals(
        "[isbn:9780306406157, oclc:7, record:openlibrary:/books/OL1M]",
        "[isbn:9780306406157, oclc:7, "
            + edition.identifiers().stream()
                .filter(i -> i.kind() == Identifier.Kind.RECORD)
                .findFirst()
                .orElseThrow()
            + "]");
    assertEquals(
        List.of("author: openlibrary:/authors/OL8A", "work: openlibrary:/works/OL2W"),
        edition.standing().notes());
    assertEquals("2020-01-02", edition.asOf());
    assertEquals(List.of("Ada Quill"), all.rows().get(1).names().authors());
    assertEquals(3, all.rejected().size());
    assertTrue(all.rejected().get(2).reason().contains("cut off"));
    assertTrue(new OpenLibrary().recognises(line("author", AUTHOR), "ol_dump.txt"));
  }

  @Test
  void readsItsDatabase() throws IOException {
    String dump =
        "-- PostgreSQL database dump\n\n"
            + "COPY public.account (id, name) FROM stdin;\n"
            + "1\tx\n"
            + "2\ty\n"
            + "\\.\n\n"
            + "COPY public.data (thing_id, revision, data) FROM stdin;\n"
            + "1\t1\t"
            + AUTHOR
            + "\n2\t1\t"
            + EDITION.replace("\\", "\\\\")
            + "\n\\.\n";
    assertTrue(new OpenLibraryDatabase().recognises(dump, "dump"));
    Outcomes all = Outcomes.of(new OpenLibraryDatabase(), dump);
    assertEquals(List.of("Ada Quill"), all.rows().get(0).names().authors());
    assertEquals(new RowPlace("source", "table data", 1), all.rows().get(0).place());
    assertEquals(2, all.rejected().size());
    Outcomes cut = Outcomes.of(new OpenLibraryDatabase(), dump.substring(0, dump.length() - 3));
    assertTrue(cut.rejected().get(2).reason().contains("cut off within the table data"));
  }

  private static String hathi(String id, String rights, String year) {
    return String.join(
            "\t",
            id,
            "deny",
            rights,
            "000018677",
            "v.2",
            "MIU",
            "99",
            "1613293,7",
            "0306406152",
            "",
            "66014593",
            "The fen wife /",
            "Reed & Co. [1966]",
            "bib",
            "2024-01-01 00:00:00",
            "0",
            year,
            "nyu",
            "eng",
            "BK",
            "MIU",
            "umich",
            "umich",
            "google",
            "google",
            "Quill, Ada, 1900-1977.")
        + "\n";
  }

  @Test
  void readsHathifilesWithTheirCodes() throws IOException {
    String file =
        hathi("mdp.1", "ic", "1966") + hathi("uc1.$b2", "pdus", "9999") + "mdp.3\tallow\n";
    assertTrue(new Hathifile().recognises(hathi("mdp.1", "ic", "1966"), "hathi_upd_1.txt"));
    Outcomes all = Outcomes.of(new Hathifile(), file);
    BookRow row = all.rows().get(0);
    assertEquals("hathi:mdp.1", row.key());
    assertEquals("The fen wife", row.names().title());
    assertEquals("Reed & Co.", row.names().publisher());
    assertEquals(1966, row.names().year());
    assertEquals(
        "[isbn:9780306406157, oclc:1613293, oclc:7, lccn:66014593, record:hathi:bib:000018677]",
        row.identifiers().toString());
    assertEquals("hathi: ic/bib", row.standing().notes().get(0));
    assertEquals("2024-01-01", row.asOf());
    assertEquals(null, all.rows().get(1).names().year());
    assertEquals("hathi: pdus/bib", all.rows().get(1).standing().notes().get(0));
    assertTrue(all.rejected().get(0).reason().contains("2 of the 26 fields"));
  }

  @Test
  void readsGutenbergsCatalogueInBothForms() throws IOException {
    String csv =
        """
        Text#,Type,Issued,Title,Language,Authors,Subjects,LoCC,Bookshelves
        7,Text,1999-05-01,"The Fen
        Wife",en,"Quill, Ada, 1850-1910; Marsh, Tom, 1860?-1920 [Translator]",x,PR,y
        8,Sound,1999-05-01,Salt,en,,x,PR,y
        """;
    assertTrue(new Gutenberg().recognises(csv, "pg_catalog.csv"));
    Outcomes all = Outcomes.of(new Gutenberg(), csv);
    BookRow row = all.rows().get(0);
    assertEquals("gutenberg:7", row.key());
    assertEquals("The Fen Wife", row.names().title());
    assertEquals(null, row.names().year());
    assertEquals("1999-05-01", row.asOf());
    assertEquals(List.of("Quill, Ada"), row.names().authors());
    assertEquals(
        List.of(
            "life: Quill, Ada: 1850-1910",
            "contributor: Translator Marsh, Tom",
            "life: Marsh, Tom: 1860?-1920"),
        row.standing().notes());
    assertEquals(List.of("gutenberg-type: Sound"), all.rows().get(1).standing().notes());
    String json =
        "[{\"Text_ID\":\"7\",\"Title\":\"Fen\",\"Authors\":\"Quill,"
            + " Ada\",\"Issued\":\"1999-05-01\",\"LoCC\":\"PR\"}]";
    assertTrue(new Gutenberg().recognises(json, "books.json"));
    assertEquals("gutenberg:7", Outcomes.of(new Gutenberg(), json).only().key());
    Outcomes cut = Outcomes.of(new Gutenberg(), csv.substring(0, csv.indexOf("Wife")));
    assertEquals(1, cut.rejected().size());
  }

  @Test
  void readsRenewalsOfBothHeaders() throws IOException {
    String old =
        "entry_id\tauthor\ttitle\toreg\todat\tid\trdat\tclaimants\tnotes\n"
            + "e1\tQUILL, ADA.\tThe fen wife.\tA990503\t1927-05-25\tR148780\t1955-04-25\tAda"
            + " Quill|Mrs. T. Marsh|||W||Reed Co.|PCW\t\n"
            + "e2\t\t\t\t\t\t\t\t\n";
    assertTrue(new Renewals().recognises(old, "1955-1.tsv"));
    Outcomes all = Outcomes.of(new Renewals(), old);
    BookRow row = all.rows().get(0);
    assertEquals("cce-renewals:e1", row.key());
    assertEquals(
        List.of(
            new Standing.Registration("A990503", "A990503", "1927-05-25", null, false),
            new Standing.Registration("R148780", "R148780", "1955-04-25", "A990503", false)),
        row.standing().registrations());
    assertEquals("[renewal:R148780]", row.identifiers().toString());
    assertTrue(row.standing().holder().startsWith("Ada Quill"), row.toString());
    assertEquals(1, all.rejected().size());
    String late =
        "entry_id\tauth\ttitl\toreg\todat\tid\tdreg\tclaimants\tnote\n"
            + "e3\tAda Quill.\tFen; a novel.|Old Fen\tAI-1553\t1950-03-21\tRE9390\t1978-12-14\tAda"
            + " Quill|A\tPub. abroad\n";
    BookRow second = Outcomes.of(new Renewals(), late).only();
    assertEquals("Fen; a novel.", second.names().title());
    assertEquals(
        List.of("other-title: Old Fen", "claimant: Ada Quill (A)", "renewal-note: Pub. abroad"),
        second.standing().notes());
    assertEquals("1978-12-14", second.standing().registrations().get(1).date());
  }

  @Test
  void readsRegistrationsAsText() throws IOException {
    Outcomes list =
        Outcomes.of(
            new RegistrationList(),
            "TX 1-234-567 The Fen Wife\ntxu000012345\nA56505\nno number at all\n");
    assertEquals(3, list.rows().size());
    assertEquals("registration:TX0001234567", list.rows().get(0).key());
    assertEquals("The Fen Wife", list.rows().get(0).names().title());
    assertEquals("A56505", list.rows().get(2).standing().registrations().get(0).number());
    assertEquals(1, list.rejected().size());
    String record =
        """
        Type of Work: Text
        Registration Number / Date: TX0001234567 / 1983-05-06
        Title: The Fen Wife / by Ada Quill.
        Copyright Claimant: Ada Quill, 1950-
        Date of Creation: 1982
        Date of Publication: 1983-04-01
        Names: Quill, Ada, 1950-
               and others

        Type of Work: Text
        Title: Nothing
        """;
    assertTrue(new RegistrationList().recognises(record, "x.txt"));
    Outcomes all = Outcomes.of(new RegistrationList(), record);
    BookRow row = all.rows().get(0);
    assertEquals("The Fen Wife", row.names().title());
    assertEquals(List.of("Quill, Ada"), row.names().authors());
    assertEquals(1983, row.names().year());
    assertEquals("Ada Quill", row.standing().holder());
    assertEquals(
        List.of(
            new Standing.Registration("TX0001234567", "TX0001234567", "1983-05-06", null, false)),
        row.standing().registrations());
    assertEquals(9, all.rejected().get(0).place().row());
  }

  @Test
  void readsPackageFiles() throws IOException {
    String opf =
        """
        <package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
        <dc:title>Fen</dc:title><dc:creator opf:role="aut">Ada Quill</dc:creator><dc:creator id="c2">Tom</dc:creator>
        <meta refines="#c2" property="role">trl</meta><dc:identifier opf:scheme="ISBN">9780306406157</dc:identifier>
        <dc:identifier>doi:10.1234/x</dc:identifier><dc:date>2001-05-25</dc:date><dc:publisher>Reed</dc:publisher>
        <dc:rights>All rights reserved</dc:rights><meta name="calibre:series" content="Marsh"/><meta name="calibre:series_index" content="2.0"/>
        </metadata><spine/></package>
        """;
    BookRow row = Outcomes.of(new OpfFile(), opf).only();
    assertEquals(List.of("Ada Quill"), row.names().authors());
    assertEquals("Marsh, 2", row.names().series());
    assertEquals("[isbn:9780306406157, doi:10.1234/x]", row.identifiers().toString());
    assertEquals(
        List.of("contributor: trl Tom", "rights: All rights reserved"), row.standing().notes());
    assertTrue(
        Outcomes.of(new OpfFile(), "<package/>")
            .rejected()
            .get(0)
            .reason()
            .contains("no metadata"));
  }

  @Test
  void eachFormatIsRecognisedAsItself() throws IOException {
    for (String[] each :
        new String[][] {
          {"hathifile", hathi("mdp.1", "ic", "1966")},
          {"openlibrary", line("author", AUTHOR)},
          {"onix", "<?xml version=\"1.0\"?><ONIXMessage release=\"3.0\">"},
          {"marcxml", "<collection xmlns=\"http://www.loc.gov/MARC21/slim\"><record>"},
          {"mrk", "=LDR  00000cam\n=001  1\n"},
          {"csv", "Title,Author,ISBN\nFen,Ada,\n"},
          {"registrations", "TX 1-234-567\nTX 1-234-568\n"},
          {"checksums", "0123456789abcdef0123456789abcdef  Fen.epub\n"},
          {"paths", "a/Quill, Ada - Fen.epub\nb/Marsh, Tom - Salt.epub\n"}
        }) {
      Source source = new Source.OfBytes(each[1].getBytes(StandardCharsets.UTF_8));
      assertEquals(
          each[0], RowFormats.recognise(source, "x").map(RowFormat::label).orElse("none"), each[1]);
    }
    assertFalse(
        RowFormats.recognise(
                new Source.OfBytes("[{\"field\": 1}]".getBytes(StandardCharsets.UTF_8)), "x.json")
            .isPresent());
  }
}
