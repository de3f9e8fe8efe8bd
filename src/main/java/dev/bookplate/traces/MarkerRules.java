package dev.bookplate.traces;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules by which marks are known: those that ship, and the user's. Each rule has been tried on
 * its own example and counter-example.
 */
public final class MarkerRules {
  private static final String SHIPPED = "markers.txt";

  private final List<Entry> entries;

  private MarkerRules(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A rule, and how it is tried.
   *
   * @param contains word that a line must hold for the pattern to be tried, or null
   * @param example of a mark
   * @param counterExample of what is none
   */
  record Entry(
      MarkerRule rule, String contains, Pattern compiled, String example, String counterExample) {}

  /** Those that come with the program. */
  public static MarkerRules shipped() {
    try {
      return new MarkerRules(new MarkerFile(SHIPPED, shippedText()).entries());
    } catch (InvalidMarkersException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static String shippedText() {
    try (InputStream in = MarkerRules.class.getResourceAsStream(SHIPPED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the file of those that come with the program. */
  public static String shippedSha256() {
    return Digests.sha256(shippedText());
  }

  /**
   * Those that come with the program, and a user's behind them.
   *
   * @param own the user's, or null for none
   * @throws InvalidMarkersException as {@link #with}
   */
  public static MarkerRules of(MarkerText own) throws InvalidMarkersException {
    return own == null ? shipped() : shipped().with(own);
  }

  /**
   * These, and those of a user's file behind them.
   *
   * @throws InvalidMarkersException if a rule of the file cannot be used, or has the id of another
   */
  public MarkerRules with(MarkerText file) throws InvalidMarkersException {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(new MarkerFile(file.name(), file.text()).entries());
    Set<String> ids = new HashSet<>();
    for (Entry each : all) {
      if (!ids.add(each.rule().id())) {
        throw new InvalidMarkersException(
            file.name()
                + ": the rule "
                + each.rule().id()
                + " ships already; give yours another id.");
      }
    }
    return new MarkerRules(all);
  }

  /** In the order in which they were read. */
  public List<MarkerRule> list() {
    return entries.stream().map(Entry::rule).toList();
  }

  List<Entry> entries() {
    return entries;
  }
}
