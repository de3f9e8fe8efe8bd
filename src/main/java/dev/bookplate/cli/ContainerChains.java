package dev.bookplate.cli;

import dev.bookplate.corpus.Wrappings;
import dev.bookplate.origin.Origin;
import dev.bookplate.report.Figures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the records of one file are wrapped, from the outside in: {@code gzip > tar > zip > EPUB}.
 * What is told of a member holds until the next is told of, as members are read one after the
 * other.
 */
final class ContainerChains implements Wrappings {
  private static final String INSIDE = " > ";

  private final Map<String, Long> documents = new TreeMap<>();
  private List<String> file = List.of();
  private String member;
  private List<String> levels = List.of();
  private long bytes = -1;

  @Override
  public void wrapped(Origin whole, List<String> wrapped, long size) {
    if (whole.member() == null) {
      file = wrapped;
    }
    member = whole.member();
    levels = wrapped;
    bytes = size;
  }

  /** Counts a document under its chain. */
  void count(String of) {
    String chain = of(of);
    if (chain != null) {
      documents.merge(chain, 1L, Long::sum);
    }
  }

  /** The chain of a member, or of the file where it is null; null where nothing was told of it. */
  String of(String of) {
    if (of == null) {
      return file.isEmpty() ? null : String.join(INSIDE, file);
    }
    return isToldLast(of) ? String.join(INSIDE, levels) : null;
  }

  /** Bytes of a member as it is in its archive, or null. */
  Long bytes(String of) {
    return isToldLast(of) && bytes >= 0 ? bytes : null;
  }

  /** Two members of one name are told apart by a number behind it. */
  private boolean isToldLast(String of) {
    return Objects.equals(of, member);
  }

  /** For people; null where nothing is wrapped. */
  String told() {
    boolean isPlain = file.size() < 2 && documents.keySet().stream().noneMatch(this::isWrapped);
    if (isPlain) {
      return null;
    }
    return documents.isEmpty()
        ? String.join(INSIDE, file)
        : documents.entrySet().stream()
            .map(e -> e.getKey() + " (" + Figures.count(e.getValue()) + ")")
            .collect(Collectors.joining(", "));
  }

  private boolean isWrapped(String chain) {
    return chain.contains(INSIDE);
  }

  /** For programs: the levels of the file itself. */
  List<String> file() {
    return file;
  }

  /** For programs: documents by chain. */
  Map<String, Long> documents() {
    return documents;
  }
}
