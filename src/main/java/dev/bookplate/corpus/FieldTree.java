package dev.bookplate.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The fields that are looked for in a record, as a tree over the parts of their paths. The field at
 * position n of the list has slot n.
 */
final class FieldTree {
  private byte[][] names = new byte[0][];
  private FieldTree[] children = new FieldTree[0];
  private int slot = -1;

  /** Paths with dots between their parts. */
  static FieldTree of(List<String> paths) {
    FieldTree root = new FieldTree();
    for (int i = 0; i < paths.size(); i++) {
      root.add(paths.get(i), i);
    }
    return root;
  }

  private void add(String path, int newSlot) {
    FieldTree node = this;
    for (String part : path.split("\\.", -1)) {
      node = node.childOrNew(part.getBytes(StandardCharsets.UTF_8));
    }
    if (node.slot < 0) { // the same path twice: the first counts
      node.slot = newSlot;
    }
  }

  private FieldTree childOrNew(byte[] name) {
    FieldTree child = child(name, 0, name.length);
    if (child == null) {
      child = new FieldTree();
      names = Arrays.copyOf(names, names.length + 1);
      names[names.length - 1] = name;
      children = Arrays.copyOf(children, children.length + 1);
      children[children.length - 1] = child;
    }
    return child;
  }

  /** What is looked for under a name, or null for nothing. */
  FieldTree child(byte[] bytes, int from, int to) {
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i];
      if (name.length == to - from && Arrays.equals(name, 0, name.length, bytes, from, to)) {
        return children[i];
      }
    }
    return null;
  }

  /** Position of the field in the list, or -1 for one that is only on the way to others. */
  int slot() {
    return slot;
  }

  /** What is looked for inside this field. */
  FieldTree[] children() {
    return children;
  }
}
