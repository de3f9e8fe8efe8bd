package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Registrations at the US Copyright Office as text: a number a line, with or without a title behind
 * it, or the Office's own full records ({@code Registration Number / Date: …}).
 */
public final class RegistrationList implements RowFormat {
  static final Pattern NUMBER =
      Pattern.compile(
          "((?:TX|TXU|PA|PAU|VA|VAU|SR|SRU|RE|CSN|A[AFIO]?)["
              + " -]?[0-9][0-9-]{2,12})(?![0-9A-Za-z])(.*)",
          Pattern.CASE_INSENSITIVE);
  static final Pattern LABEL =
      Pattern.compile("(?i)\\s*(registration number(?: ?/ ?date)?|document number)\\s*:.*");

  @Override
  public String label() {
    return "registrations";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.lines().limit(100).anyMatch(l -> LABEL.matcher(l).matches())
        || ListLines.share(head, l -> NUMBER.matcher(l.strip()).matches()) >= 80;
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new RegistrationReader(bytes.open(), name);
  }
}
