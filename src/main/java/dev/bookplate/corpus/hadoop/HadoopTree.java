package dev.bookplate.corpus.hadoop;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** One of Hadoop's file systems, as Java sees it. It stays open as long as the process lives. */
final class HadoopTree extends FileSystem {
  private final String root;
  private final org.apache.hadoop.fs.FileSystem files;

  /**
   * Of an open file system.
   *
   * @param root scheme and authority, as typed: {@code hdfs://host:8020}
   */
  HadoopTree(String root, org.apache.hadoop.fs.FileSystem files) {
    this.root = root;
    this.files = files;
  }

  /** Scheme and authority. */
  String root() {
    return root;
  }

  org.apache.hadoop.fs.FileSystem files() {
    return files;
  }

  @Override
  public FileSystemProvider provider() {
    return HadoopProvider.ONLY;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("it is shared by all of the process");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(new HadoopPath(this, "/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    return new HadoopPath(this, more.length == 0 ? first : first + "/" + String.join("/", more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    throw new UnsupportedOperationException("no patterns here");
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("no users here");
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("nothing is watched here");
  }
}
