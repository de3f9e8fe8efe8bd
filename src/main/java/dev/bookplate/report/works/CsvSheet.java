package dev.bookplate.report.works;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.bookplate.evidence.CsvCell;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as CSV: RFC 4180, UTF-8 without a mark, CRLF, every cell with something in it quoted,
 * texts as {@link CsvCell} has them.
 */
final class CsvSheet implements Sheet {
  private final CsvWriter csv;

  CsvSheet(Path file) throws IOException {
    csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.NON_EMPTY)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }

  @Override
  public void row(List<?> cells) {
    List<String> texts = new ArrayList<>(cells.size());
    cells.forEach(cell -> texts.add(text(cell)));
    csv.writeRecord(texts);
  }

  private static String text(Object cell) {
    return switch (cell) {
      case null -> "";
      case String text -> CsvCell.ofText(text);
      case Boolean truth -> truth ? "Y" : "N";
      case Double number -> BigDecimal.valueOf(number).toPlainString();
      case Number number -> number.toString();
      case List<?> list -> CsvCell.ofList(list.stream().map(String.class::cast).toList());
      default -> throw new IllegalArgumentException("no cell can hold a " + cell.getClass());
    };
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
