package org.heard.local.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heard.local.run.CommandFailure;

/**
 * Which column of the file holds which field of a submission: the pairs that the batch door takes.
 * What is plainly wrong is said here, where no suite need run.
 */
final class Mapping {

  private static final List<String> FIELDS =
      List.of(
          "text",
          "question",
          "good",
          "improve",
          "why",
          "rating",
          "id",
          "ward",
          "authoredAt",
          "language",
          "mode",
          "respondent",
          "format",
          "consentToPublish",
          "ageBand",
          "sex",
          "ethnicGroup",
          "disability");

  private final List<String> pairs;
  private final Set<String> fields;

  private Mapping(List<String> pairs, Set<String> fields) {
    this.pairs = pairs;
    this.fields = fields;
  }

  /** Reads {@code field=COLUMN} pairs, each field at most once. */
  static Mapping parse(List<String> pairs) {
    Set<String> fields = new HashSet<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw CommandFailure.usage("--map: '" + pair + "' is not FIELD=COLUMN.");
      }
      String field = pair.substring(0, equals);
      if (!FIELDS.contains(field)) {
        throw CommandFailure.usage(
            "--map: '%s' is not a field; fields are %s."
                .formatted(field, String.join(", ", FIELDS)));
      }
      if (!fields.add(field)) {
        throw CommandFailure.usage("--map: '" + field + "' stands twice.");
      }
    }
    return new Mapping(List.copyOf(pairs), fields);
  }

  boolean hasWard() {
    return fields.contains("ward");
  }

  List<String> pairs() {
    return pairs;
  }
}
