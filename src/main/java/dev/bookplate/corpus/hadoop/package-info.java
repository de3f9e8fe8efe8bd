/**
 * Files by Hadoop path, as Java's own file system interface. The only package that imports Hadoop.
 */
package dev.bookplate.corpus.hadoop;
