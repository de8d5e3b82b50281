package org.heard.feedback.problem;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says what is wrong in FHIR's form to those who speak FHIR. */
class OutcomeFilter {
  private static final MediaType FHIR = MediaType.valueOf(OperationOutcome.MEDIA_TYPE);

  @ServerResponseFilter
  void translate(UriInfo request, ContainerResponseContext answer) {
    if (answer.getEntity() instanceof Problem problem
        && OperationOutcome.isSpokenAt(request.getRequestUri().getPath())) {
      answer.setEntity(OperationOutcome.of(problem), answer.getEntityAnnotations(), FHIR);
    }
  }
}
