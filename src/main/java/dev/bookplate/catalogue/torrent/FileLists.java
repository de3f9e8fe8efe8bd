package dev.bookplate.catalogue.torrent;

import dev.bookplate.catalogue.torrent.Bencoded.Bytes;
import dev.bookplate.catalogue.torrent.Bencoded.Dict;
import dev.bookplate.origin.Digests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files that the two versions list, each in its own way. */
final class FileLists {
  /** BitComet's, from before there was an attribute. */
  private static final String PADDING = "_____padding_file_";

  private static final int MOST_DUPLICATES = 100;
  private static final long LONGEST = 1L << 48;

  private final Dict info;
  private final String name;
  private final long pieceLength;

  FileLists(Dict info, String name, long pieceLength) {
    this.info = info;
    this.name = name;
    this.pieceLength = pieceLength;
  }

  /** Version 1: a list, or one length. */
  List<TorrentFile> list(Bytes written) throws InvalidTorrentException {
    List<Bencoded> listed = info.list("files");
    List<TorrentFile> files = new ArrayList<>();
    if (listed == null) {
      if (written.length() == 0 || SafePath.part(written).isEmpty()) {
        throw new InvalidTorrentException("its one file has no name");
      }
      files.add(file(info, 0, name, 0));
      return files;
    }
    long start = 0;
    for (Bencoded each : listed) {
      if (!(each instanceof Dict file)) {
        throw new InvalidTorrentException("file " + files.size() + " is no dictionary");
      }
      files.add(file(file, files.size(), null, start));
      start = files.getLast().end();
      refuseTooLong(start);
    }
    return files;
  }

  private TorrentFile file(Dict file, int index, String single, long start)
      throws InvalidTorrentException {
    String attributes = file.bytes("attr") == null ? "" : file.bytes("attr").text();
    boolean isLink = attributes.indexOf('l') >= 0 && file.list("symlink path") != null;
    if (isLink) {
      texts(file.list("symlink path"), "link of file " + index);
    }
    long length = isLink ? 0 : length(file, "file " + index);
    boolean isPad = attributes.indexOf('p') >= 0;
    String path = single != null ? single : path(file, index, isPad, length);
    isPad |= path.contains(PADDING);
    Bytes sha1 = file.bytes("sha1");
    String hint = sha1 != null && sha1.length() == 20 ? Digests.hex(sha1.copy()) : null;
    return new TorrentFile(index, path, length, start, kind(isLink, isPad), null, hint);
  }

  private static TorrentFile.Kind kind(boolean isLink, boolean isPad) {
    if (isLink) {
      return TorrentFile.Kind.LINK;
    }
    return isPad ? TorrentFile.Kind.PAD : TorrentFile.Kind.DATA;
  }

  private static String path(Dict file, int index, boolean isPad, long length)
      throws InvalidTorrentException {
    List<Bencoded> parts =
        file.list("path.utf-8") != null ? file.list("path.utf-8") : file.list("path");
    if (parts != null && !parts.isEmpty()) {
      return SafePath.of(texts(parts, "path of file " + index));
    }
    if (isPad) {
      return ".pad/" + length;
    }
    throw new InvalidTorrentException("file " + index + " has no path");
  }

  private static List<Bytes> texts(List<Bencoded> parts, String what)
      throws InvalidTorrentException {
    List<Bytes> texts = new ArrayList<>();
    for (Bencoded each : parts) {
      if (!(each instanceof Bytes text)) {
        throw new InvalidTorrentException("the " + what + " has a part that is no text");
      }
      texts.add(text);
    }
    return texts;
  }

  private static long length(Dict file, String what) throws InvalidTorrentException {
    Long length = file.number("length");
    if (length == null || length < 0 || length > LONGEST) {
      throw new InvalidTorrentException(
          what + " has " + (length == null ? "no length" : "the impossible length " + length));
    }
    return length;
  }

  private static void refuseTooLong(long end) throws InvalidTorrentException {
    if (end > LONGEST) {
      throw new InvalidTorrentException("its files are longer than " + LONGEST + " bytes");
    }
  }

  /** Version 2: a tree, in which a name without letters stands for the file itself. */
  List<TorrentFile> tree() throws InvalidTorrentException {
    Dict tree = info.dict("file tree");
    if (tree == null) {
      throw new InvalidTorrentException("it is of version 2 and has no file tree");
    }
    List<TorrentFile> files = new ArrayList<>();
    branch(tree, new ArrayList<>(), files);
    return files;
  }

