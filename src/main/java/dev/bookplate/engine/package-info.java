/** Runs workers over tasks; knows no text and no book. JDK only. */
package dev.bookplate.engine;
