/**
 * Load files: a run as review platforms import it. A production is a folder of volumes, each with a
 * load file and the texts and natives that it names, and a log of every file; {@link
 * dev.bookplate.report.load.Preflight} reads one as an importer would.
 */
package dev.bookplate.report.load;
