/**
 * Pages of text: lines that are broken, shaped and ordered for their script, put onto numbered and
 * stamped pages, as a PDF. The only package that imports PDFBox. It draws glyphs and nothing else,
 * so that no text can act.
 */
package dev.bookplate.report.page;
