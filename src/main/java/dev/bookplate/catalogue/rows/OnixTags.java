package dev.bookplate.catalogue.rows;

import java.util.HashMap;
import java.util.Map;

/**
 * Short tags of ONIX and the reference names that they stand for, in lower case; those of
 * composites are their names in lower case already.
 */
final class OnixTags {
  private static final Map<String, String> REFERENCE = reference();

  private OnixTags() {}

  private static Map<String, String> reference() {
    String pairs =
        """
        a001 recordreference a002 notificationtype b029 subtitle b030 titleprefix
        b031 titlewithoutprefix b034 sequencenumber b035 contributorrole b036 personname
        b037 personnameinverted b039 namesbeforekey b040 keynames b041 namesafterkey
        b047 corporatename b057 editionnumber b058 editionstatement b079 imprintname
        b081 publishername b087 copyrightyear b089 salesrightstype b201 workidtype b202 titletype
        b203 titletext b221 productidtype b244 idvalue b247 prefixtokey b248 suffixtokey
        b252 languagecode b253 languagerole b291 publishingrole b306 date x307 sentdatetime
        x318 epubusagetype x319 epubusagestatus x329 collectiontype x409 titleelementlevel
        x410 partnumber x448 publishingdaterole x449 countriesincluded x450 regionsincluded
        x451 countriesexcluded x452 regionsexcluded x454 workrelationcode
        x456 rowsalesrightstype x511 epublicensename x512 copyrighttype
        """;
    String[] words = pairs.strip().split("\\s+", -1);
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      names.put(words[i], words[i + 1]);
    }
    return Map.copyOf(names);
  }

  /** The reference name of an element, in lower case. */
  static String reference(String name) {
    return REFERENCE.getOrDefault(name, name);
  }
}
