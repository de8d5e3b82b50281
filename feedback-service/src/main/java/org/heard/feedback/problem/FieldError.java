package org.heard.feedback.problem;

/**
 * One thing wrong in a request body.
 *
 * @param pointer RFC 6901 JSON pointer of the value, empty for the whole document
 * @param code why it is wrong
 */
public record FieldError(String pointer, ErrorCode code) {}
