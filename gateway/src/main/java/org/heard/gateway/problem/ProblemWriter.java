package org.heard.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Writes problem documents, inside Jakarta REST and on the bare router. */
@Singleton
class ProblemWriter {
  static final String MEDIA_TYPE = "application/problem+json";

  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  Response.ResponseBuilder response(ErrorCode code, String detail) {
    return Response.status(code.status()).type(MEDIA_TYPE).entity(encoded(code, detail));
  }

  // Repeats two headers of the configuration: a request refused this early has passed no route.
  void send(HttpServerResponse response, ErrorCode code, String detail) {
    response
        .setStatusCode(code.status())
        .putHeader("Content-Type", MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(encoded(code, detail));
  }

  private String encoded(ErrorCode code, String detail) {
    try {
      return json.writeValueAsString(Problem.of(code, detail));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem document is always encodable", e);
    }
  }
}
