/** What is audited: files and folders as shards, shards as documents. */
package dev.bookplate.corpus;
