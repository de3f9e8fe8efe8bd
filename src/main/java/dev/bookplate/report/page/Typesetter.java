package dev.bookplate.report.page;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes lines of a paragraph: characters get their forms and fonts, words go to lines, and each
 * line is put into the order in which it is drawn (Unicode's bidirectional algorithm, by the JDK).
 * No line is wider than asked for, unless one character is: a word that is too long is parted.
 */
final class Typesetter {
  private final Faces faces;

  Typesetter(Faces faces) {
    this.faces = faces;
  }

  /** Lines of a paragraph; of none, none. */
  List<TextLine> lines(List<Words> words, float width) throws IOException {
    List<Atom> atoms = atoms(words);
    List<TextLine> lines = new ArrayList<>();
    if (atoms.isEmpty()) {
      return lines;
    }
    Order order = new Order(atoms);
    int from = 0;
    while (from < atoms.size()) {
      int end = end(atoms, from, width);
      int shown = end;
      while (shown > from && atoms.get(shown - 1).isSpace()) {
        shown--;
      }
      if (shown > from) {
        lines.add(order.line(from, shown));
      }
      from = end;
      while (from < atoms.size() && atoms.get(from).isSpace()) {
        from++;
      }
    }
    return lines;
  }

  /** How wide a text is in one line, in ems. */
  float width(List<Words> words) throws IOException {
    float width = 0;
    for (Atom atom : atoms(words)) {
      width += atom.width();
    }
    return width;
  }

  /** Where the line that begins somewhere ends. */
  private static int end(List<Atom> atoms, int from, float width) {
    float used = 0;
    int may = -1;
    for (int i = from; i < atoms.size(); i++) {
      Atom atom = atoms.get(i);
      if (i > from && mayBreak(atoms.get(i - 1), atom)) {
        may = i;
      }
      used += atom.width();
      if (used > width && !atom.isSpace() && i > from) {
        if (may > from) {
          return may;
        }
        int whole = i;
        while (whole > from + 1 && atoms.get(whole).isMark()) {
          whole--;
        }
        return whole;
      }
    }
    return atoms.size();
  }

  private static boolean mayBreak(Atom before, Atom after) {
    return (before.isSpace() && !after.isSpace())
        || (!after.isMark() && (after.isWide() || before.isWide()) && isLetter(after));
  }

  /** Closing signs do not begin a line. */
  private static boolean isLetter(Atom atom) {
    return Character.isLetterOrDigit(atom.character());
  }

  private List<Atom> atoms(List<Words> words) throws IOException {
    List<Integer> points = new ArrayList<>();
    List<Look> looks = new ArrayList<>();
    for (Words each : words) {
      each.text()
          .codePoints()
          .forEach(
              c -> {
                points.add(c == 0xA0 ? ' ' : c);
                looks.add(each.look());
              });
    }
    int[] shaped = ArabicForms.shaped(points.stream().mapToInt(Integer::intValue).toArray());
    List<Atom> atoms = new ArrayList<>(shaped.length);
    for (int i = 0; i < shaped.length; i++) {
      if (shaped[i] >= 0) {
        add(shaped[i], points.get(i), looks.get(i), atoms);
      }
    }
    return atoms;
  }

  private void add(int shaped, int letter, Look look, List<Atom> atoms) throws IOException {
    if (Character.getType(shaped) == Character.FORMAT && shaped < 0x600
        || (shaped >= 0xFE00 && shaped <= 0xFE0F)) {
      return; // says how the one before is to look, and looks like nothing
    }
    Face face = faces.of(shaped);
    if (face != null) {
      atoms.add(new Atom(shaped, face, look, face.width(shaped)));
      return;
    }
    Face plain = shaped == letter ? null : faces.of(letter);
    if (plain != null) {
      atoms.add(new Atom(letter, plain, look, plain.width(letter)));
      return;
    }
    for (int c : Faces.shown(letter).codePoints().toArray()) {
      atoms.add(new Atom(c, faces.first(), look, faces.first().width(c)));
    }
  }

  /** The order in which a paragraph's characters are drawn. */
  private static final class Order {
    private final List<Atom> atoms;
    private final int[] starts;
    private final Bidi bidi;

    Order(List<Atom> atoms) {
      this.atoms = atoms;
      starts = new int[atoms.size() + 1];
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < atoms.size(); i++) {
        starts[i] = text.length();
        text.appendCodePoint(atoms.get(i).character());
      }
      starts[atoms.size()] = text.length();
      bidi = new Bidi(text.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    }

    TextLine line(int from, int end) throws IOException {
      if (bidi.isLeftToRight()) {
        return drawn(atoms.subList(from, end), new byte[end - from], false);
      }
      Bidi line = bidi.createLineBidi(starts[from], starts[end]);
      List<Integer> firsts = new ArrayList<>();
      for (int i = from; i < end; i++) {
        if (i == from || !atoms.get(i).isMark()) {
          firsts.add(i);
        }
      }
      // a mark goes where its letter goes
      byte[] levels = new byte[firsts.size()];
      Integer[] order = new Integer[firsts.size()];
      for (int i = 0; i < order.length; i++) {
        levels[i] = (byte) line.getLevelAt(starts[firsts.get(i)] - starts[from]);
        order[i] = i;
      }
      Bidi.reorderVisually(levels, 0, order, 0, order.length);
      List<Atom> visual = new ArrayList<>();
      List<Byte> their = new ArrayList<>();
      for (int cluster : order) {
        int next = cluster + 1 < firsts.size() ? firsts.get(cluster + 1) : end;
        for (int i = firsts.get(cluster); i < next; i++) {
          visual.add(atoms.get(i));
          their.add(levels[cluster]);
        }
      }
      byte[] all = new byte[visual.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = their.get(i);
      }
      return drawn(visual, all, !bidi.baseIsLeftToRight());
    }

    private static TextLine drawn(List<Atom> visual, byte[] levels, boolean fromRight)
        throws IOException {
      List<TextLine.Piece> pieces = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      Atom first = null;
      float start = 0;
      float x = 0;
      float letter = 0;
      for (int i = 0; i < visual.size(); i++) {
        Atom atom = visual.get(i);
        boolean isRight = levels[i] % 2 != 0;
        boolean loose = isRight && atom.isMark();
        if (first != null
            && (loose || first.face() != atom.face() || first.look() != atom.look())) {
          pieces.add(
              new TextLine.Piece(text.toString(), first.face(), first.look(), start, x - start));
          text.setLength(0);
          first = null;
        }
        if (loose) {
          float middle = (letter + x) / 2 - atom.face().middle(atom.character());
          String mark = Character.toString(atom.character());
          pieces.add(new TextLine.Piece(mark, atom.face(), atom.look(), middle, 0));
          continue;
        }
        if (first == null) {
          first = atom;
          start = x;
        }
        letter = x;
        text.appendCodePoint(isRight ? mirrored(atom.character()) : atom.character());
        x += atom.width();
      }
      if (first != null) {
        pieces.add(
            new TextLine.Piece(text.toString(), first.face(), first.look(), start, x - start));
      }
      return new TextLine(pieces, x, fromRight);
    }

    /** Brackets open towards what is read next. */
    private static int mirrored(int c) {
      String pairs = "()[]{}<>\u00AB\u00BB\u2039\u203A";
      int at = pairs.indexOf(c);
      return at < 0 ? c : pairs.charAt(at ^ 1);
    }
  }
}
