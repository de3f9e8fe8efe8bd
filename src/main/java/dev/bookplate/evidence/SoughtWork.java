package dev.bookplate.evidence;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import java.util.List;

/**
 * A work that was looked for.
 *
 * @param work the work
 * @param editions of it that the catalogue has; may be empty
 * @param catalogue name of the catalogue
 * @param asOf the catalogue's date, or null
 * @param searchedBy how it was looked for, such as {@code text} or {@code none: no text}
 */
public record SoughtWork(
    Work work, List<Edition> editions, String catalogue, String asOf, String searchedBy) {}
