package dev.bookplate.report.certificate;

import java.util.ArrayList;
import java.util.List;

/** A text that is written once and set in several forms. Texts may come from anywhere. */
final class Draft {
  /** What stands over every page of it. */
  static final String MARK = "DRAFT for counsel";

  /** One part of it. */
  sealed interface Block {
    /** A heading; 1 is the title. */
    record Heading(int level, String text) implements Block {}

    /** Sentences. */
    record Paragraph(String text) implements Block {}

    /** An item of a list. */
    record Item(String text) implements Block {}

    /** A place for a person to write: what belongs there. */
    record Blank(String label) implements Block {}

    /** Rows of a head and its cells. */
    record Table(List<String> head, List<List<String>> rows) implements Block {}
  }

  private final String designation;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * An empty one.
   *
   * @param designation under the protective order, or null
   */
  Draft(String title, String designation) {
    this.designation = designation;
    blocks.add(new Block.Heading(1, title));
  }

  String designation() {
    return designation;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  Draft section(String text) {
    blocks.add(new Block.Heading(2, text));
    return this;
  }

  Draft say(String text) {
    blocks.add(new Block.Paragraph(text));
    return this;
  }

  Draft item(String text) {
    blocks.add(new Block.Item(text));
    return this;
  }

  Draft blank(String label) {
    blocks.add(new Block.Blank(label));
    return this;
  }

  Draft table(List<String> head, List<List<String>> rows) {
    blocks.add(new Block.Table(head, rows));
    return this;
  }
}
