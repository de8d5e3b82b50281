package org.heard.feedback.fhir;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.submission.NamedId;

/** The id of a submission that has an identifier instead. */
final class ResponseIds {
  /** Ours alone; a random UUID, fixed for ever. */
  private static final UUID NAMESPACE = UUID.fromString("c1b9f6de-3f0a-4c57-9d18-6a2f5e0b7d34");

  private static final Pattern UUID_FORM =
      Pattern.compile(
          "(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", Pattern.CASE_INSENSITIVE);

  // Joins the parts of a name; stands in none of them.
  private static final char SEPARATOR = '\u0000';

  private ResponseIds() {}

  /**
   * A UUID is the id. Anything else is a name (UUIDv5, RFC 9562), unique within its organisation: a
   * value without a system may be any counter.
   *
   * @param system null if there is none
   */
  static UUID of(String organisationId, String system, String value) {
    Matcher uuid = UUID_FORM.matcher(value);
    return uuid.matches()
        ? UUID.fromString(uuid.group(1))
        : NamedId.version5(
            NAMESPACE,
            organisationId + SEPARATOR + (system == null ? "" : system) + SEPARATOR + value);
  }
}
