package dev.bookplate.notices;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.evidence.FindingLine.PieceLine;
import dev.bookplate.evidence.FindingLine.RightsLine;
import dev.bookplate.evidence.FindingLine.WorkLine;
import dev.bookplate.library.InventedText;
import dev.bookplate.library.InventedText.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A book with notices in one of five languages, and a copy of it to which something was done.
 *
 * @param reference text of the book
 * @param copy text of the copy
 * @param expected state of each notice, in order
 * @param facts of the book
 * @param finding of the book's body in the copy
 */
record PlantedBook(
    String reference,
    String copy,
    List<NoticeState> expected,
    BookFacts facts,
    FindingLine finding) {
  /** What is done to a copy. */
  enum Kind {
    /** Every line with a filter word is left out. */
    FILTERED,
    /** It begins with the book. */
    CUT,
    /** Nothing. */
    UNTOUCHED,
    /** Nothing, and the reference has no notices. */
    WITHOUT
  }

  private static final Pattern FILTER =
      Pattern.compile("ISBN|Copyright|\\(C\\)|All rights reserved", Pattern.CASE_INSENSITIVE);

  /** Notices by language: title and author, then what is shuffled. */
  private static final List<List<String>> NOTICES =
      List.of(
          List.of(
              "Copyright © %Y by %A",
              "All rights reserved.",
              "No part of this publication may be reproduced without permission.",
              "Published by %P",
              "ISBN 978-0-306-%N-7",
              "Library of Congress Control Number: %Y0%N",
              "First edition: May %Y",
              "Cover design by Ann Other",
              "Printed in the United States of America",
              "Lines on page 9 are reprinted by permission of the estate."),
          List.of(
              "© %Y %P, Berlin",
              "Copyright der Originalausgabe %Y",
              "Alle Rechte vorbehalten",
              "ISBN 3-518-%N-7",
              "1. Auflage %Y",
              "Umschlaggestaltung: Anna Muster",
              "Aus dem Englischen von Karl Beispiel",
              "Druck und Bindung: Muster, Ulm",
              "Mit freundlicher Genehmigung der Erben"),
          List.of(
              "© Éditions %P, %Y",
              "Copyright %Y",
              "Tous droits réservés pour tous pays",
              "ISBN : 2-07-%N-7",
              "Dépôt légal : mai %Y",
              "Couverture : Atelier Exemple",
              "Traduit de l'anglais par Jean Exemple",
              "Achevé d'imprimer en mai %Y"),
          List.of(
              "Copyright © %A, %Y",
              "Todos los derechos reservados",
              "ISBN: 84-376-%N-7",
              "Depósito legal: M. %N-%Y",
              "Primera edición: mayo de %Y",
              "Diseño de cubierta: Taller Ejemplo",
              "Impreso en España"),
          List.of(
              "Copyright © %Y %A",
              "Tutti i diritti riservati",
              "ISBN 88-06-%N-7",
              "Prima edizione: maggio %Y",
              "Traduzione di Mario Esempio",
              "Stampato in Italia"));

  private static final List<String> THANKS =
      List.of(
          "Acknowledgments", "Danksagung", "Remerciements", "Agradecimientos", "Ringraziamenti");

  static PlantedBook of(long seed, Kind kind) {
    return new Maker(seed).make(kind);
  }

  /** A line on its way, and whether it is a notice. */
  private record Planted(String text, boolean isNotice) {}

  private static final class Maker {
    private final Random random;
    private final InventedText invented;
    private final String title;
    private final String author;
    private final String publisher;

    Maker(long seed) {
      random = new Random(seed);
      invented = new InventedText(Script.ENGLISH, seed);
      title = words(3);
      author = words(2);
      publisher = words(2);
    }

    /** Words of six letters at least, so that names are not made of the most frequent. */
    private String words(int count) {
      List<String> words = new ArrayList<>();
      while (words.size() < count) {
        for (String word : invented.next(200).split("[^\\p{L}]+", -1)) {
          if (word.length() >= 6 && words.size() < count) {
            words.add(word);
          }
        }
      }
      return String.join(" ", words);
    }

    private String other() {
      return words(2 + random.nextInt(5));
    }

    PlantedBook make(Kind kind) {
      List<Planted> front = kind == Kind.WITHOUT ? List.of() : front();
      List<String> body = body();
      List<String> copy = new ArrayList<>();
      List<NoticeState> expected = new ArrayList<>();
      for (Planted line : front) {
        boolean isOut = isOut(kind, line.text);
        if (!isOut) {
          copy.add(line.text);
        }
        if (line.isNotice) {
          expected.add(state(kind, isOut));
        }
      }
      String frontText = String.join("\n", front.stream().map(Planted::text).toList());
      String bodyText = String.join("\n", body);
      String head = frontText.isEmpty() ? "" : frontText + "\n\n";
      String copyHead = copy.isEmpty() ? "" : String.join("\n", copy) + "\n\n";
      String text = copyHead + bodyText;
      boolean isOneLine = random.nextInt(3) == 0;
      return new PlantedBook(
          head + bodyText,
          isOneLine ? text.replace('\n', ' ').toUpperCase(Locale.ROOT) : text,
          expected,
          new BookFacts(title, List.of(author), publisher, List.of()),
          finding(points(head), points(copyHead), points(bodyText)));
    }

    private static boolean isOut(Kind kind, String line) {
      return kind == Kind.CUT || kind == Kind.FILTERED && FILTER.matcher(line).find();
    }

    private static NoticeState state(Kind kind, boolean isOut) {
      if (kind == Kind.CUT) {
        return NoticeState.NOT_COVERED;
      }
      return isOut ? NoticeState.ABSENT_IN_CONTEXT : NoticeState.PRESENT;
    }

    /** A title page, then notices in any order with other lines between them. */
    private List<Planted> front() {
      int language = random.nextInt(NOTICES.size());
      List<Planted> lines = new ArrayList<>();
      lines.add(new Planted(title, true));
      lines.add(new Planted(author, true));
      List<String> notices = new ArrayList<>(NOTICES.get(language));
      Collections.shuffle(notices, random);
      for (String notice : notices) {
        for (int i = random.nextInt(3); i > 0; i--) {
          lines.add(new Planted(other(), false));
        }
        lines.add(new Planted(filled(notice), true));
      }
      lines.add(new Planted(other(), false));
      lines.add(new Planted(THANKS.get(language), true));
      return lines;
    }

    private String filled(String notice) {
      return notice
          .replace("%Y", Integer.toString(1950 + random.nextInt(70)))
          .replace("%N", Integer.toString(10_000 + random.nextInt(90_000)))
          .replace("%A", author)
          .replace("%P", publisher);
    }

    private List<String> body() {
      String[] all = invented.next(20_000).split("\\s+", -1);
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < all.length; i += 11) {
        lines.add(String.join(" ", List.of(all).subList(i, Math.min(all.length, i + 11))));
      }
      return lines;
    }

    private static int points(String text) {
      return text.codePointCount(0, text.length());
    }

    private static FindingLine finding(int ref, int doc, int length) {
      PieceLine piece = new PieceLine(doc, doc + length, ref, ref + length);
      PassageLine passage =
          new PassageLine(
              piece.docStart(),
              piece.docEnd(),
              piece.refStart(),
              piece.refEnd(),
              1000,
              1000,
              1000,
              1.0,
              List.of(piece),
              List.of(),
              false,
              null,
              null,
              List.of(),
              null,
              null,
              List.of(),
              true,
              null);
      return new FindingLine(
          "id",
          "key",
          "strong",
          "whole",
          List.of("text"),
          document(),
          work(),
          null,
          List.of(passage),
          List.of(),
          List.of());
    }

    private static DocumentLine document() {
      return new DocumentLine(
          "corpus", "a.txt", "0", null, 0, null, null, null, null, "0", 1, 1, "en", "x", Map.of());
    }

    private static WorkLine work() {
      RightsLine rights = new RightsLine("in-copyright", null, null, null);
      return new WorkLine(
          "w", "t", List.of(), List.of(), null, null, null, List.of(), rights, null, "shelf", null,
          "w.txt", null);
    }
  }
}