  /** The parser has bounded the depth. */
  private void branch(Dict tree, List<Bytes> above, List<TorrentFile> files)
      throws InvalidTorrentException {
    for (Bencoded.Entry each : tree.entries()) {
      if (each.key().length() == 0) {
        throw new InvalidTorrentException("its file tree has a file without a name");
      }
      if (!(each.value() instanceof Dict below)) {
        throw new InvalidTorrentException(
            "\"" + each.key().text() + "\" in its file tree is no dictionary");
      }
      above.add(each.key());
      if (isLeaf(below)) {
        files.add(leaf(below.entries().getFirst().value(), above, files));
      } else {
        branch(below, above, files);
      }
      above.removeLast();
    }
  }

  private static boolean isLeaf(Dict below) {
    return below.entries().size() == 1 && below.entries().getFirst().key().length() == 0;
  }

  private TorrentFile leaf(Bencoded value, List<Bytes> path, List<TorrentFile> files)
      throws InvalidTorrentException {
    int index = files.size();
    String what = "file " + index + " of its tree";
    if (!(value instanceof Dict file)) {
      throw new InvalidTorrentException(what + " is no dictionary");
    }
    String attributes = file.bytes("attr") == null ? "" : file.bytes("attr").text();
    if (attributes.indexOf('p') >= 0) {
      throw new InvalidTorrentException(what + " is of padding, which version 2 has not");
    }
    boolean isLink = attributes.indexOf('l') >= 0 && file.list("symlink path") != null;
    long length = isLink ? 0 : length(file, what);
    String root = length == 0 ? null : root(file, what);
    long start = files.isEmpty() ? 0 : aligned(files.getLast().end());
    refuseTooLong(start + length);
    String safe = safe(path);
    return new TorrentFile(index, safe, length, start, kind(isLink, false), root, null);
  }

  private static String safe(List<Bytes> path) {
    List<String> parts = new ArrayList<>();
    for (Bytes each : path) {
      String part = SafePath.part(each);
      // a name in a tree stands for something: it is never left out
      parts.add(part.isEmpty() ? "_" : part);
    }
    return String.join("/", parts);
  }

  private static String root(Dict file, String what) throws InvalidTorrentException {
    Bytes root = file.bytes("pieces root");
    if (root == null || root.length() != 32) {
      throw new InvalidTorrentException(what + " has no \"pieces root\" of 32 bytes");
    }
    String hex = Digests.hex(root.copy());
    if (hex.chars().allMatch(c -> c == '0')) {
      throw new InvalidTorrentException(what + " has a \"pieces root\" of zeros");
    }
    return hex;
  }

  private long aligned(long at) {
    return (at + pieceLength - 1) / pieceLength * pieceLength;
  }

  /** Both versions must list the same files at the same places: the list, with the tree's roots. */
  List<TorrentFile> both(List<TorrentFile> list, List<TorrentFile> tree)
      throws InvalidTorrentException {
    List<TorrentFile> files = new ArrayList<>();
    int next = 0;
    for (TorrentFile each : list) {
      if (each.kind() == TorrentFile.Kind.PAD) {
        files.add(each);
        continue;
      }
      TorrentFile other = next < tree.size() ? tree.get(next) : null;
      next++;
      if (other == null
          || other.length() != each.length()
          || !other.path().equals(each.path())
          || (each.length() > 0 && each.start() % pieceLength != 0)) {
        throw new InvalidTorrentException(
            "its versions 1 and 2 do not list the same files: file "
                + each.index()
                + ", "
                + each.path());
      }
      files.add(
          new TorrentFile(
              each.index(),
              each.path(),
              each.length(),
              each.start(),
              each.kind(),
              other.root(),
              each.sha1()));
    }
    if (next != tree.size()) {
      throw new InvalidTorrentException(
          "its versions 1 and 2 do not list the same files: version 2 has " + tree.size());
    }
    return files;
  }

  /** A few files of one name are told apart by their numbers; many are an attack on clients. */
  static void refuseDuplicates(List<TorrentFile> files) throws InvalidTorrentException {
    Set<String> names = new HashSet<>();
    int duplicates = 0;
    for (TorrentFile each : files) {
      boolean isNew = names.add(each.path().toLowerCase(Locale.ROOT));
      duplicates += isNew || each.kind() == TorrentFile.Kind.PAD ? 0 : 1;
    }
    if (duplicates > MOST_DUPLICATES) {
      throw new InvalidTorrentException(duplicates + " of its files have the path of another");
    }
  }
}
