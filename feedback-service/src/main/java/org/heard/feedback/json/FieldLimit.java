package org.heard.feedback.json;

/** How the schema of a field says which setting bounds it. */
public final class FieldLimit {
  /**
   * An extension with the name of the setting: a text's longest, a list's most, a number's highest.
   */
  public static final String SETTING = "x-limit";

  private FieldLimit() {}
}
