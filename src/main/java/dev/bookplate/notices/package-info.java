/**
 * Copyright management information: which lines of a reference's front and back matter are notices,
 * and whether they stand in a copy. Says what is seen, never who did it.
 */
package dev.bookplate.notices;
