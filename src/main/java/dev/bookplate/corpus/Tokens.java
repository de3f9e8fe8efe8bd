package dev.bookplate.corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;

/**
 * How token ids become text.
 *
 * @param tokenizer the tokenizer's file, absolute, or null where none was named; stays on this
 *     machine
 * @param sha256 of that file, or null
 * @param endOfText the id that ends documents, or -1 for the one that the tokenizer names
 * @param raw what ids without a header are, or null if such files are not taken for ids
 */
public record Tokens(@JsonIgnore String tokenizer, String sha256, long endOfText, IdType raw)
    implements Serializable {
  /** What is done unless the user says otherwise. */
  public static final Tokens NONE = new Tokens(null, null, -1, null);
}
