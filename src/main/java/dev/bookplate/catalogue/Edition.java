package dev.bookplate.catalogue;

import java.io.Serializable;

/**
 * One file of a work, with its own digests.
 *
 * @param id stable: the first 16 hex digits of the file's SHA-256
 * @param workId of the work
 * @param source the file, relative to the catalogue's source root, with {@code /}
 * @param sha256 of the file
 * @param md5 of the file
 * @param size of the file in bytes
 * @param textSha256 of the extracted text, UTF-8
 * @param codePoints of the extracted text
 * @param words of the extracted text
 * @param language BCP 47 tag, or null
 * @param extractor name and version
 */
public record Edition(
    String id,
    String workId,
    String source,
    String sha256,
    String md5,
    long size,
    String textSha256,
    int codePoints,
    int words,
    String language,
    String extractor)
    implements Serializable {}
