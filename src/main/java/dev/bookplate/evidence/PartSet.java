package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All parts of one scan, checked to be just that. */
public final class PartSet {
  private record Placed(ScannedPart part, PartRecord.Shard shard) {}

  private final List<ScannedPart> parts;
  private final List<Placed> shards = new ArrayList<>();

  private PartSet(List<ScannedPart> parts) {
    this.parts = parts;
  }

  /**
   * Puts parts in their order.
   *
   * @param parts in any order, at least one
   * @throws RunFolderException.OtherParts if they are of different scans, or one is missing or
   *     there twice
   * @throws RunFolderException.Damaged if their shards are not those of the corpus
   */
  public static PartSet of(List<ScannedPart> parts) throws IOException {
    ScannedPart first = parts.getFirst();
    Map<Integer, ScannedPart> byNumber = new TreeMap<>();
    for (ScannedPart part : parts) {
      String difference = first.record().difference(part.record());
      if (difference != null) {
        throw new RunFolderException.OtherParts(
            name(part)
                + " is of another scan than "
                + name(first)
                + ": it differs in "
                + difference);
      }
      ScannedPart same = byNumber.put(part.part().part().number(), part);
      if (same != null) {
        throw new RunFolderException.OtherParts(
            name(same) + " and " + name(part) + " are both " + part.part().part());
      }
    }
    refuseMissing(byNumber, first.record().part().of());
    PartSet set = new PartSet(List.copyOf(byNumber.values()));
    set.collect();
    return set;
  }

  private static void refuseMissing(Map<Integer, ScannedPart> byNumber, int of) throws IOException {
    String missing =
        IntStream.rangeClosed(1, of)
            .filter(n -> !byNumber.containsKey(n))
            .limit(10)
            .mapToObj(n -> new Part(n, of).toString())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new RunFolderException.OtherParts(
          "not all parts were named: " + missing + " is missing");
    }
  }

  private void collect() throws IOException {
    for (ScannedPart part : parts) {
      part.part().shards().forEach(shard -> shards.add(new Placed(part, shard)));
    }
    shards.sort(Comparator.comparingInt(p -> p.shard.receipt().ordinal()));
    for (int i = 0; i < shards.size(); i++) {
      if (shards.get(i).shard.receipt().ordinal() != i) {
        throw damaged(shards.get(i).part);
      }
    }
    if (shards.size() != parts.getFirst().record().shards()) {
      throw damaged(parts.getLast());
    }
  }

  private static RunFolderException damaged(ScannedPart part) {
    return new RunFolderException.Damaged(
        part.folder().root().resolve(PartFolder.PART),
        "with its shards the corpus is not whole, or has some of them twice");
  }

  private static String name(ScannedPart part) {
    return part.folder().root().toString();
  }

  /** In their order. */
  public List<ScannedPart> parts() {
    return parts;
  }

  /** The one that tells what all have in common. */
  public ScannedPart first() {
    return parts.getFirst();
  }

  /** What a merge has to know. */
  public MergePlan plan() throws IOException {
    ScanTerms terms = first().terms();
    return new MergePlan(
        first().record().plan(),
        shards.stream()
            .map(s -> new MergePlan.Part(s.shard.receipt().ordinal(), s.shard.file()))
            .toList(),
        inputs(),
        terms.works(),
        terms.unread(),
        terms.quotePolicy());
  }

  /** One a shard, by ordinal. */
  public List<ShardReceipt> receipts() {
    return shards.stream().map(s -> s.shard.receipt()).toList();
  }

  /** Where the file of a shard is. */
  public Path shards(int ordinal) {
    return shards.get(ordinal).part.folder().shards();
  }

  /** A file that several parts read must have been the same for all of them. */
  private Map<InputFile, Digests> inputs() throws IOException {
    Map<InputFile, Digests> inputs = new TreeMap<>();
    Map<InputFile, ScannedPart> readers = new HashMap<>();
    for (ScannedPart part : parts) {
      for (ScannedFile input : part.part().inputs()) {
        Digests same = inputs.put(input.file(), input.digests());
        ScannedPart before = readers.put(input.file(), part);
        if (same != null && !same.equals(input.digests())) {
          throw new RunFolderException.OtherParts(
              String.format(
                  java.util.Locale.ROOT,
                  "the file %s/%s was not the same for %s and for %s",
                  input.corpus(),
                  input.path(),
                  name(before),
                  name(part)));
        }
      }
    }
    return inputs;
  }
}
