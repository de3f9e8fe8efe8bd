package dev.bookplate.books;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a work holds, each thing by a name that another catalogue would give it too.
 *
 * @param fields what is said of it, by name
 * @param editions a text's id, else a file's digest, a number, or title, publisher and year
 * @param hashes {@code md5:…}
 * @param identifiers {@code isbn:…}
 */
record WorkNames(
    Map<String, String> fields, Set<String> editions, Set<String> hashes, Set<String> identifiers) {

  static WorkNames of(CataloguedWork work) {
    Set<String> hashes = new TreeSet<>();
    Set<String> identifiers = new TreeSet<>();
    for (CataloguedWork.Member member : work.members()) {
      member.row().file().digests().forEach((kind, hex) -> hashes.add(kind.label() + ":" + hex));
      member.row().identifiers().stream().map(Identifier::toString).forEach(identifiers::add);
    }
    Set<String> names = new TreeSet<>();
    Map<Integer, List<CataloguedWork.Member>> editions =
        work.members().stream()
            .collect(
                Collectors.groupingBy(
                    CataloguedWork.Member::edition, TreeMap::new, Collectors.toList()));
    editions.values().forEach(edition -> names.addAll(names(edition)));
    return new WorkNames(fields(work.work()), names, hashes, identifiers);
  }

  /** Each text is an edition; one without a text has its file's name, else its number's. */
  private static List<String> names(List<CataloguedWork.Member> edition) {
    List<String> texts =
        edition.stream()
            .filter(member -> member.text() != null)
            .map(member -> member.text().edition().id())
            .toList();
    if (!texts.isEmpty()) {
      return texts;
    }
    TreeSet<String> files = new TreeSet<>();
    TreeSet<String> numbers = new TreeSet<>();
    for (CataloguedWork.Member member : edition) {
      member.row().file().digests().forEach((kind, hex) -> files.add(kind.label() + ":" + hex));
      member.row().identifiers().stream()
          .filter(number -> number.kind().joins())
          .forEach(number -> numbers.add(number.toString()));
    }
    if (!files.isEmpty()) {
      return List.of(files.first());
    }
    return List.of(numbers.isEmpty() ? described(edition.getFirst().row()) : numbers.first());
  }

  private static String described(BookRow row) {
    BookNames names = row.names();
    return names.title() == null
        ? row.key()
        : Stream.of(names.title(), names.publisher(), names.year(), names.language())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
  }

  private static Map<String, String> fields(Work work) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", work.title());
    fields.put("authors", list(work.authors()));
    fields.put("publisher", work.publisher());
    fields.put("year", work.year() == null ? null : work.year().toString());
    fields.put("holder", work.holder());
    fields.put("registrations", list(work.registrations()));
    fields.put("rights", rights(work.rights()));
    fields.put("permission", work.permission());
    return fields;
  }

  /** The day of which it is asked is another in each snapshot, and no change. */
  private static String rights(Rights rights) {
    return rights == null || rights.status() == Rights.Status.UNKNOWN
        ? null
        : rights.status().label()
            + (rights.jurisdiction() == null ? "" : " " + rights.jurisdiction())
            + (rights.rule() == null ? "" : " by " + rights.rule());
  }

  private static String list(List<String> list) {
    return list == null || list.isEmpty() ? null : String.join("; ", list);
  }
}
