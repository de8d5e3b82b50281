package org.heard.local.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heard.local.load.Mapping.Field;

/**
 * Turns records into submissions of the batch door.
 *
 * @param mapping which column is what
 * @param defaultWard for records without a ward, or null
 * @param defaultAuthoredAt for records without a time
 */
record Submissions(Mapping mapping, String defaultWard, Instant defaultAuthoredAt) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> QUESTIONS = Set.of("good", "improve", "why");
  private static final Pattern RATING = Pattern.compile("[1-6]");

  // Times without an offset are those of the hospitals this is made for.
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** The submission of a readable record. */
  ObjectNode submission(UUID id, SourceRow row) throws RowRefused {
    Map<String, String> values = row.values();
    ObjectNode submission = JSON.createObjectNode();
    submission.put("id", id.toString());
    submission.put("wardId", ward(values));
    Optional<Integer> rating = rating(values);
    rating.ifPresent(number -> submission.put("rating", number));
    String question = question(values);
    mapping
        .raw(Field.TEXT, values)
        .ifPresent(
            text ->
                submission
                    .putArray("answers")
                    .addObject()
                    .put("question", question)
                    .put("text", text));
    submission.put("channel", "import");
    submission.put("authoredAt", authoredAt(values));
    return submission;
  }

  private String ward(Map<String, String> values) throws RowRefused {
    String ward = mapping.value(Field.WARD, values).orElse(defaultWard);
    if (ward == null) {
      throw new RowRefused("MISSING_WARD");
    }
    return ward;
  }

  private Optional<Integer> rating(Map<String, String> values) throws RowRefused {
    Optional<String> rating = mapping.value(Field.RATING, values);
    if (rating.isPresent() && !RATING.matcher(rating.get()).matches()) {
      throw new RowRefused("INVALID_RATING");
    }
    return rating.map(Integer::valueOf);
  }

  private String question(Map<String, String> values) throws RowRefused {
    String question = mapping.value(Field.QUESTION, values).orElse("why");
    if (!QUESTIONS.contains(question)) {
      throw new RowRefused("INVALID_QUESTION");
    }
    return question;
  }

  private String authoredAt(Map<String, String> values) throws RowRefused {
    Optional<String> time = mapping.value(Field.AUTHORED_AT, values);
    return time.isPresent() ? parsed(time.get()) : defaultAuthoredAt.toString();
  }

  private static String parsed(String time) throws RowRefused {
    try {
      if (time.length() == "2026-10-01".length()) {
        // Noon: the same day whichever zone reads it.
        return LocalDate.parse(time).atTime(LocalTime.NOON).atZone(ZONE).toInstant().toString();
      }
      String iso = time.replace(' ', 'T');
      boolean offset = iso.endsWith("Z") || iso.substring(iso.indexOf('T') + 1).matches(".*[+-].*");
      return offset
          ? OffsetDateTime.parse(iso).toString()
          : LocalDateTime.parse(iso).atZone(ZONE).toInstant().toString();
    } catch (DateTimeException e) {
      throw new RowRefused("INVALID_TIME");
    }
  }
}
