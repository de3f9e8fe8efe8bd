/**
 * The works that are looked for: works, editions, rights, identifiers, and the readers of what
 * lists them.
 */
package dev.bookplate.catalogue;
