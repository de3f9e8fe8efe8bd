package dev.bookplate.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bookplate.evidence.CopyRow;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.UnreadLine;
import dev.bookplate.evidence.WorkRow;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run in which every text, of every field, tries to get out of where it stands. */
final class HostileRun {
  /** What every text begins with. */
  static final String ATTACK =
      "<script>alert(1)</script>\"'><img src=http://evil.example/x onerror=alert(2)>"
          + "</title></style></script></blockquote>]]><!-- &lt;b&gt; javascript:alert(3) "
          + "\u202Egnp.exe\u2066\u2069\u200F \u0000\u0007\u001B[2J\u001B]0;owned\u0007\u009B31m"
          + "\u200B\uFEFF\u2028\uFFFF\r{{7*7}} ";

  private HostileRun() {}

  /** Five findings in two works. */
  static SampleRun make() {
    SampleRun run = SampleFindings.run(5, 2, true);
    Manifest manifest = hostile(run.manifest(), Manifest.class);
    return new SampleRun(
        run.findings().stream().map(line -> hostile(line, FindingLine.class)).toList(),
        run.works().stream().map(row -> hostile(row, WorkRow.class)).toList(),
        run.copies().stream().map(row -> hostile(row, CopyRow.class)).toList(),
        run.unread().stream().map(line -> hostile(line, UnreadLine.class)).toList(),
        // only a run of this form is read at all
        withFormat(manifest));
  }

  private static Manifest withFormat(Manifest m) {
    return new Manifest(
        Manifest.FORMAT,
        m.status(),
        ATTACK,
        m.tool(),
        m.commandLine(),
        m.configuration(),
        m.inputs(),
        m.catalogues(),
        m.background(),
        m.quotePolicy(),
        m.counts(),
        m.fingerprint(),
        m.guarantee(),
        m.selfTest(),
        m.calibration(),
        Map.of(),
        m.run());
  }

  private static <R> R hostile(R value, Class<R> type) {
    return type.cast(hostile((Object) value));
  }

  private static Object hostile(Object value) {
    return switch (value) {
      case null -> null;
      case String text -> ATTACK + text;
      case List<?> list -> list.stream().map(HostileRun::hostile).toList();
      case Map<?, ?> map -> hostileMap(map);
      case JsonNode node -> JsonNodeFactory.instance.objectNode().put(ATTACK, ATTACK);
      case Record row -> hostileRecord(row);
      default -> value;
    };
  }

  private static Map<Object, Object> hostileMap(Map<?, ?> map) {
    Map<Object, Object> hostile = new LinkedHashMap<>();
    map.forEach((key, value) -> hostile.put(hostile(key), hostile(value)));
    return hostile;
  }

  private static Object hostileRecord(Record row) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = hostile(components[i].getAccessor().invoke(row));
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return row.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
