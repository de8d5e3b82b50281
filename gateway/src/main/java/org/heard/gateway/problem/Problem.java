package org.heard.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/** A problem document (RFC 9457); {@code code} is the part that programs should read. */
record Problem(
    String type,
    String title,
    int status,
    ErrorCode code,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

  /** One faulty part of the request: where (JSON pointer or parameter name) and what. */
  record Fault(String pointer, String code) {}

  static Problem of(ErrorCode code, String detail) {
    String slug = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(
        "urn:heard:problem:" + slug, code.title(), code.status(), code, detail, List.of());
  }
}
