package org.heard.gateway.dashboard;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The front page of a suite of one's own: how to become somebody. */
@Path("/")
class DemoLoginsResource {
  // The port that deploy/token assumes when it is told none.
  private static final int USUAL_PORT = 8080;

  private static final List<Login> LOGINS =
      List.of(
          new Login("ward-leader", "ward-leader --units W01", "the wards they lead"),
          new Login("quality-analyst", "quality-analyst", "every ward of the organisation"),
          new Login("intranet", "intranet", "outside aggregates; nothing yet"),
          new Login("alert-handler", "alert-handler", "alerts of their lanes; nothing yet"),
          new Login(
              "information-governance", "information-governance", "proof and audit; nothing yet"),
          new Login("admin", "admin", "running the service; no comment text"));

  private final Template page;
  private final String style;

  DemoLoginsResource(@Location("demo-logins.html") Template page) {
    this.page = page;
    this.style = resource("/templates/demo-logins.css");
  }

  /** One line of the page: a role, what to type for a token, what the role is for. */
  record Login(String role, String arguments, String sees) {}

  @GET
  @PermitAll
  @Produces("text/html;charset=UTF-8")
  @Operation(hidden = true)
  public String page(HttpServerRequest request) {
    int port = request.localAddress().port();
    return page.data("logins", LOGINS)
        .data("port", Integer.toString(port))
        .data("portArgument", port == USUAL_PORT ? "" : " --port-base " + port)
        .render();
  }

  @GET
  @Path("demo-logins.css")
  @PermitAll
  @Produces("text/css;charset=UTF-8")
  @Operation(hidden = true)
  public String style() {
    return style;
  }

  private static String resource(String name) {
    try (InputStream in = DemoLoginsResource.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
