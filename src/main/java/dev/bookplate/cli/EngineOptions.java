package dev.bookplate.cli;

import dev.bookplate.audit.Cluster;
import dev.bookplate.engine.spark.ClusterException;
import dev.bookplate.engine.spark.SparkEngine;
import dev.bookplate.engine.spark.SparkSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What does the work, as typed. */
final class EngineOptions {
  private static final String NO_SPARK =
      "--engine spark needs Spark, which is not on the class path; name its folder in SPARK_HOME or"
          + " with --spark-home, or start the scan with spark-submit and bookplate-spark.jar.";

  /** The engines. */
  enum Kind {
    local,
    spark
  }

  @Option(
      names = "--engine",
      paramLabel = "local|spark",
      description = "What reads and searches the corpus: threads, or a cluster. Default: local.")
  private Kind kind = Kind.local;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "The Spark cluster: spark://host:7077, yarn, k8s://... Default: that of spark-submit.")
  private String master;

  @Option(
      names = "--spark-home",
      paramLabel = "DIR",
      description = "Where Spark is installed. Default: $SPARK_HOME.")
  private Path sparkHome;

  @Option(
      names = "--work-dir",
      paramLabel = "DIR",
      converter = LocationConverter.class,
      description =
          "Folder that every machine of the cluster sees under this name, for catalogues and what"
              + " is found; a path, hdfs://... or s3a://... Default: beside RUN.")
  private Path workDir;

  @Option(
      names = "--conf",
      paramLabel = "K=V",
      description = "A setting of Spark, such as spark.executor.memory=4g; may be given again.")
  private List<String> settings = List.of();

  /** Refuses what does not belong together. */
  void check() {
    if (kind == Kind.spark) {
      settings.forEach(ConfigSetting::of);
      return;
    }
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("--master", master);
    typed.put("--spark-home", sparkHome);
    typed.put("--work-dir", workDir);
    typed.put("--conf", settings.isEmpty() ? null : settings);
    typed.forEach(
        (name, value) -> {
          if (value != null) {
            throw new UsageException(name + " is for a cluster; add --engine spark, or leave it.");
          }
        });
  }

  /** Machines that were joined, to be left again. */
  interface Joined extends AutoCloseable {
    /** Null where this machine does the work. */
    Cluster cluster();

    @Override
    void close();
  }

  /**
   * Joins the cluster, if one is wanted.
   *
   * @param run folder of the run
   */
  Joined join(Path run) throws IOException {
    if (kind == Kind.local) {
      return joined(null, () -> {});
    }
    SparkEngine engine = start();
    Path depot = workDir == null ? run.toAbsolutePath().normalize().getParent() : workDir;
    return joined(new Cluster(kind.name(), engine, depot), engine::close);
  }

  private static Joined joined(Cluster cluster, Runnable leave) {
    return new Joined() {
      @Override
      public Cluster cluster() {
        return cluster;
      }

      @Override
      public void close() {
        leave.run();
      }
    };
  }

  private SparkEngine start() throws IOException {
    Map<String, String> named = new LinkedHashMap<>();
    for (String setting : settings) {
      ConfigSetting typed = ConfigSetting.of(setting);
      named.put(typed.name(), typed.value());
    }
    if (master != null) {
      named.put("spark.master", master);
    }
    try {
      return SparkEngine.start(new SparkSettings(named, ourJars()));
    } catch (NoClassDefFoundError e) {
      throw new UsageException(NO_SPARK);
    } catch (ClusterException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  /** The jars beside this program's own: what executors need and Spark does not bring. */
  private static List<String> ourJars() throws IOException {
    String code = EngineOptions.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    if (!code.endsWith(".jar")) {
      return List.of();
    }
    Path lib = new File(code).toPath().toAbsolutePath().getParent();
    List<String> jars = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(lib, "*.jar")) {
      entries.forEach(jar -> jars.add(jar.toString()));
    }
    jars.sort(null);
    // logging is Spark's own affair there
    jars.removeIf(jar -> jar.matches(".*/(slf4j-|log4j-).*"));
    return jars;
  }
}
