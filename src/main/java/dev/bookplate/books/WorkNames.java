package dev.bookplate.books;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.catalogue.rows.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a work holds, each thing by a name that another catalogue would give it too.
 *
 * @param fields what is said of it, by name
 * @param editions a text's id, else what its source calls the first record
 * @param hashes {@code md5:…}
 * @param identifiers {@code isbn:…}
 */
record WorkNames(
    Map<String, String> fields, Set<String> editions, Set<String> hashes, Set<String> identifiers) {

  static WorkNames of(CataloguedWork work) {
    Set<String> hashes = new TreeSet<>();
    Set<String> identifiers = new TreeSet<>();
    Map<Integer, String> editions = new TreeMap<>();
    for (CataloguedWork.Member member : work.members()) {
      member.row().file().digests().forEach((kind, hex) -> hashes.add(kind.label() + ":" + hex));
      member.row().identifiers().stream().map(Identifier::toString).forEach(identifiers::add);
      if (member.text() == null) {
        editions.putIfAbsent(member.edition(), member.row().key());
      }
    }
    Set<String> names = new TreeSet<>();
    for (CataloguedWork.Member member : work.members()) {
      if (member.text() != null) {
        names.add(member.text().edition().id());
        editions.remove(member.edition());
      }
    }
    names.addAll(editions.values());
    return new WorkNames(fields(work.work()), names, hashes, identifiers);
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
