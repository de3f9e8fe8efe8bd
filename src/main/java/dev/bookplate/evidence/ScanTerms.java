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
 * @param unread what was never made a shard, such as hidden files
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
    List<UnreadLine> unread) {}
