package dev.bookplate.fingerprint;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;

/**
 * MinHash of every document of a file by other libraries, as whole programs for {@code
 * src/benchmarks/compare}: {@code lucene FILE} or {@code hash4j FILE}. Documents are read as
 * Bookplate reads them, shingles are of as many words, and sketches of as many hashes.
 */
public final class OtherMinHash {
  private static final int SHINGLE = FingerprintSpec.STANDARD.shingle();
  private static final int SKETCH = FingerprintSpec.STANDARD.sketch();

  private interface Tool {
    /** Something of the document's sketch, so that it is not left out. */
    long sketch(Utf8Text text) throws IOException;
  }

  private OtherMinHash() {}

  /** Runs one of them over a file. */
  public static void main(String[] args) throws IOException {
    Tool tool =
        switch (args[0]) {
          case "lucene" -> lucene();
          case "hash4j" -> hash4j();
          default -> throw new IllegalArgumentException("neither lucene nor hash4j: " + args[0]);
        };
    Path file = Path.of(args[1]);
    long documents = 0;
    long sum = 0;
    String name = file.getFileName().toString();
    Shard shard = new Shard(0, name, name, file.toString(), Files.size(file), Shard.Range.WHOLE);
    try (ShardReader reader = new ShardReaders(ReadOptions.DEFAULT).open(shard)) {
      for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
        if (o instanceof ReadOutcome.Read read) {
          sum += tool.sketch(read.document().text());
          documents++;
        }
      }
    }
    System.out.println(String.format(Locale.ROOT, "%d documents, sum %x", documents, sum));
  }

  /** One hash of each of as many buckets, which is how Lucene's own factory does it. */
  private static Tool lucene() {
    StandardTokenizer words = new StandardTokenizer();
    ShingleFilter shingles = new ShingleFilter(words, SHINGLE, SHINGLE);
    shingles.setOutputUnigrams(false);
    TokenStream sketch = new MinHashFilter(shingles, 1, SKETCH, 1, true);
    TermToBytesRefAttribute term = sketch.addAttribute(TermToBytesRefAttribute.class);
    return text -> {
      long sum = 0;
      words.setReader(new StringReader(text.toString()));
      sketch.reset();
      while (sketch.incrementToken()) {
        sum += term.getBytesRef().hashCode();
      }
      sketch.end();
      sketch.close();
      return sum;
    };
  }

  /** Its plain MinHash, over this program's words and shingles. */
  private static Tool hash4j() {
    SimilarityHashPolicy policy = SimilarityHashing.minHash(SKETCH, 64);
    SimilarityHasher hasher = policy.createHasher();
    long power = ShingleHash.power(SHINGLE);
    return text -> {
      Words words = Words.of(text);
      long[] shingles = new long[Math.max(0, words.count() - SHINGLE + 1)];
      long rolling = 0;
      for (int i = 0; i < words.count(); i++) {
        long leaving = i < SHINGLE ? 0 : ShingleHash.word(words.hash(i - SHINGLE));
        rolling = ShingleHash.roll(rolling, leaving, power, ShingleHash.word(words.hash(i)));
        if (i >= SHINGLE - 1) {
          shingles[i - SHINGLE + 1] = ShingleHash.finish(rolling);
        }
      }
      return shingles.length == 0
          ? 0
          : Arrays.hashCode(
              hasher.compute(ElementHashProvider.ofFunction(i -> shingles[i], shingles.length)));
    };
  }
}
