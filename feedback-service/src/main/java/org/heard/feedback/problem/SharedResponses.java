package org.heard.feedback.problem;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation of the OpenAPI document the problems that every operation may answer. */
public class SharedResponses implements OASFilter {
  private static final String HTML = "text/html";

  private static final Map<String, List<String>> ALWAYS =
      new TreeMap<>(
          Map.of(
              "400", List.of("BAD_PATH", "UNKNOWN_PARAMETER"),
              "401", List.of("UNAUTHORIZED"),
              "403", List.of("FORBIDDEN"),
              "405", List.of("METHOD_NOT_ALLOWED"),
              "406", List.of("NOT_ACCEPTABLE"),
              "500", List.of("INTERNAL"),
              "503", List.of("UNAVAILABLE", "IDENTITY_UNAVAILABLE, with Retry-After")));

  private static final Map<String, List<String>> WITH_A_DOCUMENT =
      new TreeMap<>(
          Map.of(
              "400", List.of("NUL_CHARACTER", "LONE_SURROGATE", "INCOMPLETE_BODY"),
              "408", List.of("BODY_TOO_SLOW"),
              "411", List.of("LENGTH_REQUIRED"),
              "413", List.of("BODY_TOO_LARGE"),
              "415", List.of("UNSUPPORTED_MEDIA_TYPE", "UNSUPPORTED_ENCODING")));

  @Override
  public PathItem filterPathItem(PathItem path) {
    path.getOperations().values().forEach(SharedResponses::complete);
    return path;
  }

  private static void complete(Operation operation) {
    ALWAYS.forEach((status, codes) -> add(operation, status, codes));
    if (takesADocument(operation)) {
      WITH_A_DOCUMENT.forEach((status, codes) -> add(operation, status, codes));
    }
    boolean fhir = operation.getTags() != null && operation.getTags().contains("FHIR");
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> describe(status, response, fhir));
    if (isPage(operation)) {
      operation.getResponses().getAPIResponses().forEach(SharedResponses::describeAsPage);
    }
  }

  private static boolean isPage(Operation operation) {
    APIResponse fine = operation.getResponses().getAPIResponse("200");
    return fine != null && fine.getContent() != null && fine.getContent().hasMediaType(HTML);
  }

  /** What is refused before it comes to the page is one only for who takes pages. */
  private static void describeAsPage(String status, APIResponse response) {
    if (status.compareTo("400") >= 0) {
      response
          .getContent()
          .addMediaType(
              HTML,
              OASFactory.createMediaType()
                  .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }
  }

  private static boolean takesADocument(Operation operation) {
    if (operation.getRequestBody() == null) {
      return false;
    }
    Content body = operation.getRequestBody().getContent();
    return body.hasMediaType(MediaType.APPLICATION_JSON)
        || body.hasMediaType(OperationOutcome.MEDIA_TYPE);
  }

  private static void add(Operation operation, String status, List<String> codes) {
    APIResponse own = operation.getResponses().getAPIResponse(status);
    // The framework's own words for 401 and 403 name no codes.
    if (own == null || own.getDescription().startsWith("Not A")) {
      operation
          .getResponses()
          .addAPIResponse(
              status, OASFactory.createAPIResponse().description(String.join(", ", codes)));
      return;
    }
    codes.stream()
        .filter(code -> !own.getDescription().contains(code))
        .forEach(code -> own.description(own.getDescription() + ", " + code));
  }

  private static void describe(String status, APIResponse response, boolean fhir) {
    if (status.compareTo("400") >= 0 && response.getContent() == null) {
      response.content(
          fhir
              ? content(OperationOutcome.MEDIA_TYPE, "OperationOutcome")
              : content(Problem.MEDIA_TYPE, "Problem"));
    }
  }

  private static Content content(String mediaType, String schema) {
    Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + schema);
    return OASFactory.createContent()
        .addMediaType(mediaType, OASFactory.createMediaType().schema(reference));
  }
}
