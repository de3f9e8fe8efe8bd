package dev.bookplate.index;

import dev.bookplate.fingerprint.MinHash;
import java.util.List;
import java.util.Map;

/**
 * One edition of which there is no text, as it goes into the index.
 *
 * @param id of the edition
 * @param fields what it can be searched by, such as title and author
 * @param payload what is handed back, unread
 * @param fingerprints keyed, ascending, each once; without places
 * @param sketch of them
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record SampledEntry(
    String id,
    Map<String, List<String>> fields,
    byte[] payload,
    long[] fingerprints,
    MinHash sketch) {}
