import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.io.IOException;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.NGram;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * MinHash of every text of a file of JSON lines by Spark's MLlib, on one thread: a program of one
 * file for {@code src/benchmarks/compare}, because Spark is on no class path of this project's
 * tests. Run as {@code java -cp 'SPARK_HOME/jars/*' SparkMinHash.java FILE}.
 */
final class SparkMinHash {
  public static void main(String[] args) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      spark.sparkContext().setLogLevel("ERROR");
      Dataset<Row> texts = spark.read().schema("id STRING, text STRING").json(args[0]);
      Dataset<Row> words =
          new RegexTokenizer()
              .setInputCol("text")
              .setOutputCol("words")
              .setPattern("[\\p{L}\\p{N}]+")
              .setGaps(false)
              .transform(texts);
      Dataset<Row> shingles =
          new NGram().setN(7).setInputCol("words").setOutputCol("shingles").transform(words);
      Dataset<Row> sets =
          new HashingTF()
              .setInputCol("shingles")
              .setOutputCol("set")
              .setBinary(true)
              .transform(shingles.filter(size(col("shingles")).gt(0)));
      new MinHashLSH()
          .setNumHashTables(128)
          .setSeed(1)
          .setInputCol("set")
          .setOutputCol("sketch")
          .fit(sets)
          .transform(sets)
          .select("sketch")
          .write()
          .format("noop")
          .mode("overwrite")
          .save();
    }
  }
}
