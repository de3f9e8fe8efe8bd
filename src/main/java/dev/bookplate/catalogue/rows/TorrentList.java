package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.torrent.InvalidTorrentException;
import dev.bookplate.catalogue.torrent.Torrent;
import dev.bookplate.catalogue.torrent.TorrentFile;
import dev.bookplate.catalogue.torrent.TorrentParser;
import dev.bookplate.extract.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** The files that a torrent lists: rows count them from 0, padding and links included. */
public final class TorrentList implements RowFormat {
  @Override
  public String label() {
    return "torrent";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.startsWith("d")
        && head.length() > 1
        && Character.isDigit(head.charAt(1))
        && (name.endsWith(".torrent") || head.contains("4:infod"));
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    try (InputStream in = bytes.open()) {
      Torrent torrent = TorrentParser.parse(in);
      return new Reader(torrent, name, torrent.files().iterator());
    } catch (InvalidTorrentException e) {
      throw new IOException("it is no valid torrent: " + e.getMessage(), e);
    }
  }

  private record Reader(Torrent torrent, String source, Iterator<TorrentFile> files)
      implements RowReader {
    @Override
    public RowOutcome next() {
      return files.hasNext() ? read(files.next()) : null;
    }

    private RowOutcome read(TorrentFile file) {
      RowPlace place = new RowPlace(source, null, file.index());
      if (!file.isData()) {
        String what = file.kind() == TorrentFile.Kind.PAD ? "padding" : "a link";
        return new RowOutcome.Rejected(place, "This file of the torrent is " + what + ".");
      }
      String path = torrent.fullPath(file);
      if (PathLines.isNoBook(path)) {
        return new RowOutcome.Rejected(
            place, "This file of the torrent has the ending of something that is no book.");
      }
      PathName name = PathName.of(path);
      Torrent.Infohashes hashes = torrent.infohashes();
      String key = hashes.v1() == null ? hashes.v2() : hashes.v1();
      RowBuilder book = new RowBuilder(place).key("btih:" + key, Integer.toString(file.index()));
      name.file(book.file).size(file.length());
      book.file.digest(FileFacts.Digest.SHA1, file.sha1());
      book.numbers.addHidden(name.path());
      return book.names(name.names())
          .note("other-reading", name.otherReading())
          .note("infohash-v1", hashes.v1())
          .note("infohash-v2", hashes.v2())
          .note("torrent-bytes", file.start() + "-" + file.end())
          .note("pieces-root", file.root())
          .outcome();
    }

    @Override
    public void close() {
      // all was read when it was opened
    }
  }
}
