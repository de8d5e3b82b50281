package org.heard.feedback.problem;

/**
 * Every reason this service gives for not doing what it was asked, sorted by what the caller should
 * do. The name is the stable {@code code} of a problem document; names are never reused.
 */
public enum ErrorCode {
  // Mend the request's form: it could not be read.
  INVALID_JSON(400, "The body is not JSON"),
  INCOMPLETE_BODY(400, "The body did not arrive in full"),
  WRONG_TYPE(400, "A field has the wrong JSON type"),
  NUL_CHARACTER(400, "Text holds a NUL character"),
  TOO_MANY_VALUES(400, "The document has too many values"),
  LONE_SURROGATE(400, "Text holds half a surrogate pair"),
  BAD_PATH(400, "The path is not in plain form"),
  HOST_REQUIRED(400, "It is not said which host is meant"),
  UNKNOWN_PARAMETER(400, "A query parameter is not known here"),
  BAD_LIMIT(400, "The limit is not a whole number above 0"),
  LIMIT_TOO_LARGE(400, "The page asked for is too large"),
  BAD_CURSOR(400, "The cursor is not one that this service made"),
  INVALID_FORM(400, "The body is not a form"),
  INVALID_PARAMETER(400, "A query parameter has a wrong value"),
  BAD_DIGEST(400, "The content digest is malformed or another body's"),

  // Identify yourself, or ask as somebody else.
  UNAUTHORIZED(401, "No valid credentials"),
  CALLER_REQUIRED(401, "No valid token of the caller"),
  KEY_REVOKED(401, "The key has been revoked"),
  FORBIDDEN(403, "Not allowed for this caller"),
  WARD_MISMATCH(403, "The key belongs to another ward"),

  // Ask for something else.
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not available in the media type asked for"),
  ID_REUSED(409, "The id is taken by other content"),
  SAME_PERSON(409, "Somebody else has to do this"),
  DEVICE_REVOKED(409, "The device has been revoked for good"),
  NOT_A_KIOSK(409, "Only a kiosk stands on a ward"),
  IMPORT_TAKEN_OVER(409, "The same import has begun again"),
  IMPORT_NAME_USED(409, "Another file has been imported under this name"),
  BODY_TOO_LARGE(413, "The body is too large"),
  TOO_MANY_LINES(413, "The batch has too many lines"),
  TOO_MANY_RECORDS(413, "The file has too many records"),
  LENGTH_REQUIRED(411, "The length of the body is not known"),
  ADDRESS_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_ENCODING(415, "The encoding of the body is not supported"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),

  // Mend a value: the request was read, but says something that cannot be.
  VALIDATION_FAILED(422, "Several values are wrong"),
  UNKNOWN_FIELD(422, "A field is not known"),
  MISSING_FIELD(422, "A required field is missing"),
  INVALID_ID(422, "The id is not a UUID"),
  UNKNOWN_WARD(422, "The ward does not exist for this key"),
  WARD_CLOSED(422, "The ward is closed and takes nothing new"),
  UNKNOWN_UNIT(422, "The organisation, site or division does not exist"),
  INVALID_ODS_CODE(422, "Not 3 to 10 capital letters and digits"),
  INVALID_DAY(422, "Not an ISO 8601 day, or not a possible one here"),
  INVALID_RATING(422, "The rating is not 1 to 6"),
  EMPTY_SUBMISSION(422, "Neither a rating nor a text"),
  TOO_MANY_ANSWERS(422, "Too many answers"),
  TEXT_TOO_SHORT(422, "A text is too short"),
  TEXT_TOO_LONG(422, "A text is too long"),
  INVALID_VALUE(422, "A value is not allowed here"),
  INVALID_LANGUAGE(422, "The language is not a BCP 47 tag"),
  INVALID_TIME(422, "The time is not an ISO 8601 date and time with an offset"),
  INVALID_RECEIPT_CODE(422, "The receipt code is malformed"),
  STATUS_NOT_TAKEN(422, "Only completed and amended responses are taken"),
  WRONG_QUESTIONNAIRE(422, "The questionnaire is not the one published here"),
  UNKNOWN_LINK_ID(422, "The questionnaire has no such item"),
  WRONG_ANSWER_TYPE(422, "The question is not answered by a value of this type"),
  UNSUPPORTED_ELEMENT(422, "The element would be lost and is not taken"),
  INVALID_HEADER(422, "The first row does not name the columns"),
  UNKNOWN_COLUMN(422, "The file has no such column"),
  INVALID_CSV(422, "The file is not CSV"),
  INVALID_ENCODING(422, "The text is not UTF-8"),
  WRONG_COLUMN_COUNT(422, "The row has more or fewer cells than the header"),
  TOO_MANY_COLUMNS(422, "A record has too many columns"),
  RECORD_TOO_LONG(422, "A record is too long"),
  FORMULA_CELL(422, "A cell holds a spreadsheet's formula or error"),
  FORM_EXPIRED(422, "The form was open for too long, or is not one of ours"),
  FORM_TOO_FAST(422, "The form came back faster than a person fills it in"),
  FORM_TRAP(422, "A field that people do not see was filled in"),
  TOO_MANY_FACTS(422, "The ward-day holds more than is sent again at once"),
  TOO_MANY_NAMES(422, "More names are asked for than are told at once"),

  // Slow down.
  BODY_TOO_SLOW(408, "The body took too long to come"),
  RATE_LIMITED(429, "Too many requests"),

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
