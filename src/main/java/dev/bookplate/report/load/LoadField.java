package dev.bookplate.report.load;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/** A column of a load file, under the names that review platforms know it by. */
public enum LoadField {
  /** First number of the document: its identifier. */
  BEGBATES(Kind.NUMBERED, "Control Number", "BEGDOC", "PRODBEG", "DOCID"),
  /** Last number: the same, where a document has one. */
  ENDBATES(Kind.NUMBERED, "Control Number End", "ENDDOC", "PRODEND"),
  /** First number of the family. */
  BEGATTACH(Kind.NUMBERED, "Group Identifier", "BEGFAMILY"),
  /** Last number of the family. */
  ENDATTACH(Kind.NUMBERED, "Group Identifier End", "ENDFAMILY"),
  /** Number of the training document that a sheet is of. */
  PARENTID(Kind.NUMBERED, "Parent Document ID", "PARENT_DOCID"),
  /** Training document, or match-evidence sheet. */
  DOCTYPE(Kind.TEXT, "Document Type"),
  /** Name of the corpus, or who the user says. */
  CUSTODIAN(Kind.TEXT, "Custodian"),
  /** What people call it. */
  TITLE(Kind.TEXT, "Title", "SUBJECT"),
  /** Where the document stands: corpus, path and member. */
  SOURCEPATH(Kind.TEXT, "Folder Path"),
  /** Number of its record, from 0. */
  RECORD(Kind.NUMBER, "Record"),
  /** Bytes of the record, from. */
  BYTESTART(Kind.NUMBER, "Byte Start"),
  /** Bytes of the record, to. */
  BYTEEND(Kind.NUMBER, "Byte End"),
  /** The record's own id. */
  SOURCEID(Kind.TEXT, "Source ID"),
  /** Address that the record claims. */
  URL(Kind.TEXT, "URL"),
  /** Name of the file. */
  FILENAME(Kind.TEXT, "Filename"),
  /** Its ending, without the point. */
  FILEEXT(Kind.TEXT, "Document Extension"),
  /** Size of the file in bytes. */
  FILESIZE(Kind.NUMBER, "Filesize"),
  /** Day that the record claims, where it is one. */
  DATECREATED(Kind.DATE, "Date Created"),
  /** MD5 of the file that the document stands in. */
  MD5HASH(Kind.DIGEST, "MD5 Hash"),
  /** SHA-256 of the file that the document stands in. */
  SHA256HASH(Kind.DIGEST, "SHA256 Hash", "SHA256"),
  /** SHA-256 of the text that the finding's offsets count in. */
  EXTRACTEDSHA256(Kind.DIGEST, "Extracted Text SHA256"),
  /** Code points of that text. */
  CHARS(Kind.NUMBER, "Characters"),
  /** Words of that text. */
  WORDS(Kind.NUMBER, "Words"),
  /** Id of the finding. */
  FINDINGID(Kind.TEXT, "Finding ID"),
  /** Id of the work. */
  WORKID(Kind.TEXT, "Work ID"),
  /** Title of the work. */
  WORKTITLE(Kind.TEXT, "Work Title"),
  /** Its authors. */
  WORKAUTHOR(Kind.LIST, "Work Author"),
  /** Its ISBNs. */
  ISBN(Kind.LIST, "ISBN"),
  /** Its registrations at the US Copyright Office. */
  REGISTRATION(Kind.LIST, "Registration Number"),
  /** Status of its rights. */
  RIGHTS(Kind.TEXT, "Rights Status"),
  /** SHA-256 of the reference edition's file. */
  EDITIONSHA256(Kind.DIGEST, "Edition SHA256"),
  /** Grade of the finding; of a document, the highest. */
  GRADE(Kind.TEXT, "Match Grade"),
  /** Extent of the finding. */
  EXTENT(Kind.TEXT, "Match Extent"),
  /** Kinds of evidence. */
  KINDS(Kind.LIST, "Match Evidence"),
  /** Rules that decided the grade. */
  REASONS(Kind.LIST, "Match Reasons"),
  /** Share of the work, 0 to 1. */
  WORKCOVERAGE(Kind.NUMBER, "Work Coverage"),
  /** Share of the document, 0 to 1. */
  DOCCOVERAGE(Kind.NUMBER, "Document Coverage"),
  /** Words in passages. */
  SPANWORDS(Kind.NUMBER, "Span Words"),
  /** Those that align exactly. */
  EXACTWORDS(Kind.NUMBER, "Exact Words"),
  /** Longest unbroken run in words. */
  LONGESTRUN(Kind.NUMBER, "Longest Run Words"),
  /** Identity, 0 to 1. */
  IDENTITY(Kind.NUMBER, "Identity"),
  /** Passages of the finding. */
  PASSAGES(Kind.NUMBER, "Passages"),
  /** Designation under the protective order. */
  CONFIDENTIALITY(Kind.TEXT, "Confidentiality Designation", "DESIGNATION", "CONF"),
  /** Volume that it is in. */
  PRODVOL(Kind.TEXT, "Production Volume", "VOLUME"),
  /** SHA-256 of the file in the folder of texts. */
  TEXTSHA256(Kind.DIGEST, "Text File SHA256"),
  /** Where its text is. */
  TEXTPATH(Kind.PATH, "Extracted Text", "TEXTLINK"),
  /** Where its native file is. */
  NATIVEPATH(Kind.PATH, "FILE_PATH", "NATIVELINK");

  /** What its values are. */
  enum Kind {
    /** Any text. */
    TEXT,
    /** Several texts. */
    LIST,
    /** A decimal number. */
    NUMBER,
    /** A day. */
    DATE,
    /** A Bates number. */
    NUMBERED,
    /** Digits of a digest. */
    DIGEST,
    /** A file of the production. */
    PATH
  }

  private final Kind kind;
  private final String relativity;
  private final ImmutableList<String> synonyms;

  LoadField(Kind kind, String relativity, String... synonyms) {
    this.kind = kind;
    this.relativity = relativity;
    this.synonyms = ImmutableList.copyOf(synonyms);
  }

  Kind kind() {
    return kind;
  }

  String relativity() {
    return relativity;
  }

  /** The column that a header means, by any of its names, in any case. */
  static Optional<LoadField> named(String header) {
    return Arrays.stream(values()).filter(field -> field.isNamed(header)).findFirst();
  }

  private boolean isNamed(String header) {
    return name().equalsIgnoreCase(header)
        || relativity.equalsIgnoreCase(header)
        || synonyms.stream().anyMatch(header::equalsIgnoreCase);
  }
}
