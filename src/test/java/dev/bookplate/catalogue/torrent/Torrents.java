package dev.bookplate.catalogue.torrent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes torrents, the plain way: an oracle for the one that reads them. */
public final class Torrents {
  static final int PIECE = 1 << 15;

  private Torrents() {}

  /** Bencodes strings, bytes, numbers, lists, and maps in the order that they have. */
  public static byte[] bencode(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(value, out);
    return out.toByteArray();
  }

  private static void write(Object value, ByteArrayOutputStream out) {
    switch (value) {
      case byte[] bytes -> {
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
      }
      case String text -> write(text.getBytes(StandardCharsets.UTF_8), out);
      case Number number ->
          out.writeBytes(("i" + number + "e").getBytes(StandardCharsets.US_ASCII));
      case List<?> list -> {
        out.write('l');
        list.forEach(each -> write(each, out));
        out.write('e');
      }
      case Map<?, ?> map -> {
        out.write('d');
        map.forEach(
            (key, each) -> {
              write(key, out);
              write(each, out);
            });
        out.write('e');
      }
      default -> throw new IllegalArgumentException(value.toString());
    }
  }

  /** Of version 1: files in order; a name that starts with .pad is padding. */
  static Map<String, Object> v1(Map<String, byte[]> files) throws Exception {
    List<Object> list = new ArrayList<>();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (var each : files.entrySet()) {
      Map<String, Object> file = new TreeMap<>();
      if (each.getKey().startsWith(".pad")) {
        file.put("attr", "p");
      }
      file.put("length", each.getValue().length);
      file.put("path", List.of(each.getKey().split("/", -1)));
      list.add(file);
      all.writeBytes(each.getValue());
    }
    Map<String, Object> info = new TreeMap<>();
    info.put("files", list);
    info.put("name", "folder");
    info.put("piece length", PIECE);
    info.put("pieces", pieces(all.toByteArray()));
    return info;
  }

  static byte[] pieces(byte[] all) throws Exception {
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    for (int at = 0; at < all.length; at += PIECE) {
      byte[] piece = Arrays.copyOfRange(all, at, Math.min(all.length, at + PIECE));
      pieces.writeBytes(MessageDigest.getInstance("SHA-1").digest(piece));
    }
    return pieces.toByteArray();
  }

  /** Of version 2, with its piece layers: one file at the top of the tree each. */
  static Map<Object, Object> v2(Map<String, byte[]> files, Map<String, Object> v1)
      throws Exception {
    Map<String, Object> tree = new TreeMap<>();
    Map<Object, Object> layers = new LinkedHashMap<>();
    for (var each : files.entrySet()) {
      Map<String, Object> file = new TreeMap<>();
      file.put("length", each.getValue().length);
      if (each.getValue().length > 0) {
        byte[] root = root(each.getValue(), 0);
        file.put("pieces root", root);
        if (each.getValue().length > PIECE) {
          layers.put(root, layer(each.getValue()));
        }
      }
      tree.put(each.getKey(), Map.of("", file));
    }
    Map<String, Object> info = new TreeMap<>(v1);
    info.put("file tree", tree);
    info.put("meta version", 2);
    info.put("name", "folder");
    info.put("piece length", PIECE);
    Map<Object, Object> torrent = new LinkedHashMap<>();
    torrent.put("info", info);
    torrent.put("piece layers", layers);
    return torrent;
  }

  private static byte[] layer(byte[] file) throws Exception {
    ByteArrayOutputStream layer = new ByteArrayOutputStream();
    for (int at = 0; at < file.length; at += PIECE) {
      byte[] piece = Arrays.copyOfRange(file, at, Math.min(file.length, at + PIECE));
      layer.writeBytes(root(piece, PIECE / MerkleTree.BLOCK));
    }
    return layer.toByteArray();
  }

  /** All leaves at once, filled up, and halved until one is left. */
  static byte[] root(byte[] file, int atLeast) throws Exception {
    List<byte[]> level = new ArrayList<>();
    for (int at = 0; at < file.length; at += MerkleTree.BLOCK) {
      byte[] block = Arrays.copyOfRange(file, at, Math.min(file.length, at + MerkleTree.BLOCK));
      level.add(MessageDigest.getInstance("SHA-256").digest(block));
    }
    while (level.size() < atLeast || Integer.bitCount(level.size()) != 1) {
      level.add(new byte[32]);
    }
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(level.get(i));
        above.add(sha256.digest(level.get(i + 1)));
      }
      level = above;
    }
    return level.getFirst();
  }

  /** Bytes that are no pattern, the same each time. */
  public static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    int state = seed * 2 + 1;
    for (int i = 0; i < length; i++) {
      state = state * 1_103_515_245 + 12_345;
      bytes[i] = (byte) (state >>> 16);
    }
    return bytes;
  }
}
