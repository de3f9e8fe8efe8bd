package dev.bookplate.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * How a corpus is read.
 *
 * @param fields of records that hold what
 * @param charset name of the character set of plain text without a byte order mark that is not
 *     valid UTF-8; bytes that do not fit become U+FFFD. Null to have it detected, with windows-1252
 *     where nothing tells; then UTF-8 with a few bad bytes is a failure
 * @param maxDocumentBytes largest text of one document, in bytes of UTF-8
 * @param shardBytes bytes of a file of lines that make one shard
 * @param limits of archives
 * @param mainContent whether of web pages menus, teasers and footers are left out
 * @param selection of files and documents
 * @param tokens how token ids become text
 * @param outputs what is known of the prompts, where the corpus is what models wrote; null for any
 *     other corpus
 */
public record ReadOptions(
    Fields fields,
    String charset,
    int maxDocumentBytes,
    long shardBytes,
    Limits limits,
    boolean mainContent,
    Selection selection,
    Tokens tokens,
    @JsonInclude(JsonInclude.Include.NON_NULL) Outputs outputs)
    implements Serializable {
  /** Of a corpus that no model wrote. */
  public ReadOptions(
      Fields fields,
      String charset,
      int maxDocumentBytes,
      long shardBytes,
      Limits limits,
      boolean mainContent,
      Selection selection,
      Tokens tokens) {
    this(
        fields,
        charset,
        maxDocumentBytes,
        shardBytes,
        limits,
        mainContent,
        selection,
        tokens,
        null);
  }

  /** What is done unless the user says otherwise. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          Fields.DEFAULT,
          null,
          256 << 20,
          64L << 20,
          Limits.DEFAULT,
          false,
          Selection.ALL,
          Tokens.NONE);
}
