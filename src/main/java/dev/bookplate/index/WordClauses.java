package dev.bookplate.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A {@link WordQuery} as Lucene is asked it. */
final class WordClauses {
  private static final float DIFFERS = 0.5f;

  /** Words that one with a typing error may stand for, at most. */
  private static final int EXPANSIONS = 50;

  private WordClauses() {}

  static Query of(WordQuery query) {
    Query words = of(query.words(), query.least());
    return query.oneOf().isEmpty()
        ? words
        : new BooleanQuery.Builder()
            .add(words, BooleanClause.Occur.MUST)
            .add(of(query.oneOf(), 1), BooleanClause.Occur.MUST)
            .build();
  }

  private static Query of(List<WordQuery.Word> words, int least) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(of(word), BooleanClause.Occur.SHOULD));
    return all.setMinimumNumberShouldMatch(Math.min(least, words.size())).build();
  }

  /** The field in which the word tells the most. */
  private static Query of(WordQuery.Word word) {
    List<Query> fields = new ArrayList<>();
    for (Map.Entry<String, Float> field : word.fields().entrySet()) {
      Term term = new Term(RecordIndexBuilder.WORDS + field.getKey(), word.text());
      fields.add(new BoostQuery(new TermQuery(term), field.getValue()));
      if (word.edits() > 0) {
        Query fuzzy = new FuzzyQuery(term, word.edits(), 1, EXPANSIONS, true);
        fields.add(new BoostQuery(fuzzy, field.getValue() * DIFFERS));
      }
    }
    return new DisjunctionMaxQuery(fields, 0);
  }
}
