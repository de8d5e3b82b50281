package org.heard.gateway.problem;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not declare, so that a misspelt filter is an
 * error and never a wider answer. The declared names are read from the method itself: there is no
 * second list to forget.
 */
@Singleton
class QueryParameters {
  // Filters are made before the settings of a run are read, hence the provider.
  private final Provider<RequestLimits> limits;

  QueryParameters(Provider<RequestLimits> limits) {
    this.limits = limits;
  }

  @ServerRequestFilter
  void check(ResourceInfo operation, UriInfo request) {
    Set<String> declared = declared(operation);
    request.getQueryParameters().forEach((name, values) -> check(declared, name, values));
  }

  private static Set<String> declared(ResourceInfo operation) {
    return Arrays.stream(operation.getResourceMethod().getParameters())
        .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(Collectors.toSet());
  }

  private void check(Set<String> declared, String name, List<String> values) {
    if (!declared.contains(name)) {
      String known =
          declared.isEmpty() ? "none" : String.join(", ", declared.stream().sorted().toList());
      throw new ProblemException(
          ErrorCode.UNKNOWN_PARAMETER, "The parameters of this operation: " + known + ".");
    }
    if (values.size() != 1) {
      throw new ProblemException(ErrorCode.BAD_PARAMETER, name + " may be given once only.");
    }
    String value = values.get(0);
    int longest = limits.get().maxParameterLength();
    if (value.length() > longest) {
      throw new ProblemException(
          ErrorCode.BAD_PARAMETER, name + " is longer than " + longest + " characters.");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(ErrorCode.BAD_PARAMETER, name + " has a control character.");
    }
  }
}
