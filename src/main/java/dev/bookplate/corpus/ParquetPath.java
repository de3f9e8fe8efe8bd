package dev.bookplate.corpus;

import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import dev.hardwood.schema.SchemaNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The way to a column of text, also through structs and lists: {@code messages.content} is the
 * field {@code content} of every struct of the list {@code messages}. A row has one text: what is
 * found there, in order, with a blank line between the elements of lists.
 *
 * @param names of the fields from the row down; null for the elements of a list
 * @param column the leaf as its file names it, {@code messages.list.element.content}
 * @param problem what stands there in place of text, or null
 */
record ParquetPath(List<String> names, String column, String problem) {
  private static final byte[] BLANK_LINE = {'\n', '\n'};

  /** The way by names with dots between them, or null where the file has no such field. */
  static ParquetPath of(SchemaNode root, String path) {
    List<String> names = new ArrayList<>();
    List<String> physical = new ArrayList<>();
    Iterator<String> parts = Arrays.asList(path.split("\\.", -1)).iterator();
    SchemaNode node = root;
    while (parts.hasNext()) {
      String part = parts.next();
      SchemaNode child = child(node, part);
      if (child == null) {
        return null;
      }
      names.add(part);
      physical.add(part);
      node = elements(child, names, physical);
    }
    return new ParquetPath(names, String.join(".", physical), notText(node));
  }

  /**
   * The way to a list of whole numbers at the top of a row, or null where there is no such list.
   */
  static ParquetPath ofIds(SchemaNode root, String name) {
    SchemaNode field = child(root, name);
    if (field == null) {
      return null;
    }
    List<String> names = new ArrayList<>(List.of(name));
    List<String> physical = new ArrayList<>(List.of(name));
    SchemaNode element = elements(field, names, physical);
    boolean isOneList = names.size() == 2;
    return isOneList
            && element instanceof SchemaNode.PrimitiveNode p
            && (p.type() == PhysicalType.INT32 || p.type() == PhysicalType.INT64)
        ? new ParquetPath(names, String.join(".", physical), null)
        : null;
  }

  /** The numbers of a row, -1 for one that is missing; null where there is no list. */
  long[] ids(StructAccessor row) {
    String name = names.getFirst();
    if (row.isNull(name)) {
      return null;
    }
    PqList list = row.getList(name);
    long[] ids = new long[list.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = list.getRaw(i) instanceof Number id ? id.longValue() : -1;
    }
    return ids;
  }

  /** Down through lists, to what their elements are. */
  private static SchemaNode elements(SchemaNode field, List<String> names, List<String> physical) {
    SchemaNode node = field;
    if (field.repetitionType() == RepetitionType.REPEATED) {
      names.add(null); // a list as it was written before there was a mark for them
    }
    while (node instanceof SchemaNode.GroupNode group && group.isList()) {
      SchemaNode element = group.getListElement();
      SchemaNode repeated = group.children().getFirst();
      physical.add(repeated.name());
      if (!element.equals(repeated)) {
        physical.add(element.name());
      }
      names.add(null);
      node = element;
    }
    return node;
  }

  private static SchemaNode child(SchemaNode node, String name) {
    boolean plain = node instanceof SchemaNode.GroupNode g && !g.isMap() && !g.isVariant();
    return plain
        ? ((SchemaNode.GroupNode) node)
            .children().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null)
        : null;
  }

  private static String notText(SchemaNode node) {
    if (node instanceof SchemaNode.PrimitiveNode p) {
      return p.type() == PhysicalType.BYTE_ARRAY ? null : "values of the type " + p.type();
    }
    return "an object; name a field of it with --text-field, as a.b";
  }

  /** The text of a row, or null where there is none. */
  byte[] text(StructAccessor row) {
    if (!names.contains(null)) {
      return plain(row);
    }
    Joined joined = new Joined();
    collect(row, 0, joined);
    return joined.count == 0 ? null : joined.out.toByteArray();
  }

  private byte[] plain(StructAccessor row) {
    StructAccessor at = row;
    for (String name : names.subList(0, names.size() - 1)) {
      if (at.isNull(name)) {
        return null;
      }
      at = at.getStruct(name);
    }
    return at.isNull(names.getLast()) ? null : at.getBinary(names.getLast());
  }

  private void collect(StructAccessor at, int step, Joined into) {
    String name = names.get(step);
    if (at.isNull(name)) {
      return;
    }
    if (step + 1 == names.size()) {
      into.add(at.getBinary(name));
    } else if (names.get(step + 1) == null) {
      collect(at.getList(name), step + 2, into);
    } else {
      collect(at.getStruct(name), step + 1, into);
    }
  }

  /** Elements of a list, which are what the name at {@code step} is looked for in. */
  private void collect(PqList list, int step, Joined into) {
    if (step == names.size()) {
      list.binaries().forEach(into::add);
    } else if (names.get(step) == null) {
      for (PqList inner : list.lists()) {
        if (inner != null) {
          collect(inner, step + 1, into);
        }
      }
    } else {
      for (PqStruct struct : list.structs()) {
        if (struct != null) {
          collect(struct, step, into);
        }
      }
    }
  }

  private static final class Joined {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int count;

    void add(byte[] text) {
      if (text != null) {
        if (count++ > 0) {
          out.writeBytes(BLANK_LINE);
        }
        out.writeBytes(text);
      }
    }
  }
}
