package org.heard.feedback.overload;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses lines and tables that do not say what they are. The framework takes them for whatever the
 * door takes, but they were collected as a document, of which no more is kept than documents have.
 */
class StreamedTypeFilter {
  @ServerRequestFilter
  void check(ResourceInfo operation, RoutingContext context) {
    Consumes taken = operation.getResourceMethod().getAnnotation(Consumes.class);
    if (taken != null
        && Arrays.stream(taken.value()).anyMatch(Gate.STREAMED::contains)
        && !Gate.isStreamed(context.request())) {
      throw new ProblemException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Say what it is with a Content-Type that is taken here.");
    }
  }
}
