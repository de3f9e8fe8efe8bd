package dev.bookplate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.fingerprint.FingerprintKey;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.origin.Digests;
import dev.bookplate.traces.MarkerRules;
import dev.bookplate.traces.MarkerText;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * All that decides what a scan finds: validated, the same for any number of threads, and sent to
 * whoever works on it.
 *
 * @param corpora files and folders, absolute
 * @param catalogues what is looked for
 * @param sampled what is looked for of which there are only fingerprints; with the catalogues at
 *     least one
 * @param background what explains matches away; may be empty
 * @param reading how the corpora are read
 * @param quotes how much text findings may hold
 * @param spec of the fingerprints
 * @param logCandidates whether candidates that are rejected are written down
 * @param heldOn the day of which it is asked what catalogues held, ISO, or null: their records that
 *     are dated later are not looked for
 * @param markers the user's rules of markers, or null for those alone that ship
 */
public record AuditPlan(
    List<String> corpora,
    List<CatalogueRef> catalogues,
    List<SampledRef> sampled,
    List<CatalogueRef> background,
    ReadOptions reading,
    QuotePolicy quotes,
    FingerprintSpec spec,
    boolean logCandidates,
    String heldOn,
    MarkerText markers)
    implements Serializable {

  /** Of a scan that logs no candidates. */
  public AuditPlan(
      List<String> corpora,
      List<CatalogueRef> catalogues,
      List<SampledRef> sampled,
      List<CatalogueRef> background,
      ReadOptions reading,
      QuotePolicy quotes,
      FingerprintSpec spec) {
    this(corpora, catalogues, sampled, background, reading, quotes, spec, false, null, null);
  }

  /** The same, which logs every candidate that is rejected, or does not. */
  public AuditPlan logging(boolean candidates) {
    return with(candidates, heldOn, markers);
  }

  /** The same, with a user's rules of markers; null for none. */
  public AuditPlan marking(MarkerText own) {
    return with(logCandidates, heldOn, own);
  }

  /** The same, of what catalogues held on a day; null for all that they hold. */
  public AuditPlan asOf(String day) {
    return with(logCandidates, day, markers);
  }

  private AuditPlan with(boolean candidates, String day, MarkerText own) {
    return new AuditPlan(
        corpora, catalogues, sampled, background, reading, quotes, spec, candidates, day, own);
  }

  /** Of a scan for catalogues whose text is held. */
  public AuditPlan(
      List<String> corpora,
      List<CatalogueRef> catalogues,
      List<CatalogueRef> background,
      ReadOptions reading,
      QuotePolicy quotes,
      FingerprintSpec spec) {
    this(corpora, catalogues, List.of(), background, reading, quotes, spec);
  }

  /** Name in the configuration. */
  static final String LOGS_CANDIDATES = "logCandidates";

  /** Name in the configuration. */
  static final String HELD_ON = "heldOn";

  /** Name in the configuration. */
  static final String MARKERS = "markers";

  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * A built catalogue.
   *
   * @param name unique in the plan
   * @param asOf its date, or null
   * @param folder absolute
   * @param digest of what it holds
   */
  public record CatalogueRef(String name, String asOf, String folder, String digest)
      implements Serializable {
    private CatalogueRef at(UnaryOperator<String> folders) {
      return new CatalogueRef(name, asOf, folders.apply(folder), digest);
    }
  }

  /**
   * A catalogue without text, and the key of its fingerprints.
   *
   * @param catalogue the folder that it was imported to
   * @param key goes to whoever searches, and into no file
   */
  public record SampledRef(CatalogueRef catalogue, FingerprintKey key) implements Serializable {}

  /** The same plan, with its catalogues in other folders. */
  AuditPlan at(UnaryOperator<String> folders) {
    return new AuditPlan(
        corpora,
        catalogues.stream().map(c -> c.at(folders)).toList(),
        sampled.stream().map(s -> new SampledRef(s.catalogue().at(folders), s.key())).toList(),
        background.stream().map(b -> b.at(folders)).toList(),
        reading,
        quotes,
        spec,
        logCandidates,
        heldOn,
        markers);
  }

  /** What is decided, as it stands in the manifest; without paths of this machine. */
  public JsonNode configuration() {
    Map<String, Object> parts = new LinkedHashMap<>();
    Profile.ofSpec(spec.toString()).ifPresent(p -> parts.put("profile", p.label()));
    parts.put("fingerprint", spec.parts());
    if (!sampled.isEmpty()) {
      parts.put("keys", sampled.stream().map(s -> s.key().id()).distinct().toList());
    }
    parts.put("reading", MAPPER.valueToTree(reading));
    parts.put("quotes", MAPPER.valueToTree(quotes));
    if (logCandidates) {
      parts.put(LOGS_CANDIDATES, true);
    }
    if (heldOn != null) {
      parts.put(HELD_ON, heldOn);
    }
    parts.put(MARKERS, markerFacts());
    return MAPPER.valueToTree(parts);
  }

  /** The user's rules stand there as a whole: a scan can be done again, and read, without them. */
  private Map<String, String> markerFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("shippedSha256", MarkerRules.shippedSha256());
    if (markers != null) {
      facts.put("file", markers.name());
      facts.put("sha256", markers.sha256());
      facts.put("rules", markers.text());
    }
    return facts;
  }

  /**
   * All that decides what a shard's file holds, by the names that people know it under; nothing of
   * it depends on where files are on this machine.
   */
  public Map<String, String> decided() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("the fingerprints (--profile)", spec.toString());
    parts.put("the keys", sampled.stream().map(s -> s.key().id()).distinct().toList().toString());
    parts.put("how the corpus is read (--text-field and the like)", json(reading));
    parts.put("--quotes", json(quotes));
    if (logCandidates) {
      parts.put("--log-candidates", "true");
    }
    if (heldOn != null) {
      parts.put("--as-of", heldOn);
    }
    if (markers != null) {
      parts.put("--markers", markers.name() + " " + markers.sha256());
    }
    catalogues.forEach(c -> parts.put("the catalogue " + c.name(), facts(c)));
    sampled.forEach(s -> parts.put("the catalogue " + s.catalogue().name(), facts(s.catalogue())));
    background.forEach(b -> parts.put("the background " + b.name(), facts(b)));
    return parts;
  }

  private static String facts(CatalogueRef ref) {
    return ref.asOf() == null ? ref.digest() : ref.digest() + " as of " + ref.asOf();
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan is plain data and can always be written", e);
    }
  }

  /** Digest of all that decides what a shard's file holds. */
  public String digest() {
    return Digests.sha256(json(decided()));
  }
}
