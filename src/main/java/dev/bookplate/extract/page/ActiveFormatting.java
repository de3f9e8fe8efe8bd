package dev.bookplate.extract.page;

/**
 * The elements of bold, links and the like that have not met their end tag: they begin again where
 * text goes on after a block has ended them, as the HTML standard's "list of active formatting
 * elements" says. The text sees none of them, but what their end tags end it does.
 */
final class ActiveFormatting {
  /** With more of them jsoup forgets some. */
  private static final int MOST = 12;

  /** Of as many like ones the standard keeps no more, and likeness takes their attributes. */
  private static final int MOST_LIKE = 3;

  private final OpenElements open;
  private final PageTag[] tags = new PageTag[MOST];
  private final int[] numbers = new int[MOST];
  private int size;

  /** Of a page's open elements. */
  ActiveFormatting(OpenElements open) {
    this.open = open;
  }

  /** Begins such an element. */
  void push(PageTag tag) throws Uncertain {
    add(size, tag, open.push(tag));
  }

  /** What comes from here on is apart from what came before, until {@link #clearToMarker}. */
  void pushMarker() throws Uncertain {
    checkRoom();
    tags[size++] = null;
  }

  private void checkRoom() throws Uncertain {
    if (size == MOST) {
      throw new Uncertain("many formatting elements at once");
    }
  }

  private void add(int at, PageTag tag, int number) throws Uncertain {
    checkRoom();
    int like = 0;
    for (int i = size - 1; i >= 0 && tags[i] != null; i--) {
      like += tags[i] == tag ? 1 : 0;
    }
    if (like >= MOST_LIKE) {
      throw new Uncertain("like formatting elements in each other");
    }
    System.arraycopy(tags, at, tags, at + 1, size - at);
    System.arraycopy(numbers, at, numbers, at + 1, size - at);
    tags[at] = tag;
    numbers[at] = number;
    size++;
  }

  private void remove(int at) {
    size--;
    System.arraycopy(tags, at + 1, tags, at, size - at);
    System.arraycopy(numbers, at + 1, numbers, at, size - at);
  }

  /** Forgets the element with a number. */
  void forget(int number) {
    int at = indexOf(number);
    if (at >= 0) {
      remove(at);
    }
  }

  /** Forgets what came since the last marker, and that. */
  void clearToMarker() {
    boolean found = false;
    while (size > 0 && !found) {
      found = tags[--size] == null;
    }
  }

  /** Whether all of them are open, so that text begins none again. */
  boolean isAllOpen() {
    return size == 0 || isMarkerOrOpen(size - 1);
  }

  private boolean isMarkerOrOpen(int at) {
    return tags[at] == null || open.placeOf(numbers[at]) >= 0;
  }

  /** Begins again those that are not open, before text. */
  void reconstruct() throws Uncertain {
    if (isAllOpen()) {
      return;
    }
    int at = size - 1;
    while (at > 0 && !isMarkerOrOpen(at - 1)) {
      at--;
    }
    for (; at < size; at++) {
      numbers[at] = open.push(tags[at]);
    }
  }

  /** Whether there is one of a name since the last marker. */
  boolean has(PageTag tag) {
    return lastOf(tag) >= 0;
  }

  private int lastOf(PageTag tag) {
    for (int at = size - 1; at >= 0 && tags[at] != null; at--) {
      if (tags[at] == tag) {
        return at;
      }
    }
    return -1;
  }

  private int indexOf(int number) {
    for (int at = size - 1; at >= 0; at--) {
      if (tags[at] != null && numbers[at] == number) {
        return at;
      }
    }
    return -1;
  }

  /**
   * An end tag of a formatting element, by the standard's "adoption agency algorithm".
   *
   * @return whether it is done; else it is an end tag as any other
   */
  boolean end(PageTag tag) throws Uncertain {
    if (open.current() == tag && indexOf(open.currentNumber()) < 0) {
      open.pop();
      return true;
    }
    for (int turn = 0; turn < 8; turn++) {
      int entry = lastOf(tag);
      if (entry < 0) {
        return false;
      }
      int at = open.placeOf(numbers[entry]);
      if (at < 0) {
        remove(entry);
        return true;
      }
      if (!open.isInScope(tag)) {
        return true;
      }
      int block = at + 1;
      while (block < open.size() && !open.tag(block).is(PageTag.SPECIAL)) {
        block++;
      }
      if (block == open.size()) {
        open.popFrom(at);
        remove(entry);
        return true;
      }
      adopt(entry, at, block);
    }
    return true;
  }

  /**
   * A block goes out of a formatting element that it was in, which ends before the block and begins
   * again in it.
   *
   * @param entry of the formatting element in this list
   * @param at place of the formatting element
   * @param block place of the outermost block in it
   */
  private void adopt(int entry, int at, int block) throws Uncertain {
    int bookmark = entry;
    boolean moved = false;
    int blockAt = block;
    for (int node = block - 1; node > at; node--) {
      int active = indexOf(open.number(node));
      if (active < 0) {
        // the tree's own parents are asked for here, which may be others than those that are open
        if (open.hasGaps() || !open.tag(node).look().isPlain()) {
          throw new Uncertain("an element between formatting and block");
        }
        open.remove(node);
        blockAt--;
      } else if (block - node > 3) {
        throw new Uncertain("many formatting elements around a block");
      } else {
        numbers[active] = open.renumber(node);
        bookmark = moved ? bookmark : active + 1;
        moved = true;
      }
    }
    PageTag tag = tags[entry];
    remove(entry);
    int number = open.insert(blockAt + 1, tag);
    open.remove(at);
    add(Math.min(bookmark, size), tag, number);
  }
}
