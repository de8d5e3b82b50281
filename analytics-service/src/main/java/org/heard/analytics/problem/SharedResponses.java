package org.heard.analytics.problem;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation of the OpenAPI document the problems that every operation may answer. */
public class SharedResponses implements OASFilter {
  private static final Map<String, String> PROBLEMS =
      new TreeMap<>(
          Map.of(
              "400", "BAD_PATH, UNKNOWN_PARAMETER, NUL_CHARACTER, LONE_SURROGATE",
              "401", "UNAUTHORIZED; CALLER_REQUIRED where the caller's token is needed",
              "403", "FORBIDDEN",
              "405", "METHOD_NOT_ALLOWED",
              "406", "NOT_ACCEPTABLE",
              "500", "INTERNAL",
              "503", "UNAVAILABLE, IDENTITY_UNAVAILABLE, with Retry-After"));

  @Override
  public PathItem filterPathItem(PathItem path) {
    path.getOperations().values().forEach(SharedResponses::complete);
    return path;
  }

  private static void complete(Operation operation) {
    PROBLEMS.forEach(
        (status, codes) -> {
          APIResponse own = operation.getResponses().getAPIResponse(status);
          if (own == null || namesNone(own, codes)) {
            operation.getResponses().addAPIResponse(status, response(codes));
          } else {
            Stream.of(codes.split(", "))
                .filter(code -> !own.getDescription().contains(code))
                .forEach(code -> own.description(own.getDescription() + ", " + code));
          }
        });
    operation.getResponses().getAPIResponses().forEach(SharedResponses::describe);
  }

  /** The framework's own words for 401 and 403. */
  private static boolean namesNone(APIResponse own, String codes) {
    return Stream.of("UNAUTHORIZED", "FORBIDDEN")
        .anyMatch(code -> codes.startsWith(code) && !own.getDescription().contains(code));
  }

  private static void describe(String status, APIResponse response) {
    if (status.compareTo("400") >= 0 && response.getContent() == null) {
      response.content(response("").getContent());
    }
  }

  private static APIResponse response(String codes) {
    Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
    return OASFactory.createAPIResponse()
        .description(codes)
        .content(
            OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem)));
  }
}
