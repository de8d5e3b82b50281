package org.heard.feedback.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses JSON that says it is in another charset than UTF-8 (RFC 8259): it would be read as
 * something else than was written.
 */
class CharsetFilter {
  /** Whatever is ASCII is UTF-8. */
  private static final Set<String> READ = Set.of("utf-8", "us-ascii");

  @ServerRequestFilter
  void check(ResourceInfo operation, ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    // Pages take what comes and refuse it themselves, as pages.
    boolean page = !operation.getResourceMethod().isAnnotationPresent(Consumes.class);
    if (page || type == null || !isJson(type.getSubtype())) {
      return;
    }
    String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (!READ.contains(charset.toLowerCase(Locale.ROOT))) {
      throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "JSON is UTF-8.");
    }
  }

  /**
   * Lines and FHIR are UTF-8 whatever is said: clients' libraries put their default charset behind
   * types that they do not know, and then write UTF-8.
   */
  private static boolean isJson(String subtype) {
    return subtype.equalsIgnoreCase("json");
  }
}
