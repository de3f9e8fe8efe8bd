package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.regex.Pattern;

/** Lines of md5sum, sha1sum, sha256sum, cksum and SFV, in GNU's form and in BSD's. */
public final class ChecksumList implements RowFormat {
  private static final Pattern NAME =
      Pattern.compile(".*(?:\\.(?:md5|sha1|sha256|sfv)|(?:md5|sha1|sha256|check)sums?(?:\\.txt)?)");

  @Override
  public String label() {
    return "checksums";
  }

  @Override
  public boolean recognises(String head, String name) {
    long summed = ListLines.share(head, ChecksumList::isSummed);
    return summed >= 90
        || (summed > 0 && NAME.matcher(name).matches())
        || (name.endsWith(".sfv") && ListLines.share(head, ListLine.Checksums.SFV::matches) > 0);
  }

  private static boolean isSummed(String line) {
    return ListLine.Checksums.TAGGED.matches(line) || ListLine.Checksums.UNTAGGED.matches(line);
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new ListReader(bytes.open(), name, ListLine.Checksums::of);
  }
}
