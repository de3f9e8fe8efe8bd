package dev.bookplate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.Tokens;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.traces.InvalidMarkersException;
import dev.bookplate.traces.MarkerRules;
import dev.bookplate.traces.MarkerText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plan of a scan as its run tells it, without where things are on this machine.
 *
 * @param reading how the corpora were read
 * @param quotes how much text the run may hold
 * @param profile of the fingerprints
 * @param manifest of the run
 */
public record RecordedPlan(
    ReadOptions reading, QuotePolicy quotes, Profile profile, Manifest manifest) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * Catalogues that are at hand.
   *
   * @param whole with text
   * @param sampled without
   * @param background what explains matches away, with what ships with the program
   */
  public record AtHand(
      List<AuditPlan.CatalogueRef> whole,
      List<AuditPlan.SampledRef> sampled,
      List<AuditPlan.CatalogueRef> background) {
    /** None but what ships. */
    public boolean isEmpty() {
      return whole.isEmpty() && sampled.isEmpty();
    }
  }

  /**
   * Reads it from a manifest.
   *
   * @param tokenizer where the tokenizer's file is, or null
   * @throws CatalogueException if this version does not know what is recorded
   */
  public static RecordedPlan of(Manifest manifest, Path tokenizer) throws CatalogueException {
    JsonNode configuration = manifest.configuration();
    String label = configuration.path("profile").asText("");
    Profile profile = null;
    for (Profile each : Profile.values()) {
      if (each.label().equals(label)) {
        profile = each;
      }
    }
    Map<String, String> parts = new HashMap<>();
    if (profile != null) {
      profile.spec().parts().forEach((name, value) -> parts.put(name, value.toString()));
    }
    if (!parts.equals(manifest.fingerprint())) {
      throw new CatalogueException(
          "the run was made with fingerprints that this version does not make ("
              + manifest.fingerprint()
              + "): use the version that made it, "
              + manifest.tool().version());
    }
    try {
      MarkerRules.of(markers(configuration.path(AuditPlan.MARKERS)));
      ReadOptions read = MAPPER.treeToValue(configuration.path("reading"), ReadOptions.class);
      return new RecordedPlan(
          withTokenizer(read, tokenizer), manifest.quotePolicy(), profile, manifest);
    } catch (JsonProcessingException | IllegalArgumentException | InvalidMarkersException e) {
      throw new CatalogueException(
          "the run's configuration is none that this version knows: use the version that made it, "
              + manifest.tool().version(),
          e);
    }
  }

  private static ReadOptions withTokenizer(ReadOptions read, Path tokenizer) {
    Tokens tokens = read.tokens() == null ? Tokens.NONE : read.tokens();
    return new ReadOptions(
        read.fields(),
        read.charset(),
        read.maxDocumentBytes(),
        read.shardBytes(),
        read.limits(),
        read.mainContent(),
        read.selection(),
        new Tokens(
            tokenizer == null ? null : tokenizer.toAbsolutePath().toString(),
            tokens.sha256(),
            tokens.endOfText(),
            tokens.raw()));
  }

  /** Whether the corpora cannot be read without a tokenizer. */
  public boolean lacksTokenizer() {
    return reading.tokens().sha256() != null && reading.tokens().tokenizer() == null;
  }

  /** Recorded catalogues and texts of the background that are not at hand, as phrases. */
  public List<String> missing(AtHand at, List<Manifest.Background> background) {
    List<String> missing = new ArrayList<>();
    Set<String> digests = new HashSet<>();
    at.whole().forEach(c -> digests.add(c.digest()));
    at.sampled().forEach(c -> digests.add(c.catalogue().digest()));
    for (Manifest.Catalogue recorded : manifest.catalogues()) {
      if (!digests.contains(recorded.digest())) {
        missing.add("catalogue " + recorded.name());
      }
    }
    Set<String> texts = new HashSet<>();
    background.forEach(b -> texts.add(b.sha256()));
    for (Manifest.Background recorded : manifest.background()) {
      if (!texts.contains(recorded.sha256())) {
        missing.add("background " + recorded.name());
      }
    }
    return missing;
  }

  /** Catalogues at hand that the run was not made with, as phrases. */
  public List<String> others(AtHand at) {
    List<String> others = new ArrayList<>();
    at.whole().stream().filter(c -> recorded(c) == null).forEach(c -> others.add(told(c)));
    at.sampled().stream()
        .map(AuditPlan.SampledRef::catalogue)
        .filter(c -> recorded(c) == null)
        .forEach(c -> others.add(told(c)));
    return others;
  }

  private static String told(AuditPlan.CatalogueRef ref) {
    return "catalogue " + ref.name() + ", digest " + ref.digest();
  }

  private Manifest.Catalogue recorded(AuditPlan.CatalogueRef ref) {
    return manifest.catalogues().stream()
        .filter(c -> c.digest().equals(ref.digest()))
        .findFirst()
        .orElse(null);
  }

  /** The plan, over corpora and catalogues of this machine, under the names that they had. */
  public AuditPlan plan(List<Path> corpora, AtHand at) {
    return new AuditPlan(
        corpora.stream().map(c -> c.toAbsolutePath().normalize().toString()).toList(),
        at.whole().stream().map(this::named).toList(),
        at.sampled().stream()
            .map(s -> new AuditPlan.SampledRef(named(s.catalogue()), s.key()))
            .toList(),
        at.background(),
        reading,
        quotes,
        profile.spec(),
        manifest.configuration().path(AuditPlan.LOGS_CANDIDATES).asBoolean(),
        manifest.configuration().path(AuditPlan.HELD_ON).asText(null),
        markers(manifest.configuration().path(AuditPlan.MARKERS)));
  }

  private static MarkerText markers(JsonNode recorded) {
    return recorded.has("rules")
        ? new MarkerText(recorded.path("file").asText(), recorded.path("rules").asText())
        : null;
  }

  private AuditPlan.CatalogueRef named(AuditPlan.CatalogueRef ref) {
    Manifest.Catalogue recorded = recorded(ref);
    return recorded == null
        ? ref
        : new AuditPlan.CatalogueRef(recorded.name(), recorded.asOf(), ref.folder(), ref.digest());
  }
}
