package dev.bookplate.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two editions of a catalogue that share over a fifth of the text of the smaller one. Text is
 * counted in distinct passage fingerprints, without those of a distributor's licence.
 *
 * @param larger the edition with more fingerprints; of equals the one with the smaller id
 * @param smaller the other
 * @param shared fingerprints that both have
 * @param agreeing values of the two MinHash sketches that are the same
 * @param sketch values of a sketch
 */
public record Relation(Side larger, Side smaller, int shared, int agreeing, int sketch) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** By works, then by editions. */
  static final Comparator<Relation> ORDER =
      Comparator.comparing((Relation r) -> r.larger.work)
          .thenComparing(r -> r.smaller.work)
          .thenComparing(r -> r.larger.edition)
          .thenComparing(r -> r.smaller.edition);

  /**
   * One of the two.
   *
   * @param work its id
   * @param edition its id
   * @param fingerprints distinct ones of its text
   */
  public record Side(String work, String edition, int fingerprints) {}

  /** What two related editions are to each other. */
  public enum Kind {
    /** Each holds most of the other: editions of one work. */
    EDITION,
    /** The larger holds most of the smaller: an omnibus, or an excerpt. */
    PART,
    /** They share less than half of the smaller. */
    OVERLAP;

    /** The name in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of two editions, given in either order. */
  static Relation of(Side one, Side other, int shared, int agreeing, int sketch) {
    boolean inOrder =
        one.fingerprints == other.fingerprints
            ? one.edition.compareTo(other.edition) < 0
            : one.fingerprints > other.fingerprints;
    return inOrder
        ? new Relation(one, other, shared, agreeing, sketch)
        : new Relation(other, one, shared, agreeing, sketch);
  }

  /** Whether so much is over a fifth of the smaller. */
  static boolean isEnough(int shared, int smaller) {
    return 5L * shared > smaller;
  }

  /** What they are to each other. */
  public Kind kind() {
    if (2L * shared >= larger.fingerprints) {
      return Kind.EDITION;
    }
    return 2L * shared >= smaller.fingerprints ? Kind.PART : Kind.OVERLAP;
  }

  /** One a line, in their order. */
  public static byte[] toBytes(List<Relation> relations) {
    StringBuilder lines = new StringBuilder();
    try {
      for (Relation relation : relations) {
        lines.append(MAPPER.writeValueAsString(relation)).append('\n');
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a relation is plain data and can always be written", e);
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * From what {@link #toBytes} made.
   *
   * @throws IOException if it is anything else
   */
  public static List<Relation> fromBytes(byte[] bytes) throws IOException {
    List<Relation> relations = new ArrayList<>();
    try (MappingIterator<Relation> each = MAPPER.readerFor(Relation.class).readValues(bytes)) {
      while (each.hasNextValue()) {
        relations.add(each.nextValue());
      }
    }
    return relations;
  }

  /** How many groups relations make, where what is related to one of a group is in it. */
  public static int clusters(List<Relation> relations) {
    Map<String, String> parents = new HashMap<>();
    for (Relation relation : relations) {
      List<String> ends = List.of(relation.larger.edition, relation.smaller.edition);
      ends.forEach(e -> parents.putIfAbsent(e, e));
      parents.put(root(parents, ends.get(0)), root(parents, ends.get(1)));
    }
    return (int) parents.entrySet().stream().filter(e -> e.getKey().equals(e.getValue())).count();
  }

  private static String root(Map<String, String> parents, String edition) {
    String root = edition;
    while (!parents.get(root).equals(root)) {
      parents.put(root, parents.get(parents.get(root)));
      root = parents.get(root);
    }
    return root;
  }
}
