package dev.bookplate.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What a run says that does not come from its shards: {@code terms.json} of a scan's first part.
 *
 * @param tool what scanned
 * @param commandLine as typed when the scan began, in parts
 * @param configuration everything that was decided, typed or by default
 * @param catalogues what was looked for
 * @param background texts that explain matches away
 * @param quotePolicy how much text the run may hold
 * @param fingerprint the fingerprint's specification, name and value
 * @param guarantee what is found for certain, in one sentence
 * @param works every work that was looked for
 * @param method steps and rules by which it was found, by name, in order
 * @param origin what was said of the corpora and of who scans; its list is null where there is none
 * @param unread what was never made a shard, such as hidden files
 * @param layouts that the corpora have, as far as they are known
 */
public record ScanTerms(
    Manifest.Tool tool,
    List<String> commandLine,
    JsonNode configuration,
    List<Manifest.Catalogue> catalogues,
    List<Manifest.Background> background,
    QuotePolicy quotePolicy,
    Map<String, String> fingerprint,
    String guarantee,
    List<SoughtWork> works,
    Map<String, String> method,
    Origin origin,
    List<UnreadLine> unread,
    List<Manifest.Layout> layouts) {

  /**
   * What was said of a scan, and decides nothing.
   *
   * @param by who scans
   * @param environment of the program, name and value, in order
   * @param suppliedBy who supplied the corpora, or null
   * @param date when they were received, or null
   * @param media what they came on, or null
   * @param list the producing party's list of digests, or null
   */
  public record Origin(
      CustodyEntry.By by,
      Map<String, String> environment,
      String suppliedBy,
      String date,
      String media,
      ReceivedList list) {

    /** The same against what was scanned; null where nothing was said of the corpora. */
    public Received received(List<Manifest.Input> inputs) {
      return suppliedBy == null && date == null && media == null && list == null
          ? null
          : new Received(suppliedBy, date, media, list == null ? null : list.against(inputs));
    }
  }
}
