package dev.bookplate.corpus;

import dev.bookplate.extract.Extracted;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Places;
import dev.bookplate.origin.Utf8Text;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;

/**
 * One text of a corpus.
 *
 * @param origin where it stands; its record counts within the shard
 * @param field name of the field that held the text, or null for a file that is all text
 * @param extractor name and version of what made text of it
 * @param text a view on the reader's buffer, valid until the reader moves on
 * @param facts the record's own id and claims, worked out only for a document that matches; valid
 *     as long as the text
 * @param completion what it answers, where a model wrote it; else null
 */
public record CorpusDocument(
    Origin origin,
    String field,
    String extractor,
    Utf8Text text,
    Supplier<Facts> facts,
    Completion completion) {
  /** A text that no model wrote. */
  public CorpusDocument(
      Origin origin, String field, String extractor, Utf8Text text, Supplier<Facts> facts) {
    this(origin, field, extractor, text, facts, null);
  }

  /**
   * What the record says of itself. Nulls where it says nothing.
   *
   * @param id the record's own id
   * @param idField name of the field that held it, or null
   * @param claims where it says it came from
   * @param file of a text that is a whole file, or member of an archive; else null
   * @param places the parts of its text that its format names
   */
  public record Facts(String id, String idField, Claims claims, OfFile file, Places places)
      implements Serializable {
    /** Says nothing. */
    public static final Facts NONE = new Facts(null, Claims.NONE);

    /** Whose id stands in no field. */
    public Facts(String id, Claims claims, OfFile file, Places places) {
      this(id, null, claims, file, places);
    }

    /** Of a file whose format names no parts. */
    public Facts(String id, Claims claims, OfFile file) {
      this(id, claims, file, Places.NONE);
    }

    /** Of a record whose id stands in a field. */
    public Facts(String id, String idField, Claims claims) {
      this(id, idField, claims, null, Places.NONE);
    }

    /** Of a record that is no file. */
    public Facts(String id, Claims claims) {
      this(id, claims, null);
    }
  }

  /**
   * What a file says of itself.
   *
   * @param metadata as given
   * @param unlike what its name promises and it is not, as a sentence, or null
   */
  public record OfFile(Extracted.Metadata metadata, String unlike) implements Serializable {
    /** As given, or null. */
    public String title() {
      return metadata.title();
    }

    /** As given. */
    public List<String> authors() {
      return metadata.authors();
    }
  }

  /**
   * Where a record says it came from; nothing of it is checked.
   *
   * @param url as given
   * @param source as given
   * @param license as given
   * @param created as given
   */
  public record Claims(String url, String source, String license, String created)
      implements Serializable {
    /** Says nothing. */
    public static final Claims NONE = new Claims(null, null, null, null);
  }
}
