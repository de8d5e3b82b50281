package org.heard.analytics.problem;

/**
 * Every reason this service gives for not doing what it was asked, sorted by what the caller should
 * do. The name is the stable {@code code} of a problem document; names are never reused.
 */
public enum ErrorCode {
  // Mend the request's form: it could not be read.
  INVALID_JSON(400, "The body is not JSON"),
  INCOMPLETE_BODY(400, "The body did not arrive in full"),
  WRONG_TYPE(400, "A value has the wrong JSON type"),
  NUL_CHARACTER(400, "Text holds a NUL character"),
  LONE_SURROGATE(400, "Text holds half a surrogate pair"),
  BAD_PATH(400, "The address is not in plain form"),
  UNKNOWN_PARAMETER(400, "A query parameter is not known here"),
  BAD_LIMIT(400, "The limit is not a whole number above 0"),
  LIMIT_TOO_LARGE(400, "The page asked for is too large"),
  BAD_CURSOR(400, "The cursor is not one that this service made"),
  BAD_FILTER(400, "A filter has a value that cannot be"),
  BAD_BUCKET(400, "The bucket is not day, week, month or quarter"),
  BAD_PERIOD(400, "The period is not one of its bucket"),
  PERIOD_ORDER(400, "The first period comes after the last"),
  TOO_MANY_PERIODS(400, "Too many periods"),

  // Identify yourself, or ask as somebody else.
  UNAUTHORIZED(401, "No valid token"),
  CALLER_REQUIRED(401, "No valid token of the caller"),
  FORBIDDEN(403, "Not allowed for this caller"),

  OWN_WARD(403, "Nobody judges what is said of a ward they lead"),
  OWN_DISPUTE(403, "Nobody decides a dispute they have raised"),

  // Ask for something else.
  NOT_FOUND(404, "Not found"),
  UNKNOWN_WARD(404, "The ward does not exist for this caller"),
  UNKNOWN_ORGANISATION(404, "The organisation does not exist for this caller"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not available in the media type asked for"),
  RECOUNT_RUNNING(409, "Another recount runs"),
  NOT_HELD(409, "The comment is not held back for its language"),
  NOT_TAGGED(409, "The comment has no such tag"),
  ALREADY_TAGGED(409, "The comment has that tag"),
  NO_CONTENT(409, "The comment has no content that a tag could speak of"),
  NOT_OPEN(409, "The dispute is not open any more"),
  TOO_MANY_OPEN(409, "The caller has too many open disputes"),
  STALE_VERSION(409, "Somebody has changed it since that version"),
  BAD_TRANSITION(409, "The status does not lead there"),
  NO_STATEMENT(409, "There is no whole statement to publish"),
  SAME_PERSON(409, "Another person has to do that"),
  CHANGED(409, "It has changed since it was read"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),

  // Mend a value: the request was read, but says something that cannot be.
  TOO_MANY_ITEMS(422, "Too many items"),
  MISSING_FIELD(422, "A required field is missing"),
  UNKNOWN_FIELD(422, "A field is not known"),
  INVALID_ID(422, "The id is not a text of 1 to 100 characters"),
  INVALID_RATING(422, "The rating is not 1 to 6"),
  INVALID_VALUE(422, "A value is not in its closed list"),
  TEXT_TOO_LONG(422, "A text is too long"),
  BAD_EVIDENCE(422, "The evidence is no passage of the comment"),
  INCOMPLETE_REVIEW(422, "The verdicts are not those of the model's tags"),
  NOT_ENGLISH(422, "The translation is not read as English"),

  // Nothing to mend on the caller's side: try again later, or tell the operator.
  INTERNAL(500, "Something went wrong here"),
  UNAVAILABLE(503, "Temporarily not available"),
  IDENTITY_UNAVAILABLE(503, "Tokens cannot be verified at the moment");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status that goes with this code. */
  public int status() {
    return status;
  }

  /** A short sentence for people; the same for every occurrence. */
  public String title() {
    return title;
  }
}
