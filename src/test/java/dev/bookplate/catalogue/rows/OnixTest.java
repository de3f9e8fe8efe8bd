package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OnixTest {
  private static final String PRODUCT =
      """
      <Product datestamp="20240301">
        <RecordReference>fen.1</RecordReference><NotificationType>03</NotificationType>
        <ProductIdentifier><ProductIDType>02</ProductIDType><IDValue>0306406152</IDValue></ProductIdentifier>
        <ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9780306406157</IDValue></ProductIdentifier>
        <ProductIdentifier><ProductIDType>06</ProductIDType><IDValue>10.1234/Fen</IDValue></ProductIdentifier>
        <DescriptiveDetail>
          <EpubUsageConstraint><EpubUsageType>02</EpubUsageType><EpubUsageStatus>03</EpubUsageStatus></EpubUsageConstraint>
          <EpubUsageConstraint><EpubUsageType>11</EpubUsageType><EpubUsageStatus>03</EpubUsageStatus></EpubUsageConstraint>
          <Collection><TitleDetail><TitleType>01</TitleType>
            <TitleElement><TitleElementLevel>02</TitleElementLevel><TitleText>Marsh Tales</TitleText></TitleElement>
            <TitleElement><TitleElementLevel>01</TitleElementLevel><PartNumber>2</PartNumber></TitleElement>
          </TitleDetail></Collection>
          <TitleDetail><TitleType>10</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitleText>FEN WIFE (SALE)</TitleText></TitleElement></TitleDetail>
          <TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitlePrefix>The</TitlePrefix><TitleWithoutPrefix>Fen Wife</TitleWithoutPrefix><Subtitle>A Tale</Subtitle></TitleElement></TitleDetail>
          <Contributor><SequenceNumber>2</SequenceNumber><ContributorRole>B06</ContributorRole><PersonName>Tom Marsh</PersonName></Contributor>
          <Contributor><SequenceNumber>1</SequenceNumber><ContributorRole>A01</ContributorRole><NamesBeforeKey>Ada</NamesBeforeKey><KeyNames>Quill</KeyNames></Contributor>
          <Language><LanguageRole>01</LanguageRole><LanguageCode>eng</LanguageCode></Language>
        </DescriptiveDetail>
        <CollateralDetail><TextContent><Text>blurb</Text></TextContent></CollateralDetail>
        <PublishingDetail>
          <Imprint><ImprintName>Heron</ImprintName></Imprint>
          <Publisher><PublishingRole>01</PublishingRole><PublisherName>Reed &amp; Co</PublisherName></Publisher>
          <PublishingDate><PublishingDateRole>01</PublishingDateRole><Date>20230807</Date></PublishingDate>
          <PublishingDate><PublishingDateRole>11</PublishingDateRole><Date dateformat="05">1968</Date></PublishingDate>
          <CopyrightStatement><CopyrightYear>2023</CopyrightYear><CopyrightOwner><PersonName>Ada Quill</PersonName></CopyrightOwner></CopyrightStatement>
          <SalesRights><SalesRightsType>01</SalesRightsType><Territory><CountriesIncluded>GB IE</CountriesIncluded></Territory></SalesRights>
        </PublishingDetail>
        <RelatedMaterial>
          <RelatedWork><WorkRelationCode>01</WorkRelationCode><WorkIdentifier><WorkIDType>39</WorkIDType><IDValue>ISCC:X</IDValue></WorkIdentifier></RelatedWork>
          <RelatedProduct><ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9781509854172</IDValue></ProductIdentifier></RelatedProduct>
        </RelatedMaterial>
      </Product>
      """;

  private static String message(String products) {
    return "<?xml version=\"1.0\"?><ONIXMessage release=\"3.0\""
        + " xmlns=\"http://ns.editeur.org/onix/3.0/reference\"><Header>"
        + "<SentDateTime>20240510T1115</SentDateTime></Header>"
        + products
        + "</ONIXMessage>";
  }

  private static Outcomes read(String text) throws IOException {
    return Outcomes.of(new Onix(), text);
  }

  @Test
  void readsAProduct() throws IOException {
    BookRow row = read(message(PRODUCT)).only();
    assertEquals("onix:fen.1", row.key());
    assertEquals("The Fen Wife", row.names().title());
    assertEquals("A Tale", row.names().subtitle());
    assertEquals(List.of("Ada Quill"), row.names().authors());
    assertEquals("Marsh Tales, 2", row.names().series());
    assertEquals("Reed & Co", row.names().publisher());
    assertEquals(2023, row.names().year());
    assertEquals("eng", row.names().language());
    assertEquals(
        "[isbn:9780306406157, doi:10.1234/fen, record:iscc:ISCC:X]", row.identifiers().toString());
    assertEquals("2024-03-01", row.asOf());
    assertEquals("Ada Quill", row.standing().holder());
    assertEquals(
        List.of(
            "contributor: B06 Tom Marsh",
            "imprint: Heron",
            "published: 2023-08-07",
            "first-published: 1968",
            "copyright: 2023 Ada Quill",
            "sales-rights: 01 GB IE",
            "tdm: reserved"),
        row.standing().notes());
  }

  @Test
  void readsShortTagsLikeReferenceNames() throws IOException {
    String text =
        """
        <ONIXmessage release="3.1"><header><x307>20240510</x307></header><product><a001>fen.1</a001>
        <productidentifier><b221>15</b221><b244>9780306406157</b244></productidentifier>
        <descriptivedetail><epubusageconstraint><x318>11</x318><x319>01</x319></epubusageconstraint>
        <titledetail><b202>01</b202><titleelement><x409>01</x409><b203>Fen</b203></titleelement></titledetail>
        <contributor><b035>A01</b035><b036>Ada Quill</b036></contributor></descriptivedetail>
        <publishingdetail><publisher><b081>Reed</b081></publisher></publishingdetail></product></ONIXmessage>
        """;
    BookRow row = read(text).only();
    assertEquals("Fen", row.names().title());
    assertEquals(List.of("Ada Quill"), row.names().authors());
    assertEquals("Reed", row.names().publisher());
    assertEquals(List.of("tdm: permitted"), row.standing().notes());
    assertEquals("2024-05-10", row.asOf());
  }

  @Test
  void rejectsWhatIsNoProductOfThree() throws IOException {
    Outcomes all =
        read(
            message(
                "<Product><NotificationType>03</NotificationType></Product>"
                    + "<Product><RecordReference>x</RecordReference>"
                    + "<NotificationType>05</NotificationType></Product>"
                    + PRODUCT));
    assertTrue(all.rejected().get(0).reason().contains("no RecordReference"));
    assertTrue(all.rejected().get(1).reason().contains("deleted"));
    assertEquals(2, all.rows().get(0).place().row());
    Outcomes old =
        read("<ONIXMessage><Product><RecordReference>x</RecordReference></Product></ONIXMessage>");
    assertTrue(old.rejected().get(0).reason().contains("ONIX 2.1"), old.toString());
    assertTrue(read(message("")).rejected().get(0).reason().contains("no product"));
  }

  @Test
  void expandsNoEntityAndFetchesNothing() throws IOException {
    String bomb =
        "<!DOCTYPE ONIXMessage [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    Outcomes all = read(bomb + message(PRODUCT.replace("Fen Wife", "Fen &b; &x;")).substring(21));
    String title = all.rows().isEmpty() ? "" : all.rows().get(0).names().title();
    assertFalse(title.contains("aaaa") || title.contains("root"), title);
  }

  @Test
  void saysWhereAMessageIsCutOff() throws IOException {
    String small =
        "<Product><RecordReference>fen</RecordReference><DescriptiveDetail><TitleDetail>"
            + "<TitleElement><TitleText>F&#233;n</TitleText></TitleElement></TitleDetail>"
            + "</DescriptiveDetail></Product>";
    String whole = message(small + small);
    int header = whole.indexOf("<Product");
    for (int end = 1; end < whole.length(); end++) {
      Outcomes all = read(whole.substring(0, end));
      assertEquals(1, all.rejected().size(), "clipped at " + end);
      String reason = all.rejected().get(0).reason();
      assertTrue(end < header || reason.contains("line"), reason);
    }
    assertEquals(List.of("Fén", "Fén"), read(whole).titles());
  }

  @Test
  void boundsARecord() throws IOException {
    String huge =
        "<Product><RecordReference>" + "x".repeat(1 << 25) + "</RecordReference></Product>";
    Outcomes all = read(message(huge + PRODUCT));
    assertEquals(List.of("The Fen Wife"), all.titles());
    assertTrue(all.rejected().get(0).reason().contains("16 MiB"));
  }
}
