package dev.bookplate.criteria;

import dev.bookplate.rules.RuleFile;
import dev.bookplate.rules.RuleFileException;
import dev.bookplate.rules.RuleNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@link CriteriaRules}. Whatever is not known, missing or misspelt is refused. */
public final class CriteriaFile {
  /** What ships with the program. */
  private static final String EXAMPLE = "bartz-settlement.json";

  private static final String FORMAT = "bookplate-criteria-1";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Set<String> KEYS =
      Set.of(
          "format",
          "name",
          "version",
          "date",
          "status",
          "citations",
          "notes",
          "languages",
          "sources",
          "criteria");

  private final Set<String> ids = new HashSet<>();

  private CriteriaFile() {}

  /**
   * Reads a file.
   *
   * @throws RuleFileException with file, line and field
   */
  public static CriteriaRules read(Path file) throws IOException {
    RuleNode root = RuleFile.read(file);
    return new CriteriaFile().rules(root, sha256(Files.readAllBytes(file)));
  }

  /** The example that ships with the program. */
  public static CriteriaRules example() throws IOException {
    byte[] bytes = exampleBytes();
    return new CriteriaFile().rules(RuleFile.read(EXAMPLE, bytes), sha256(bytes));
  }

  /** The example as a file, to be changed. */
  public static byte[] exampleBytes() throws IOException {
    return RuleFile.shippedBytes(CriteriaFile.class, EXAMPLE);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private CriteriaRules rules(RuleNode root, String sha256) throws RuleFileException {
    root.only(KEYS);
    if (!root.field("format").text().equals(FORMAT)) {
      throw root.field("format").wrong("it has to be \"" + FORMAT + "\"");
    }
    List<AcquisitionSource> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RuleNode each : root.field("sources").items()) {
      AcquisitionSource source = source(each);
      if (!names.add(source.name())) {
        throw each.field("name").wrong("another source has that name");
      }
      sources.add(source);
    }
    List<Criterion> criteria = criteria(root.field("criteria"));
    return new CriteriaRules(
        root.field("name").text(),
        root.field("version").text(),
        day(root.field("date")),
        root.field("status").text(),
        root.field("citations").texts(),
        root.textsOrNone("notes"),
        root.textsOrNone("languages"),
        List.copyOf(sources),
        criteria,
        sha256);
  }

  private static String day(RuleNode node) throws RuleFileException {
    DateRange date = date(node);
    if (date.precision() != DateRange.Precision.DAY) {
      throw node.wrong("it has to be a day as 2026-11-29");
    }
    return date.toString();
  }

  private static DateRange date(RuleNode node) throws RuleFileException {
    try {
      return DateRange.parse(node.text());
    } catch (IllegalArgumentException e) {
      throw node.wrong(e.getMessage());
    }
  }

  private static AcquisitionSource source(RuleNode node) throws RuleFileException {
    node.only(Set.of("name", "title", "acquired", "basis", "documents"));
    return new AcquisitionSource(
        id(node.field("name")),
        node.field("title").text(),
        node.has("acquired") ? date(node.field("acquired")) : null,
        node.field("basis").text(),
        node.textsOrNone("documents").stream().map(PathPattern::of).toList());
  }

  private static String id(RuleNode node) throws RuleFileException {
    String id = node.text();
    if (!ID.matcher(id).matches()) {
      throw node.wrong("it has to be small letters, digits and hyphens, 40 at most");
    }
    return id;
  }

  private List<Criterion> criteria(RuleNode list) throws RuleFileException {
    List<Criterion> criteria = new ArrayList<>();
    for (RuleNode each : list.items()) {
      criteria.add(criterion(each));
    }
    if (criteria.isEmpty()) {
      throw list.wrong("it has to have an entry at least");
    }
    return List.copyOf(criteria);
  }

  private Criterion criterion(RuleNode node) throws RuleFileException {
    String id = id(node.field("id"));
    if (!ids.add(id)) {
      throw node.field("id").wrong("another criterion has that id");
    }
    String text = node.field("text").text();
    RuleNode kind = node.field("kind");
    return switch (kind.text()) {
      case "identified" -> new Criterion.Identified(id, text, anyOf(node, Set.of("isbn", "asin")));
      case "registered-within" -> new Criterion.RegisteredWithin(id, text, period(node));
      case "registered-before-acquisition" ->
          new Criterion.RegisteredBeforeAcquisition(id, plain(node, text));
      case "published-before-acquisition" ->
          new Criterion.PublishedBeforeAcquisition(id, plain(node, text));
      case "copy-found" -> new Criterion.CopyFound(id, plain(node, text));
      case "language" -> new Criterion.InLanguage(id, text, anyOf(node, null));
      case "rights" ->
          new Criterion.HasRights(id, text, anyOf(node, Set.of("in-copyright", "public-domain")));
      case "any-of" -> {
        node.only(Set.of("id", "text", "kind", "of"));
        yield new Criterion.AnyOf(id, text, criteria(node.field("of")));
      }
      default ->
          throw kind.wrong(
              "no such kind of criterion is known; known are identified, registered-within,"
                  + " registered-before-acquisition, published-before-acquisition, copy-found,"
                  + " language, rights and any-of");
    };
  }

  private static String plain(RuleNode node, String text) throws RuleFileException {
    node.only(Set.of("id", "text", "kind"));
    return text;
  }

  /** Strings of a closed set, or of any where it is null. */
  private static List<String> anyOf(RuleNode node, Set<String> known) throws RuleFileException {
    node.only(Set.of("id", "text", "kind", "anyOf"));
    List<String> texts = node.field("anyOf").texts();
    for (RuleNode each : node.field("anyOf").items()) {
      if (known != null && !known.contains(each.text())) {
        throw each.wrong(
            "it has to be one of " + String.join(", ", known.stream().sorted().toList()));
      }
    }
    return texts;
  }

  private static Period period(RuleNode node) throws RuleFileException {
    node.only(Set.of("id", "text", "kind", "years", "months", "days"));
    Period period =
        Period.of(part(node, "years", 200), part(node, "months", 2400), part(node, "days", 73000));
    if (period.isZero()) {
      throw node.wrong("a period is missing: give years, months or days");
    }
    return period;
  }

  private static int part(RuleNode node, String key, int most) throws RuleFileException {
    return node.has(key) ? node.field(key).number(1, most) : 0;
  }
}
