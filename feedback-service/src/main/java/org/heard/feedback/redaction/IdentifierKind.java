package org.heard.feedback.redaction;

/** What kind of identifier was taken out; its token stands in the text instead. */
public enum IdentifierKind {
  EMAIL("[EMAIL]"),
  NHS_NUMBER("[NHS-NUMBER]"),
  PHONE("[PHONE]"),
  POSTCODE("[POSTCODE]"),
  DATE("[DATE]");

  private final String token;

  IdentifierKind(String token) {
    this.token = token;
  }

  /** What is written in the identifier's place. */
  public String token() {
    return token;
  }
}
