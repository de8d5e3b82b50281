package org.heard.analytics.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses query parameters that the operation does not declare (a misspelt filter must not answer
 * with everything) and text that PostgreSQL cannot hold.
 */
@Provider
class ParameterFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Set<String> declared = declared();
    for (Map.Entry<String, List<String>> sent :
        request.getUriInfo().getQueryParameters().entrySet()) {
      if (!declared.contains(sent.getKey())) {
        throw new ProblemException(
            ErrorCode.UNKNOWN_PARAMETER,
            declared.isEmpty()
                ? "No query parameters are taken here."
                : "Taken here: " + declared.stream().sorted().collect(Collectors.joining(", ")));
      }
      sent.getValue().forEach(PlainText::check);
    }
  }

  private Set<String> declared() {
    return Arrays.stream(resource.getResourceMethod().getParameters())
        .map(ParameterFilter::queryName)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String queryName(Parameter parameter) {
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    return query == null ? "" : query.value();
  }
}
