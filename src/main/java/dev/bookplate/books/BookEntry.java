package dev.bookplate.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.catalogue.CataloguedEdition;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.Standing;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What is stored of one record.
 *
 * @param row what its source says
 * @param text the edition that it stands for where the catalogue holds a text, else null
 */
record BookEntry(BookRow row, CataloguedEdition text) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
          .addMixIn(Standing.Registration.class, EmptyToo.class)
          .build();

  private static final ObjectReader READER = MAPPER.readerFor(BookEntry.class);

  /** A renewal of nobody knows what renews the empty number; without it, it were none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface EmptyToo {}

  byte[] toBytes() {
    try {
      return MAPPER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row is plain data and can always be written", e);
    }
  }

  static BookEntry fromBytes(byte[] bytes) throws IOException {
    BookEntry read = READER.readValue(bytes);
    BookRow row = read.row();
    return new BookEntry(
        new BookRow(
            row.place(),
            row.key(),
            names(row.names()),
            orEmpty(row.identifiers()),
            file(row.file()),
            standing(row.standing()),
            row.asOf()),
        read.text());
  }

  private static BookNames names(BookNames names) {
    return names == null
        ? BookNames.NONE
        : new BookNames(
            names.title(),
            names.subtitle(),
            orEmpty(names.authors()),
            names.series(),
            names.publisher(),
            names.year(),
            names.language());
  }

  private static FileFacts file(FileFacts file) {
    return file == null
        ? FileFacts.NONE
        : new FileFacts(
            file.name(),
            file.extension(),
            file.size(),
            file.digests() == null ? Map.of() : file.digests());
  }

  private static Standing standing(Standing standing) {
    return standing == null
        ? Standing.NONE
        : new Standing(
            standing.rights(),
            standing.holder(),
            orEmpty(standing.registrations()),
            orEmpty(standing.notes()));
  }

  private static <V> List<V> orEmpty(List<V> list) {
    return list == null ? List.of() : list;
  }
}
