/**
 * The text of web pages without a tree: the rules by which the HTML standard makes a tree of tags,
 * followed as far as they change what a reader sees. jsoup is the authority ({@link
 * dev.bookplate.extract.page.QuickPage}), and reads what is uncertain here; it is a third as fast,
 * and most of what is scanned of the web is pages.
 */
package dev.bookplate.extract.page;
