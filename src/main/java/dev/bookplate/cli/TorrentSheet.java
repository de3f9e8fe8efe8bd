package dev.bookplate.cli;

import dev.bookplate.catalogue.torrent.FileCheck;
import dev.bookplate.catalogue.torrent.Torrent;
import dev.bookplate.catalogue.torrent.TorrentCheck;
import dev.bookplate.catalogue.torrent.TorrentFile;
import dev.bookplate.catalogue.torrent.Verdict;
import dev.bookplate.report.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A torrent as people and programs are shown it. */
record TorrentSheet(Path source, Torrent torrent, TorrentCheck check) {
  List<String> lines() {
    FactSheet facts = new FactSheet();
    facts.head(source.toString());
    facts.fact("Name", torrent.name());
    facts.fact("Version", torrent.version());
    facts.fact("Infohash v1", torrent.infohashes().v1());
    facts.fact("Infohash v2", torrent.infohashes().v2());
    facts.fact("Pieces", pieces());
    facts.fact("Files", Figures.count(torrent.files().size()));
    facts.fact("Made by", torrent.madeBy());
    String label = "Checked";
    for (Verdict verdict : check == null ? new Verdict[0] : Verdict.values()) {
      facts.fact(label, count(verdict));
      label = count(verdict) == null ? label : "";
    }
    List<String> lines = new ArrayList<>(facts.lines());
    lines.add("");
    lines.addAll(check == null ? listed().lines() : checked().lines());
    return lines;
  }

  private String count(Verdict verdict) {
    long count = check.count(verdict);
    return count == 0 ? null : Figures.count(count) + " " + verdict;
  }

  private String pieces() {
    return Figures.count(torrent.pieceLength()) + " bytes each";
  }

  private TextTable listed() {
    TextTable table = new TextTable("file", "bytes", "pieces", "length", "path");
    for (TorrentFile file : torrent.files()) {
      table.row(file.index(), bytes(file), pieces(file), file.length(), path(file));
    }
    return table;
  }

  private TextTable checked() {
    TextTable table = new TextTable("file", "verdict", "bytes", "pieces", "held", "path", "why");
    for (FileCheck each : check.files()) {
      TorrentFile file = each.file();
      String held = each.piecesHeld() + " of " + each.pieces();
      table.row(
          file.index(),
          each.verdict(),
          bytes(file),
          pieces(file),
          held,
          each.found() == null ? path(file) : each.found(),
          each.reason());
    }
    return table;
  }

  private static String bytes(TorrentFile file) {
    return file.start() + "-" + file.end();
  }

  private String pieces(TorrentFile file) {
    return torrent.firstPiece(file) + "-" + torrent.lastPiece(file);
  }

  private String path(TorrentFile file) {
    String kind = file.isData() ? "" : " (" + file.kind() + ")";
    return torrent.fullPath(file) + kind;
  }

  List<Map<String, Object>> json() {
    List<Map<String, Object>> lines = new ArrayList<>();
    if (check == null) {
      torrent.files().forEach(f -> lines.add(json(f)));
    } else {
      check.files().forEach(f -> lines.add(json(f)));
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("torrent", source.toString());
    summary.put("name", torrent.name());
    summary.put("version", torrent.version());
    summary.put("infohashV1", torrent.infohashes().v1());
    summary.put("infohashV2", torrent.infohashes().v2());
    summary.put("pieceLength", torrent.pieceLength());
    summary.put("files", torrent.files().size());
    summary.put("length", torrent.length());
    summary.put("madeBy", torrent.madeBy());
    if (check != null) {
      for (Verdict verdict : Verdict.values()) {
        summary.put(verdict.name(), check.count(verdict));
      }
      summary.put("unread", check.unread().stream().map(Path::toString).toList());
    }
    lines.add(summary);
    return lines;
  }

  private Map<String, Object> json(TorrentFile file) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("torrent", source.toString());
    line.put("infohashV1", torrent.infohashes().v1());
    line.put("infohashV2", torrent.infohashes().v2());
    line.put("index", file.index());
    line.put("path", torrent.fullPath(file));
    line.put("kind", file.kind().name());
    line.put("length", file.length());
    line.put("byteStart", file.start());
    line.put("byteEnd", file.end());
    line.put("firstPiece", torrent.firstPiece(file));
    line.put("lastPiece", torrent.lastPiece(file));
    line.put("root", file.root());
    line.put("sha1", file.sha1());
    return line;
  }

  private Map<String, Object> json(FileCheck each) {
    Map<String, Object> line = json(each.file());
    line.put("found", each.found() == null ? null : each.found().toString());
    line.put("verdict", each.verdict().name());
    line.put("piecesHeld", each.piecesHeld());
    line.put("pieces", each.pieces());
    line.put("reason", each.reason());
    return line;
  }
}
