package dev.bookplate.corpus.hadoop;

import dev.bookplate.corpus.RemoteFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Opens Hadoop's file systems, once each in a process. Settings are those of the {@code
 * core-site.xml} and {@code hdfs-site.xml} on the class path, and after them the system properties
 * that start with {@code spark.hadoop.}, as {@code spark-submit} has them.
 */
public final class HadoopFiles implements RemoteFiles {
  private static final String SETTING = "spark.hadoop.";
  private static final Map<String, HadoopTree> TREES = new ConcurrentHashMap<>();

  /** Made by the service loader. */
  public HadoopFiles() {}

  @Override
  public Path path(String location) throws IOException {
    // not by URI, which would have blanks and per cent signs escaped
    int afterScheme = location.indexOf("://") + 3;
    int slash = location.indexOf('/', afterScheme);
    int rootEnd = slash < 0 ? location.length() : slash;
    String root = location.substring(0, rootEnd);
    return new HadoopPath(tree(root), location.substring(rootEnd) + (slash < 0 ? "/" : ""));
  }

  private static HadoopTree tree(String root) throws IOException {
    HadoopTree tree = TREES.get(root);
    if (tree == null) {
      tree = new HadoopTree(root, open(root));
      TREES.put(root, tree);
    }
    return tree;
  }

  private static FileSystem open(String root) throws IOException {
    try {
      return FileSystem.get(URI.create(root + "/"), configuration());
    } catch (IllegalArgumentException e) {
      throw new IOException(root + " is no host or bucket that can be found (" + e + ")", e);
    } catch (RuntimeException | IOException e) {
      if (isMissing(e)) {
        throw missing(root, e);
      }
      throw e instanceof IOException io ? io : new IOException(root + ": " + e, e);
    }
  }

  private static boolean isMissing(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof org.apache.hadoop.fs.UnsupportedFileSystemException
          || e instanceof ClassNotFoundException) {
        return true;
      }
    }
    return false;
  }

  private static FileSystemNotFoundException missing(String root, Throwable cause) {
    FileSystemNotFoundException none =
        new FileSystemNotFoundException(
            root
                + ": Hadoop's client is there, but not its connector for "
                + root.substring(0, root.indexOf(':'))
                + " ("
                + cause.getMessage()
                + "); add its jars to the folder that BOOKPLATE_HADOOP names (docs/remote.md says"
                + " which)");
    none.initCause(cause);
    return none;
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(SETTING)) {
        configuration.set(name.substring(SETTING.length()), System.getProperty(name));
      }
    }
    return configuration;
  }
}
