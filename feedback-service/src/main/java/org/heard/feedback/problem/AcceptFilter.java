package org.heard.feedback.problem;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses who accepts nothing that could be answered before anything is done. Where several
 * operations share an address, the framework finds out only when it writes the answer, and a sender
 * would be told no to what is stored.
 */
class AcceptFilter {
  @ServerRequestFilter
  void check(ResourceInfo operation, ContainerRequestContext request) {
    Produces produced = produced(operation);
    if (produced == null) {
      return;
    }
    List<MediaType> answers = Arrays.stream(produced.value()).map(MediaType::valueOf).toList();
    List<MediaType> wanted = request.getAcceptableMediaTypes();
    boolean acceptable =
        wanted.isEmpty()
            || wanted.stream()
                .filter(accepted -> MediaTypeHelper.getQWithParamInfo(accepted) > 0)
                .anyMatch(accepted -> answers.stream().anyMatch(accepted::isCompatible));
    if (!acceptable) {
      throw new ProblemException(
          ErrorCode.NOT_ACCEPTABLE, "It is to be had as " + String.join(", ", produced.value()));
    }
  }

  private static Produces produced(ResourceInfo operation) {
    Produces own = operation.getResourceMethod().getAnnotation(Produces.class);
    return own == null ? operation.getResourceClass().getAnnotation(Produces.class) : own;
  }
}
