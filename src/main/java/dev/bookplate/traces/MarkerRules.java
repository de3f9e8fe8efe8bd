package dev.bookplate.traces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int LARGEST = 1 << 20;

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
    try (InputStream in = MarkerRules.class.getResourceAsStream(SHIPPED)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new MarkerRules(new MarkerFile(SHIPPED, text).entries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidMarkersException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * These, and those of a user's file behind them.
   *
   * @throws InvalidMarkersException if a rule of the file cannot be used, or has the id of another
   */
  public MarkerRules with(Path file) throws IOException, InvalidMarkersException {
    if (Files.size(file) > LARGEST) {
      throw new InvalidMarkersException(
          file + " is larger than " + LARGEST + " bytes: it is no file of rules.");
    }
    byte[] bytes = Files.readAllBytes(file);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new InvalidMarkersException(file + " is not UTF-8; save it as UTF-8.");
    }
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(new MarkerFile(file.toString(), text).entries());
    Set<String> ids = new HashSet<>();
    for (Entry each : all) {
      if (!ids.add(each.rule().id())) {
        throw new InvalidMarkersException(
            file + ": the rule " + each.rule().id() + " ships already; give yours another id.");
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
