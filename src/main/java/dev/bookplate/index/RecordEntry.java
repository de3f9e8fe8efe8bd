package dev.bookplate.index;

import java.util.List;
import java.util.Map;

/**
 * One record as it goes into a {@link RecordIndex}, which finds it and does not read it.
 *
 * @param terms what it is found by exactly, each a few bytes
 * @param words what it is found by word by word: by field, in the form in which it is asked for,
 *     with blanks between words
 * @param day days since 1970-01-01 that it is dated, or null
 * @param keys what is read of all records at once, see {@link RecordIndex#forEachKeys}
 * @param payload what is handed back
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record RecordEntry(
    List<byte[]> terms, Map<String, String> words, Integer day, byte[] keys, byte[] payload) {}
