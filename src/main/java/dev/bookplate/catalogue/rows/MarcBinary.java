package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.regex.Pattern;

/** MARC 21 and UNIMARC as ISO 2709, in UTF-8, MARC-8 or ISO 5426. */
public final class MarcBinary implements RowFormat {
  /** The leader and the first tag; only what hardly any file gets wrong. */
  private static final Pattern LEADER =
      Pattern.compile(
          "(?s)^(?:\u00EF\u00BB\u00BF)?\\s*[0-9 ]{5}[ -~]{5}[0-9 ][0-9 ][0-9]{5}[ -~]{7}[0-9A-Za-z"
              + " ]{3}[0-9]{9}.*");

  @Override
  public String label() {
    return "marc";
  }

  @Override
  public boolean recognises(String head, String name) {
    boolean isMarc = LEADER.matcher(head).matches();
    boolean isNamed = name.endsWith(".mrc") || name.endsWith(".marc");
    // a long record's directory may fill all that is seen
    return head.indexOf('\u001E') > 0
        ? isMarc || (isNamed && head.indexOf('\u001F') > 0)
        : isMarc && isNamed;
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new MarcBinaryReader(new MarcFrames(bytes.open()), name);
  }
}
