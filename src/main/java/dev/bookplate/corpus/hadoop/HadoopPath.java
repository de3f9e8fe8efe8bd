package dev.bookplate.corpus.hadoop;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;

/** A path in a Hadoop file system: names between slashes, absolute where it starts with one. */
final class HadoopPath implements Path {
  private final HadoopTree tree;
  private final boolean absolute;
  private final List<String> names;

  /** What a listing told of it, so that it need not be asked again for every file; or null. */
  private final FileStatus listed;

  HadoopPath(HadoopTree tree, String path) {
    this(tree, path.startsWith("/"), split(path), null);
  }

  private HadoopPath(HadoopTree tree, boolean absolute, List<String> names, FileStatus listed) {
    this.tree = tree;
    this.absolute = absolute;
    this.names = names;
    this.listed = listed;
  }

  private static List<String> split(String path) {
    return Arrays.stream(path.split("/", -1)).filter(name -> !name.isEmpty()).toList();
  }

  private HadoopPath of(boolean isAbsolute, List<String> parts) {
    return new HadoopPath(tree, isAbsolute, List.copyOf(parts), null);
  }

  /** A file of this folder, as its listing told of it. */
  HadoopPath entry(FileStatus status) {
    List<String> parts = new ArrayList<>(names);
    parts.add(status.getPath().getName());
    return new HadoopPath(tree, absolute, List.copyOf(parts), status);
  }

  FileStatus listed() {
    return listed;
  }

  /** As Hadoop names it. */
  org.apache.hadoop.fs.Path hadoop() {
    String path = "/" + String.join("/", names);
    // by parts, because a colon in a name would be taken for the end of a scheme
    URI root = URI.create(tree.root() + "/");
    return new org.apache.hadoop.fs.Path(root.getScheme(), root.getRawAuthority(), path);
  }

  @Override
  public HadoopTree getFileSystem() {
    return tree;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public Path getRoot() {
    return absolute ? of(true, List.of()) : null;
  }

  @Override
  public Path getFileName() {
    return names.isEmpty() ? null : of(false, List.of(names.getLast()));
  }

  @Override
  public Path getParent() {
    int last = names.size() - 1;
    return last < 0 || (last == 0 && !absolute) ? null : of(absolute, names.subList(0, last));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return of(false, List.of(names.get(index)));
  }

  @Override
  public Path subpath(int from, int to) {
    return of(false, names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof HadoopPath path
        && path.tree == tree
        && path.absolute == absolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof HadoopPath path
        && path.tree == tree
        && (path.absolute ? equals(path) : endsWith(path.names));
  }

  private boolean endsWith(List<String> last) {
    int from = names.size() - last.size();
    return from >= 0 && names.subList(from, names.size()).equals(last);
  }

  @Override
  public Path normalize() {
    Deque<String> kept = new ArrayDeque<>();
    for (String name : names) {
      if (!name.equals("..")) {
        if (!name.equals(".")) {
          kept.addLast(name);
        }
      } else if (kept.isEmpty() || kept.getLast().equals("..")) {
        if (!absolute) {
          kept.addLast(name);
        }
      } else {
        kept.removeLast();
      }
    }
    return kept.size() == names.size() ? this : of(absolute, List.copyOf(kept));
  }

  @Override
  public Path resolve(Path other) {
    if (other.isAbsolute()) {
      return other;
    }
    List<String> parts = new ArrayList<>(names);
    other.forEach(name -> parts.add(name.toString()));
    return of(absolute, parts);
  }

  @Override
  public Path relativize(Path other) {
    HadoopPath to = same(other);
    int common = 0;
    while (common < Math.min(names.size(), to.names.size())
        && names.get(common).equals(to.names.get(common))) {
      common++;
    }
    List<String> parts = new ArrayList<>();
    for (int i = common; i < names.size(); i++) {
      parts.add("..");
    }
    parts.addAll(to.names.subList(common, to.names.size()));
    return of(false, parts);
  }

  private HadoopPath same(Path other) {
    if (other instanceof HadoopPath path && path.tree == tree && path.absolute == absolute) {
      return path;
    }
    throw new ProviderMismatchException(other + " is of another file system than " + this);
  }

  @Override
  public URI toUri() {
    try {
      URI root = URI.create(tree.root() + "/");
      return new URI(
          root.getScheme(), root.getAuthority(), "/" + String.join("/", names), null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(this + " is no URI", e);
    }
  }

  @Override
  public Path toAbsolutePath() {
    return absolute ? this : of(true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    HadoopProvider.ONLY.checkAccess(this);
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("nothing is watched here");
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HadoopPath path
        && path.tree == tree
        && path.absolute == absolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return 31 * tree.hashCode() + names.hashCode();
  }

  /** The whole location where it is absolute. */
  @Override
  public String toString() {
    return (absolute ? tree.root() + "/" : "") + String.join("/", names);
  }
}
