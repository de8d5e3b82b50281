package org.heard.feedback.directory;

import java.util.Locale;

/** The levels of the directory. */
enum UnitKind {
  ORGANISATION,
  SITE,
  DIVISION,
  WARD;

  /** As written in the database and in events. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
