package dev.bookplate.audit;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What is done to a passage before it is planted. */
enum ControlKind {
  /** Nothing. */
  VERBATIM {
    @Override
    String alter(String passage, Random random) {
      return passage;
    }
  },
  /** Other line breaks, double spaces, plain quotes and dashes. */
  RESPACED {
    @Override
    String alter(String passage, Random random) {
      return new WordPieces(passage).respaced(random);
    }
  },
  /** Lower case, without punctuation. */
  FOLDED {
    @Override
    String alter(String passage, Random random) {
      return new WordPieces(passage).folded();
    }
  },
  /** Hard line ends, words parted at them with hyphens. */
  HYPHENATED {
    @Override
    String alter(String passage, Random random) {
      return new WordPieces(passage).hyphenated(random);
    }
  },
  /** 2 % of the characters misread. */
  OCR2 {
    @Override
    String alter(String passage, Random random) {
      return new Misreading(passage, random).at(0.02);
    }
  },
  /** 5 % of the characters misread. */
  OCR5 {
    @Override
    String alter(String passage, Random random) {
      return new Misreading(passage, random).at(0.05);
    }
  },
  /** 5 % of the words replaced, dropped or added. */
  EDIT5 {
    @Override
    String alter(String passage, Random random) {
      return new WordPieces(passage).edited(0.05, random);
    }
  },
  /** 10 % of the words replaced, dropped or added. */
  EDIT10 {
    @Override
    String alter(String passage, Random random) {
      return new WordPieces(passage).edited(0.10, random);
    }
  },
  /** 20 % of the words replaced, dropped or added. */
  EDIT20 {
    @Override
    String alter(String passage, Random random) {
      return new WordPieces(passage).edited(0.20, random);
    }
  },
  /** Sentences in another order. */
  REORDERED {
    @Override
    String alter(String passage, Random random) {
      return WordPieces.reordered(passage, random);
    }
  },
  /** A whole document that is one slice of the book, as it stands there. */
  CHUNK {
    @Override
    String alter(String passage, Random random) {
      return passage;
    }

    @Override
    List<Integer> lengths() {
      return List.of(CHUNK_WORDS);
    }
  };

  /** Words of a chunk. */
  static final int CHUNK_WORDS = 2000;

  private static final List<Integer> LENGTHS = List.of(15, 25, 50, 100, 200, 500);

  /** The passage as it is planted. */
  abstract String alter(String passage, Random random);

  /** Lengths of passages of that kind, in words. */
  List<Integer> lengths() {
    return LENGTHS;
  }

  /** Whether the passage is a document of its own. */
  boolean isWholeDocument() {
    return this == CHUNK;
  }

  /** The name in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
