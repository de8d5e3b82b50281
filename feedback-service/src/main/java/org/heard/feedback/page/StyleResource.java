package org.heard.feedback.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.heard.feedback.problem.IgnoresParameters;

/** How the pages look; all of it is one file. */
@Path("/pages/heard.css")
@PermitAll
@IgnoresParameters
class StyleResource {
  private final String style;

  StyleResource() {
    try (InputStream file = StyleResource.class.getResourceAsStream("/pages/heard.css")) {
      style = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @GET
  @Produces("text/css;charset=UTF-8")
  @Operation(hidden = true)
  public String style() {
    return style;
  }
}
