package org.heard.gateway.problem;

/**
 * Every reason the gateway refuses or fails a request, sorted by what the caller should do: change
 * the request (400, 422), identify (401), ask for a right (403), look elsewhere (404, 405, 406),
 * read again or let it be (409), report a fault (500) or try again later (503). The list is closed;
 * clients may switch on it.
 */
public enum ErrorCode {
  BAD_PATH(400, "The path cannot be read in one way only"),
  BAD_REQUEST(400, "The request cannot be read"),
  WRONG_TYPE(400, "A value has the wrong JSON type"),
  UNKNOWN_PARAMETER(400, "The operation has no such parameter"),
  BAD_PARAMETER(400, "A parameter cannot be read"),
  BAD_BUCKET(400, "The bucket is not week, month or quarter"),
  BAD_PERIOD(400, "The period does not fit the bucket"),
  PERIOD_ORDER(400, "The range ends before it begins"),
  TOO_MANY_PERIODS(400, "The range has too many periods"),
  BAD_LIMIT(400, "The limit is not a whole number above 0"),
  LIMIT_TOO_LARGE(400, "The limit is too large"),
  BAD_CURSOR(400, "The cursor is not one this list gave out"),
  BAD_FILTER(400, "A filter has a value it cannot have"),
  UNAUTHENTICATED(401, "A valid bearer token is needed"),
  FORBIDDEN(403, "The role lacks the operation"),
  OWN_WARD(403, "Nobody judges what is said of a ward they lead"),
  OWN_DISPUTE(403, "Nobody decides a dispute they have raised"),
  NOT_FOUND(404, "There is nothing at this address"),
  UNKNOWN_WARD(404, "There is no such ward for this caller"),
  UNKNOWN_ORGANISATION(404, "There is no such organisation for this caller"),
  METHOD_NOT_ALLOWED(405, "The address does not know the method"),
  NOT_ACCEPTABLE(406, "The answer exists in no accepted media type"),
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
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not understood"),
  TOO_MANY_FACTS(422, "The ward-day holds more than is sent again at once"),
  MISSING_FIELD(422, "A required field is missing"),
  UNKNOWN_FIELD(422, "A field is not known"),
  INVALID_VALUE(422, "A value is not in its closed list"),
  TOO_MANY_ITEMS(422, "Too many items"),
  BAD_EVIDENCE(422, "The evidence is no passage of the comment"),
  INCOMPLETE_REVIEW(422, "The verdicts are not those of the model's tags"),
  TEXT_TOO_LONG(422, "The text is too long"),
  NOT_ENGLISH(422, "The translation cannot be read as English"),
  INTERNAL(500, "A fault on our side"),
  UNAVAILABLE(503, "A part of the service cannot be reached"),
  IDENTITY_UNAVAILABLE(503, "Tokens cannot be verified or obtained at the moment");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status that goes with this code, always the same. */
  public int status() {
    return status;
  }

  String title() {
    return title;
  }
}
