package dev.bookplate.corpus;

import java.util.Locale;
import java.util.Set;

/**
 * A sample of a WebDataset: members of a tar archive that stand together and have one name up to
 * the first dot after the last slash, its key.
 *
 * @param key of the sample: the id of what is in it
 * @param claims what its .json says of it
 */
record Sample(String key, CorpusDocument.Claims claims) {
  private static final Set<String> DATA =
      Set.of(
          ("cls cls2 class count index inx id pyd pickle pkl pth ten tb mp msg msgpack cbor npy npz"
                  + " bin emb")
              .split(" "));

  /** The key of a member, as far as its name has one. */
  static String key(String path) {
    int name = path.lastIndexOf('/') + 1;
    int dot = path.indexOf('.', name);
    return dot <= name ? path : path.substring(0, dot);
  }

  /** What is behind the key's dot, in small letters; empty where that is no kind of file. */
  static String kind(String path) {
    String key = key(path);
    String kind = key.length() == path.length() ? "" : path.substring(key.length() + 1);
    return kind.matches("[A-Za-z0-9_-]{1,20}(\\.[A-Za-z0-9_-]{1,10})*")
        ? kind.toLowerCase(Locale.ROOT)
        : "";
  }

  /**
   * Whether a member is a label, or numbers, by its kind: what a model was to say of the sample.
   */
  static boolean isData(String path) {
    String kind = kind(path);
    return DATA.contains(kind.substring(kind.lastIndexOf('.') + 1));
  }
}
