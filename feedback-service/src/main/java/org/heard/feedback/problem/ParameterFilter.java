package org.heard.feedback.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not declare: a misspelt filter must not answer
 * with everything.
 */
class ParameterFilter {

  @ServerRequestFilter
  void check(ResourceInfo operation, UriInfo request) {
    Set<String> declared = declared(operation);
    boolean page = operation.getResourceClass().isAnnotationPresent(IgnoresParameters.class);
    if (!page && !declared.containsAll(request.getQueryParameters().keySet())) {
      throw new ProblemException(
          ErrorCode.UNKNOWN_PARAMETER,
          declared.isEmpty()
              ? "No query parameters are taken here."
              : "Taken here: " + String.join(", ", declared));
    }
  }

  private static Set<String> declared(ResourceInfo operation) {
    return Arrays.stream(operation.getResourceMethod().getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
