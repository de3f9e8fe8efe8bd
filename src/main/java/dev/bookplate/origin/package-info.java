/** Where a thing came from: files, records, offsets and digests. Uses the JDK only. */
package dev.bookplate.origin;
