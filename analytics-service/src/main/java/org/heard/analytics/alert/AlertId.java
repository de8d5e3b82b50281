package org.heard.analytics.alert;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.analytics.tagging.AlertCategory;

/**
 * Which alert: a comment's, of one category. Written {@code <submission>-<n>-<k>}, {@code k} being
 * the category's place in the closed list, from 1: an id stands in links and logs, where the
 * category's name may not.
 *
 * @param n which of the submission's comments, from 1
 */
record AlertId(UUID submission, int n, AlertCategory category) {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9]\\d{0,3})-([1-9])");

  /** The order is published and never changes; what is new comes last. */
  private static final List<AlertCategory> PLACES = List.of(AlertCategory.values());

  /** Null for what is none. */
  static AlertId of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    int place = parts.matches() ? Integer.parseInt(parts.group(3)) : 0;
    if (place == 0 || place > PLACES.size()) {
      return null;
    }
    return new AlertId(
        UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2)), PLACES.get(place - 1));
  }

  /** The id of its comment. */
  String comment() {
    return submission + "-" + n;
  }

  @Override
  public String toString() {
    return comment() + "-" + (PLACES.indexOf(category) + 1);
  }
}
