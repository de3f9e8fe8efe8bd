/** Lists of works and of their copies, as tables that are handed to people. */
package dev.bookplate.report.works;
