package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Corpora, shelves and built catalogues in a real HDFS and on an S3 server give what local ones do.
 */
@Tag("soak")
@Timeout(300)
class RemoteCorpusTest {
  private static final Path CORPORA = Path.of("corpora").toAbsolutePath();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void hdfs() throws Exception {
    Path details = folder.resolve("minicluster.json");
    List<String> jars = List.of(SoakJars.of("minicluster") + "/*");
    try (SoakProcess cluster =
        SoakProcess.start(
            folder.resolve("hdfs.log"),
            jars,
            "-Xmx700m",
            "-Dhadoop.tmp.dir=" + folder.resolve("hdfs"),
            "-Dtest.build.data=" + folder.resolve("hdfs"),
            "org.apache.hadoop.mapreduce.MiniHadoopClusterManager",
            "-nomr",
            "-format",
            "-datanodes",
            "1",
            "-nnport",
            "0",
            "-writeDetails",
            details)) {
      cluster.await("its address", () -> Files.exists(details) && details.toFile().length() > 0);
      String port = Files.readString(details).replaceAll("[^0-9]", "");
      String root = "hdfs://localhost:" + port;
      try (SoakProcess copy = copy(jars, root)) {
        copy.endsWith(0);
      }

      scanIsTheSame(SoakJars.of("hdfs"), root);
      missingIsNamed(SoakJars.of("hdfs"), root);
    }
  }

  /** Hadoop's own shell puts the files there. */
  private SoakProcess copy(List<String> jars, String root) throws IOException {
    // it insists on a file of settings
    Path settings = Files.createDirectories(folder.resolve("put"));
    Files.writeString(settings.resolve("core-site.xml"), "<configuration/>");
    List<String> classpath = new ArrayList<>(jars);
    classpath.add(settings.toString());
    return SoakProcess.start(
        folder.resolve("put.log"),
        classpath,
        "org.apache.hadoop.fs.FsShell",
        "-put",
        CORPORA.resolve("example-corpus"),
        CORPORA.resolve("example-shelf"),
        root + "/");
  }

  @Test
  void s3() throws Exception {
    int port = freePort();
    String endpoint = "http://127.0.0.1:" + port;
    Path data = Files.createDirectories(folder.resolve("s3/bucket")).getParent();
    Path settings = folder.resolve("s3proxy.properties");
    Files.writeString(
        settings,
        "s3proxy.endpoint="
            + endpoint
            + "\ns3proxy.authorization=none\njclouds.provider=filesystem\njclouds.identity=x\n"
            + "jclouds.credential=x\njclouds.filesystem.basedir="
            + data
            + "\n");
    try (SoakProcess server =
        SoakProcess.start(
            folder.resolve("s3.log"),
            List.of(SoakJars.of("s3proxy") + "/*"),
            "-Xmx300m",
            "org.gaul.s3proxy.Main",
            "--properties",
            settings)) {
      server.await("the server", () -> server.log().contains("Started Server"));
      put(endpoint, "example-corpus");
      put(endpoint, "example-shelf");

      core(endpoint);
      scanIsTheSame(SoakJars.of("s3"), "s3a://bucket");
      missingIsNamed(SoakJars.of("s3"), "s3a://bucket");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void put(String endpoint, String tree) throws Exception {
    try (Stream<Path> files = Files.walk(CORPORA.resolve(tree))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        URI uri = URI.create(endpoint + "/bucket/" + CORPORA.relativize(file));
        HttpRequest request =
            HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofFile(file)).build();
        assertEquals(200, HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
      }
    }
  }

  /** As docs/remote.md has it for S3-compatible appliances. */
  private void core(String endpoint) throws IOException {
    StringBuilder xml = new StringBuilder("<configuration>\n");
    for (String setting :
        List.of(
            "endpoint=" + endpoint,
            "endpoint.region=us-east-1",
            "path.style.access=true",
            "input.stream.type=classic",
            "access.key=x",
            "secret.key=x")) {
      String[] parts = setting.split("=", 2);
      xml.append("<property><name>fs.s3a.").append(parts[0]).append("</name><value>");
      xml.append(parts[1]).append("</value></property>\n");
    }
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("core-site.xml"), xml.append("</configuration>\n"));
  }

  private void scanIsTheSame(Path jars, String root) throws Exception {
    Path there = folder.resolve("run-there");
    try (SoakProcess scan = scan(jars, root + "/example-corpus", root + "/example-shelf", there)) {
      scan.endsWith(0);
    }
    Path here = folder.resolve("run-here");
    CliRun scan =
        CliRun.of(
            "scan",
            CORPORA.resolve("example-corpus"),
            "-c",
            CORPORA.resolve("example-shelf"),
            "-o",
            here,
            "--cache",
            folder.resolve("cache"));
    assertEquals(0, scan.code(), scan.err());
    for (String file : List.of("findings.jsonl", "findings.csv", "works.csv", "copies.csv")) {
      assertEquals(-1, Files.mismatch(here.resolve(file), there.resolve(file)), file);
    }
    assertTrue(Files.size(here.resolve("findings.jsonl")) > 0);
  }

  private void missingIsNamed(Path jars, String root) throws Exception {
    try (SoakProcess scan =
        scan(jars, root + "/no-such-corpus", folder.toString(), folder.resolve("none"))) {
      scan.endsWith(2);
      assertTrue(scan.log().contains(root + "/no-such-corpus"), scan::log);
    }
  }

  private SoakProcess scan(Path jars, String corpus, String shelf, Path run) throws IOException {
    List<String> classpath = new ArrayList<>();
    if (Files.exists(folder.resolve("conf"))) {
      classpath.add(folder.resolve("conf").toString());
    }
    classpath.addAll(SoakProcess.program());
    classpath.add(jars + "/*");
    return SoakProcess.start(
        folder.resolve("scan.log"),
        classpath,
        Main.class.getName(),
        "scan",
        corpus,
        "-c",
        shelf,
        "-o",
        run,
        "--cache",
        folder.resolve("cache-there"));
  }
}
