package org.heard.analytics.comment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.heard.analytics.paging.Cursor;

/** Where a comment stands in the list: newest day first, the comments of a day shuffled. */
public record Place(LocalDate countedOn, long shuffle, UUID submissionId, int n) {
  private static final int LAST_YEAR = 9999;

  /** Where a page goes on; null for the first. */
  static Place after(String cursor) {
    return cursor == null ? null : parse(cursor);
  }

  /** The place of a cursor, else {@code BAD_CURSOR}. */
  public static Place parse(String cursor) {
    List<String> parts = Cursor.parts(cursor, 4);
    try {
      return new Place(
          day(parts.get(0)),
          Long.parseLong(parts.get(1)),
          UUID.fromString(parts.get(2)),
          Short.parseShort(parts.get(3)));
    } catch (DateTimeParseException | IllegalArgumentException foreign) {
      throw Cursor.bad();
    }
  }

  /** Days that comments are counted on; there are others that no database knows. */
  private static LocalDate day(String said) {
    LocalDate day = LocalDate.parse(said);
    if (day.isBefore(LocalDate.EPOCH) || day.getYear() > LAST_YEAR) {
      throw Cursor.bad();
    }
    return day;
  }

  /** The cursor that goes on after it. */
  public String cursor() {
    return Cursor.of(countedOn, shuffle, submissionId, n);
  }
}
