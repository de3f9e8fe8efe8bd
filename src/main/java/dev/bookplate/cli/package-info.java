/** The command line, one class a command; the only package that imports picocli. */
package dev.bookplate.cli;
