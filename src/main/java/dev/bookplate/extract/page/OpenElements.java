package dev.bookplate.extract.page;

/**
 * The elements of a page that are open, outermost first, and what of it the text sees. Each has a
 * number of its own.
 */
final class OpenElements {
  /** Deeper down there are limits in jsoup that are not followed here. */
  private static final int DEEPEST = 200;

  private static final PageTag HTML = PageTags.known("html");
  private static final PageTag TABLE = PageTags.known("table");
  private static final PageTag BUTTON = PageTags.known("button");
  private static final PageTag PARAGRAPH = PageTags.known("p");

  private final Lines lines;
  private final PageTag[] tags = new PageTag[DEEPEST];
  private final int[] numbers = new int[DEEPEST];
  private int size;
  private int last;
  private int paragraphs;
  private boolean gaps;

  /** Of a page whose text goes to lines. */
  OpenElements(Lines lines) {
    this.lines = lines;
  }

  /** Begins an element, and returns its number. */
  int push(PageTag tag) throws Uncertain {
    insert(size, tag);
    lines.open(tag.look());
    return last;
  }

  /** An element that ends where it begins. */
  void pushAndPop(PageTag tag) {
    lines.open(tag.look());
    lines.close(tag.look());
  }

  /** Ends the innermost element. */
  void pop() {
    PageTag tag = tags[--size];
    paragraphs -= tag == PARAGRAPH ? 1 : 0;
    lines.close(tag.look());
  }

  /** Puts an element that the text does not see in, at a place from the outside; its number. */
  int insert(int at, PageTag tag) throws Uncertain {
    if (size == DEEPEST) {
      throw new Uncertain("elements nested deeply");
    }
    System.arraycopy(tags, at, tags, at + 1, size - at);
    System.arraycopy(numbers, at, numbers, at + 1, size - at);
    tags[at] = tag;
    numbers[at] = ++last;
    size++;
    paragraphs += tag == PARAGRAPH ? 1 : 0;
    return last;
  }

  /**
   * Takes an element out; what is inside it stays open. In a tree it goes on to hold that, so the
   * text must not see the difference.
   */
  void remove(int at) {
    paragraphs -= tags[at] == PARAGRAPH ? 1 : 0;
    size--;
    System.arraycopy(tags, at + 1, tags, at, size - at);
    System.arraycopy(numbers, at + 1, numbers, at, size - at);
  }

  /** Gives the element at a place a new number, as another one of its name. */
  int renumber(int at) {
    numbers[at] = ++last;
    return last;
  }

  /** Remembers that the tree has an element around others that is no longer among these. */
  void setGaps() {
    gaps = true;
  }

  boolean hasGaps() {
    return gaps;
  }

  int size() {
    return size;
  }

  PageTag tag(int at) {
    return tags[at];
  }

  PageTag current() {
    return tags[size - 1];
  }

  int currentNumber() {
    return numbers[size - 1];
  }

  /** Where the innermost element of a name is, or -1. */
  int lastOf(PageTag tag) {
    int at = size - 1;
    while (at >= 0 && tags[at] != tag) {
      at--;
    }
    return at;
  }

  /** Where the element with a number is, or -1. */
  int placeOf(int number) {
    int at = size - 1;
    while (at >= 0 && numbers[at] != number) {
      at--;
    }
    return at;
  }

  int number(int at) {
    return numbers[at];
  }

  boolean isInScope(PageTag tag) {
    return isIn(tag, 0, null);
  }

  boolean isInListScope(PageTag tag) {
    return isIn(tag, PageTag.LIST, null);
  }

  /** Whether there is a paragraph that ends where a block begins. */
  boolean isParagraphInScope() {
    return paragraphs > 0 && isIn(PARAGRAPH, 0, BUTTON);
  }

  boolean isButtonInScope() {
    return isIn(BUTTON, 0, BUTTON);
  }

  boolean isHeadingInScope() {
    for (int at = size - 1; at >= 0; at--) {
      if (tags[at].is(PageTag.HEADING)) {
        return true;
      }
      if (tags[at].is(PageTag.SCOPE)) {
        return false;
      }
    }
    return false;
  }

  private boolean isIn(PageTag tag, int end, PageTag endTag) {
    for (int at = size - 1; at >= 0; at--) {
      if (tags[at] == tag) {
        return true;
      }
      if (tags[at].is(PageTag.SCOPE | end) || tags[at] == endTag) {
        return false;
      }
    }
    return false;
  }

  boolean isInTableScope(PageTag tag) {
    for (int at = size - 1; at >= 0; at--) {
      if (tags[at] == tag) {
        return true;
      }
      if (tags[at] == TABLE || tags[at] == HTML) {
        return false;
      }
    }
    return false;
  }

  /** Ends what ends without an end tag, but for elements of a name. */
  void endImplied(PageTag except) {
    while (current().is(PageTag.IMPLIED_END) && current() != except) {
      pop();
    }
  }

  /** Ends the innermost element of a name and all that is in it. */
  void popTo(PageTag tag) {
    boolean found = false;
    while (size > 0 && !found) {
      found = current() == tag;
      pop();
    }
  }

  /** Ends the innermost heading and all that is in it. */
  void popToHeading() {
    boolean found = false;
    while (size > 0 && !found) {
      found = current().is(PageTag.HEADING);
      pop();
    }
  }

  /** Ends all that is in the innermost element of a name or with a trait. */
  void popInside(PageTag tag, int trait) {
    while (current() != tag && !current().is(trait) && current() != HTML) {
      pop();
    }
  }

  /** Ends the element at a place and all that is in it. */
  void popFrom(int at) {
    while (size > at) {
      pop();
    }
  }
}
