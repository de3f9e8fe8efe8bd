package dev.bookplate.origin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies a file's bytes. SHA-256 decides; MD5 is there because shadow libraries key on it,
 * SHA-1 because others list files by it.
 *
 * @param size in bytes
 * @param md5 32 lower-case hex digits
 * @param sha1 40 lower-case hex digits, or null where it was not made
 * @param sha256 64 lower-case hex digits
 */
public record Digests(long size, String md5, String sha1, String sha256) implements Serializable {

  /** Without SHA-1. */
  public Digests(long size, String md5, String sha256) {
    this(size, md5, null, sha256);
  }

  /** Reads a file once and digests it. */
  public static Digests of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /** Of bytes in memory. */
  public static Digests of(byte[] bytes) {
    try {
      return of(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be read", e);
    }
  }

  private static Digests of(InputStream in) throws IOException {
    MessageDigest md5 = algorithm("MD5");
    MessageDigest sha1 = algorithm("SHA-1");
    MessageDigest sha256 = algorithm("SHA-256");
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      md5.update(buffer, 0, n);
      sha1.update(buffer, 0, n);
      sha256.update(buffer, 0, n);
      size += n;
    }
    return new Digests(size, hex(md5.digest()), hex(sha1.digest()), hex(sha256.digest()));
  }

  /** SHA-256 of the UTF-8 of a text, in hex. */
  public static String sha256(Utf8Text text) {
    MessageDigest sha256 = algorithm("SHA-256");
    sha256.update(text.bytes(), text.offset(), text.length());
    return hex(sha256.digest());
  }

  /** SHA-256 of the UTF-8 of a string, in hex. */
  public static String sha256(String text) {
    return sha256(Utf8Text.of(text));
  }

  /** A digest that every JDK has. */
  public static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + name, e);
    }
  }

  /** Lower-case hex. */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
