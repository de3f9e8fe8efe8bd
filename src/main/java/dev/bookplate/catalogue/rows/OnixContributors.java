package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people of a product.
 *
 * @param authors in order: those of role A01, else all who are creators, else its editors
 * @param others with their roles in front: {@code B06 Lois Roth}
 */
record OnixContributors(List<String> authors, List<String> others) {
  static OnixContributors of(XmlElement descriptive) {
    List<XmlElement> all =
        descriptive.all("contributor").stream()
            .sorted(Comparator.comparingInt(OnixContributors::sequence))
            .toList();
    for (String role : List.of("A01", "A", "B01")) {
      if (all.stream().anyMatch(c -> has(c, role) && name(c) != null)) {
        return split(all, role);
      }
    }
    return split(all, "A01");
  }

  private static OnixContributors split(List<XmlElement> all, String role) {
    List<String> authors = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (XmlElement each : all) {
      String name = name(each);
      if (name != null && has(each, role)) {
        authors.add(name);
      } else if (name != null) {
        others.add(String.join("+", each.texts("contributorrole")) + " " + name);
      }
    }
    return new OnixContributors(
        authors.stream().distinct().toList(), others.stream().distinct().toList());
  }

  private static boolean has(XmlElement contributor, String role) {
    return contributor.texts("contributorrole").stream().anyMatch(r -> r.startsWith(role));
  }

  private static int sequence(XmlElement contributor) {
    String digits = contributor.text("sequencenumber");
    boolean isNumber = digits != null && digits.matches("[0-9]{1,6}");
    return isNumber ? Integer.parseInt(digits) : Integer.MAX_VALUE;
  }

  /** In the order in which it is read where that is said, else inverted, else its parts. */
  static String name(XmlElement person) {
    for (String form : List.of("personname", "personnameinverted", "corporatename")) {
      if (person.text(form) != null) {
        return person.text(form);
      }
    }
    String parts =
        Stream.of("namesbeforekey", "prefixtokey", "keynames", "namesafterkey", "suffixtokey")
            .map(person::text)
            .filter(t -> t != null)
            .collect(Collectors.joining(" "));
    return Written.text(parts);
  }
}
