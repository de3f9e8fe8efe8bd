/**
 * Drafts for counsel: certificates under FRE 902(13) and 902(14), a statement of methods, an index
 * from every cell of a summary to its source, and a glossary, as Markdown and DOCX. What the
 * program did is filled in; what a person has to say is left blank. The only package that imports
 * POI's text documents.
 */
package dev.bookplate.report.certificate;
