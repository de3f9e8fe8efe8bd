/** The catalogue on disk. The only package that imports Lucene. */
package dev.bookplate.index;
