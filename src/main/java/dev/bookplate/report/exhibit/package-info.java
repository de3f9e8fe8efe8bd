/**
 * Exhibits: the findings of a run as numbered and stamped pages, each a sheet of evidence on a
 * training document, with an index of the sheets and a log of the files.
 */
package dev.bookplate.report.exhibit;
