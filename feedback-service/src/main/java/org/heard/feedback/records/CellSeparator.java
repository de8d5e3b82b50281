package org.heard.feedback.records;

import java.util.Optional;
import java.util.stream.Stream;

/** What stands between the cells of a row: always said, never guessed. */
public enum CellSeparator {
  COMMA(',', "comma"),
  SEMICOLON(';', "semicolon"),
  TAB('\t', "tab");

  private final char character;
  private final String code;

  CellSeparator(char character, String code) {
    this.character = character;
    this.code = code;
  }

  /** Reads its name, or the character itself. */
  public static Optional<CellSeparator> parse(String said) {
    return Stream.of(values())
        .filter(one -> one.code.equals(said) || String.valueOf(one.character).equals(said))
        .findFirst();
  }

  /** Its name, as {@link #parse} reads it. */
  public String code() {
    return code;
  }

  char character() {
    return character;
  }

  /** The first of the others that stands in a cell. */
  Optional<CellSeparator> otherIn(String cell) {
    return Stream.of(values())
        .filter(other -> other != this && cell.indexOf(other.character) >= 0)
        .findFirst();
  }
}
