package dev.bookplate.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says only because it is a page: its number, and lines at its edges that stand on the
 * pages around it as well but for their numbers. A line is one only if pages close by agree, so
 * that a text that merely begins with a number, or a refrain, stays.
 */
final class RunningHeads {
  /** Lines from an edge that are looked at. */
  private static final int EDGE = 2;

  /** How far a page that agrees may be: heads differ on left and right pages, and by chapter. */
  private static final int NEAR = 4;

  /** With less pages that agree, it may be chance. */
  private static final int PAGES = 3;

  private static final int LONGEST = 120;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("\\W*(?:page\\s+)?(\\d{1,5}|[ivxlc]{1,8})(?:\\s*(?:of|/)\\s*\\d{1,5})?\\W*");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final List<List<String>> pages;

  /** Pages by what their lines at an edge say, numbers left out. */
  private final Map<String, List<Integer>> agreeing = new HashMap<>();

  private final Map<String, String> heads = new LinkedHashMap<>();

  /**
   * Of a document.
   *
   * @param pages the lines of each
   */
  RunningHeads(List<List<String>> pages) {
    this.pages = pages;
    for (int page = 0; page < pages.size(); page++) {
      List<String> lines = pages.get(page);
      for (int line : edges(lines)) {
        agreeing.computeIfAbsent(key(lines.get(line)), k -> new ArrayList<>()).add(page);
        String number = numberKey(lines.get(line), page);
        if (number != null) {
          agreeing.computeIfAbsent(number, k -> new ArrayList<>()).add(page);
        }
      }
    }
  }

  /** A page's own lines, without empty ones at its ends. */
  List<String> withoutHeads(int page) {
    List<String> lines = pages.get(page);
    List<Integer> edges = edges(lines);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!edges.contains(i) || !isHead(lines.get(i), page)) {
        kept.add(lines.get(i));
      }
    }
    while (!kept.isEmpty() && kept.getLast().isBlank()) {
      kept.removeLast();
    }
    while (!kept.isEmpty() && kept.getFirst().isBlank()) {
      kept.removeFirst();
    }
    return kept;
  }

  /** The heads that were left out, each once, as it stands on the first page that has it. */
  List<String> heads() {
    return List.copyOf(heads.values());
  }

  private boolean isHead(String line, int page) {
    String number = numberKey(line, page);
    if (number != null && near(number, page) >= Math.min(PAGES, pages.size()) && pages.size() > 1) {
      return true;
    }
    String key = key(line);
    boolean isHead =
        LETTER.matcher(line).find() && line.length() <= LONGEST && near(key, page) >= PAGES;
    if (isHead) {
      heads.putIfAbsent(key, line.strip());
    }
    return isHead;
  }

  /** Pages that agree, this one counted. */
  private long near(String key, int page) {
    return agreeing.getOrDefault(key, List.of()).stream()
        .filter(p -> Math.abs(p - page) <= NEAR)
        .distinct()
        .count();
  }

  private static String key(String line) {
    return NUMBER
        .matcher(line.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .replaceAll("#");
  }

  /** Of a page number how far it is from the page's own, which pages that follow share; or null. */
  private static String numberKey(String line, int page) {
    Matcher number = PAGE_NUMBER.matcher(line.strip().toLowerCase(Locale.ROOT));
    if (!number.matches()) {
      return null;
    }
    String digits = number.group(1);
    int value =
        Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : RomanNumber.of(digits);
    return value < 0 ? null : "page " + (value - page);
  }

  /** Positions of the first and last lines that are not empty. */
  private static List<Integer> edges(List<String> lines) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        filled.add(i);
      }
    }
    if (filled.size() <= 2 * EDGE) {
      return filled;
    }
    List<Integer> edges = new ArrayList<>(filled.subList(0, EDGE));
    edges.addAll(filled.subList(filled.size() - EDGE, filled.size()));
    return edges;
  }
}
