/** The command line; the only package that imports picocli. */
package dev.bookplate.cli;
