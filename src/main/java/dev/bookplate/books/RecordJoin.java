package dev.bookplate.books;

/**
 * Why two records were merged, or were not.
 *
 * @param outcome what was decided
 * @param by what they have in common
 * @param shared the number, digest, name or title itself; of what was decided by hand the reason
 *     that was given; null where nothing more is known
 * @param one a record
 * @param other the record that was held against it; null where there are too many
 * @param records how many have what is shared, where there are too many, else 2
 */
public record RecordJoin(
    JoinOutcome outcome,
    JoinKind by,
    String shared,
    BookRecord one,
    BookRecord other,
    int records) {}
