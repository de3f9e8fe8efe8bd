package dev.bookplate.index;

import dev.bookplate.origin.Utf8Text;
import java.util.List;
import java.util.Map;

/**
 * One edition as it goes into the index. The index does not know what a work is: it stores what it
 * is given and finds it by its fields.
 *
 * @param id of the edition
 * @param fields what it can be searched by, such as title and author
 * @param payload what is handed back, unread
 * @param text of the edition
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record ReferenceEntry(
    String id, Map<String, List<String>> fields, byte[] payload, Utf8Text text) {}
