package dev.bookplate.corpus;

import java.io.Serializable;
import java.util.List;

/**
 * How a corpus is read.
 *
 * @param textFields paths of fields that may hold the text, dots between their parts, the first
 *     that is there wins
 * @param idFields paths of fields that may hold the record's id
 * @param charset name of the character set of plain text without a byte order mark that is not
 *     valid UTF-8; bytes that do not fit become U+FFFD. Null to have it detected, with windows-1252
 *     where nothing tells; then UTF-8 with a few bad bytes is a failure
 * @param maxDocumentBytes largest text of one document, in bytes of UTF-8
 * @param shardBytes bytes of a file of lines that make one shard
 * @param limits of archives
 * @param mainContent whether of web pages menus, teasers and footers are left out
 * @param tokens how token ids become text
 */
public record ReadOptions(
    List<String> textFields,
    List<String> idFields,
    String charset,
    int maxDocumentBytes,
    long shardBytes,
    Limits limits,
    boolean mainContent,
    Tokens tokens)
    implements Serializable {
  /** What is done unless the user says otherwise. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          List.of("text", "content", "raw_content", "body", "document"),
          List.of("id", "doc_id", "uuid", "url"),
          null,
          256 << 20,
          64L << 20,
          Limits.DEFAULT,
          false,
          Tokens.NONE);
}
