package org.heard.feedback.redaction;

/**
 * What kind of identifier was taken out; its token stands in the text instead. Of two that overlap
 * the one named first here is told.
 */
public enum IdentifierKind {
  EMAIL,
  LINK,
  HANDLE,
  NHS_NUMBER,
  HOSPITAL_NUMBER,
  PHONE,
  POSTCODE,
  /** A house in a street. */
  ADDRESS,
  DATE,
  BED,
  /** Somebody who works there; numbered. */
  STAFF,
  /** Anybody else; numbered. */
  PERSON;

  /** What is written in the identifier's place; of a name, with its number. */
  String token() {
    return '[' + name().replace('_', '-') + ']';
  }

  boolean isName() {
    return this == STAFF || this == PERSON;
  }
}
