package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web archives with a gzip member a record, of which one is damaged: the others are read. */
class DamagedMembersTest {
  private static final int RECORDS = 6;

  @TempDir Path folder;

  private static byte[] record(int number, String version) {
    String answer = version.isEmpty() ? "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" : "";
    StringBuilder text = new StringBuilder(answer + "Record " + number + ":");
    SplittableRandom random = new SplittableRandom(number);
    for (int i = 0; i < 300; i++) {
      text.append(' ').append(Long.toString(random.nextLong(1 << 20), 36));
    }
    String body = text.append('\n').toString();
    String header =
        version.isEmpty()
            ? "http://x/" + number + " 127.0.0.1 20240101000000 text/plain " + body.length() + "\n"
            : version
                + "\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://x/\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n";
    return (header + body + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Members, and where each begins. */
  private static byte[] members(String version, List<Integer> starts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < RECORDS; i++) {
      starts.add(all.size());
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      try (OutputStream gzip = new GZIPOutputStream(one)) {
        gzip.write(record(i, version));
      }
      all.writeBytes(one.toByteArray());
    }
    return all.toByteArray();
  }

  private List<String> read(String name, byte[] bytes) throws IOException {
    return Readings.read(Files.write(folder.resolve(name), bytes), ReadOptions.DEFAULT).stream()
        .map(told -> told.replaceFirst("^read .*=(Record \\d).*\\n?", "$1"))
        .map(told -> told.replaceFirst("^failed \\S+ ", "failed "))
        .toList();
  }

  @Test
  void whatFollowsADamagedMemberIsRead() throws IOException {
    List<Integer> starts = new ArrayList<>();
    byte[] file = members("WARC/1.0", starts);
    int damaged = 2;
    for (int at : new int[] {0, 1, 20, 200, 900}) {
      byte[] bent = file.clone();
      bent[starts.get(damaged) + at] ^= 0x55;
      List<String> read = read("a.warc.gz", bent);
      assertEquals("Record 1", read.get(1), "with byte " + at);
      assertEquals("Record 3", read.get(read.size() - 3), "with byte " + at);
      assertEquals("Record 5", read.getLast(), "with byte " + at);
      assertTrue(
          read.stream()
              .anyMatch(
                  told ->
                      told.contains(
                          ": bytes "
                              + starts.get(damaged)
                              + " to "
                              + starts.get(damaged + 1)
                              + " of the packed file are lost")),
          read.toString());
    }
  }

  @Test
  void twoAreToldOfOneByOne() throws IOException {
    List<Integer> starts = new ArrayList<>();
    byte[] file = members("WARC/1.1", starts);
    file[starts.get(1) + 30] ^= 0x55;
    file[starts.get(4) + 30] ^= 0x55;
    List<String> read = read("a.warc.gz", file);
    List<String> whole = read.stream().filter(told -> told.startsWith("Record")).toList();
    assertEquals(List.of("Record 0", "Record 2", "Record 3", "Record 5"), whole);
    assertEquals(2, read.stream().filter(told -> told.contains("are lost")).count());
  }

  @Test
  void arcGoesOnToo() throws IOException {
    List<Integer> starts = new ArrayList<>();
    byte[] members = members("", starts);
    String first = "filedesc://a.arc 0.0.0.0 20240101000000 text/plain 76\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write((first + "1 0 x\n" + "y".repeat(70) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    int shift = out.size();
    out.writeBytes(members);
    byte[] file = out.toByteArray();
    file[shift + starts.get(3) + 40] ^= 0x55;
    List<String> read = read("a.arc.gz", file);
    assertTrue(read.contains("Record 2"), read.toString());
    assertTrue(read.contains("Record 4"), read.toString());
    assertTrue(read.stream().anyMatch(told -> told.contains("are lost")), read.toString());
  }

  @Test
  void oneMemberForAllHasNothingBehindItsDamage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      for (int i : IntStream.range(0, RECORDS).toArray()) {
        gzip.write(record(i, "WARC/1.0"));
      }
    }
    byte[] file = out.toByteArray();
    assertEquals(RECORDS, read("a.warc.gz", file).size());
    file[file.length / 2] ^= 0x55;
    List<String> read = read("a.warc.gz", file);
    assertEquals("Record 0", read.getFirst());
    assertTrue(read.getLast().startsWith("failed the data is damaged or cut off"), read.getLast());
  }
}
