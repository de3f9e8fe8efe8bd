package dev.bookplate.corpus.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.security.AccessControlException;

/**
 * What {@link Files} does with Hadoop's paths: lists, reads from any place, writes whole files,
 * makes folders, moves and deletes. No links, no permissions, no appending.
 */
final class HadoopProvider extends FileSystemProvider {
  static final HadoopProvider ONLY = new HadoopProvider();

  private HadoopProvider() {}

  /** Does something with Hadoop, whose exceptions become those of Java's files. */
  private interface Call<V> {
    V on(org.apache.hadoop.fs.FileSystem files, org.apache.hadoop.fs.Path path) throws IOException;
  }

  private static <V> V call(Path path, Call<V> call) throws IOException {
    HadoopPath hadoop = (HadoopPath) path;
    try {
      return call.on(hadoop.getFileSystem().files(), hadoop.hadoop());
    } catch (FileSystemException e) {
      throw e;
    } catch (FileNotFoundException e) {
      throw caused(new NoSuchFileException(path.toString(), null, e.getMessage()), e);
    } catch (AccessControlException e) {
      throw caused(new AccessDeniedException(path.toString(), null, e.getMessage()), e);
    } catch (PathIsNotEmptyDirectoryException e) {
      throw caused(new DirectoryNotEmptyException(path.toString()), e);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      throw caused(new FileAlreadyExistsException(path.toString()), e);
    }
  }

  private static <E extends IOException> E caused(E e, Exception cause) {
    e.initCause(cause);
    return e;
  }

  @Override
  public String getScheme() {
    return "hadoop";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException("Locations opens these");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("Locations opens these");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("Locations opens these");
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return call(path, (files, file) -> files.open(file));
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    boolean fresh = List.of(options).contains(StandardOpenOption.CREATE_NEW);
    return call(path, (files, file) -> files.create(file, !fresh));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!Set.of(StandardOpenOption.READ).containsAll(options)) {
      throw new UnsupportedOperationException(path + " can only be written from start to end");
    }
    return call(
        path,
        (files, file) -> new HadoopChannel(files.open(file), files.getFileStatus(file).getLen()));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    FileStatus[] listed = call(folder, (files, path) -> files.listStatus(path));
    List<Path> entries = new ArrayList<>();
    for (FileStatus status : listed) {
      Path entry = ((HadoopPath) folder).entry(status);
      if (filter.accept(entry)) {
        entries.add(entry);
      }
    }
    return new Listed(entries);
  }

  private record Listed(List<Path> entries) implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      return entries.iterator();
    }

    @Override
    public void close() {}
  }

  /** Makes the folders above it too: some stores have none. */
  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    if (!call(folder, (files, path) -> files.mkdirs(path))) {
      throw new IOException(folder + " could not be made");
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    if (!call(path, (files, file) -> files.delete(file, false))) {
      throw new NoSuchFileException(path.toString());
    }
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    try (InputStream in = newInputStream(source);
        OutputStream out = Files.newOutputStream(target)) {
      in.transferTo(out);
    }
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    if (List.of(options).contains(StandardCopyOption.REPLACE_EXISTING)) {
      deleteIfExists(target);
    }
    org.apache.hadoop.fs.Path to = ((HadoopPath) target).hadoop();
    if (!call(source, (files, from) -> files.rename(from, to))) {
      throw Files.exists(target)
          ? new FileAlreadyExistsException(target.toString())
          : new IOException(source + " could not be moved to " + target);
    }
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  @Override
  public boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("not known of " + path);
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    status(path);
  }

  private static FileStatus status(Path path) throws IOException {
    FileStatus listed = ((HadoopPath) path).listed();
    return listed == null ? call(path, (files, file) -> files.getFileStatus(file)) : listed;
  }

  @Override
  @SuppressWarnings("unchecked") // a view that is not the basic one is refused
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException("only basic attributes are known of " + path);
    }
    return type.cast(new HadoopAttributes(status(path)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException("read the basic attributes of " + path);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException("attributes of " + path + " cannot be set");
  }
}
