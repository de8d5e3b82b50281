package org.heard.feedback.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.page.DeskPage;
import org.heard.feedback.page.Pages;
import org.heard.feedback.problem.Failure;
import org.heard.feedback.problem.IgnoresParameters;
import org.heard.feedback.problem.ProblemException;

/** Where a browser becomes a desk for paper cards, by a one-time code or an importer's key. */
@Path("/paper")
@Produces("text/html;charset=UTF-8")
@PermitAll
@IgnoresParameters
@Tag(name = "Pages")
class DeskResource {
  private final Desks desks;
  private final FormSettings formSettings;
  private final Pages pages;

  DeskResource(Desks desks, FormSettings formSettings, Pages pages) {
    this.desks = desks;
    this.formSettings = formSettings;
    this.pages = pages;
  }

  /** What makes a browser a desk. */
  @Schema(name = "DeskCode")
  record DeskCode(
      @Schema(
              format = "password",
              description =
                  "A kiosk's one-time pairing code, however it is typed, or an importer's key; left"
                      + " out only where the cookie of a desk comes instead",
              examples = "7QK2M-0ZD9X")
          String code) {}

  @POST
  @Path("/open")
  @SecurityRequirementsSet
  @Operation(
      summary = "Make this browser a desk",
      description =
          "The code is exchanged for the desk's key, which the cookie `heard-desk` holds for 12"
              + " hours (`heard.paper.session`): no script reads it, and it is sent over HTTPS, to"
              + " /paper and from pages of this service only. Fields of a card may come with it, as"
              + " the page sends them whose desk was none any more. Once the code is taken the"
              + " cookie is set, also where the card cannot be shown and the answer says why; sent"
              + " again without a code, with the cookie, it is.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = DeskCode.class),
              examples = @ExampleObject(name = "a code", value = "code=7QK2M-0ZD9X")))
  @APIResponse(
      responseCode = "200",
      description =
          "A desk now, and the card that came with the code, filled in, to be stored; the same card, so"
              + " that it counts once though it may be stored already",
      headers =
          @Header(
              name = "Set-Cookie",
              description = "`heard-desk`: the desk's key",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "a card", value = PaperResource.CARD_PAGE)))
  @APIResponse(
      responseCode = "303",
      description = "A desk now; go on to the first card",
      headers = {
        @Header(
            name = "Location",
            description = "/paper",
            required = true,
            schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
        @Header(
            name = "Set-Cookie",
            description = "`heard-desk`: the desk's key",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = "INVALID_FORM, NUL_CHARACTER, INCOMPLETE_BODY")
  @APIResponse(
      responseCode = "401",
      description = "UNAUTHORIZED, KEY_REVOKED: an importer's key, or the cookie without a code")
  @APIResponse(responseCode = "403", description = "FORBIDDEN: sent from another site's page")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: a code unknown, used or expired")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.form.max-bytes} bytes")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.pairing.per-second} codes a second and {heard.pairing.burst} at"
              + " once, by everybody together")
  public Response open(
      @Parameter(hidden = true) @CookieParam(Desks.COOKIE) String cookie,
      @Context HttpHeaders headers,
      InputStream body) {
    return pages.answer(
        () -> {
          Map<String, String> values = FormBody.read(headers, body, formSettings);
          Map<String, String> card = desks.card(values, headers);
          String key;
          try {
            desks.requireOurs(headers);
            key = key(values.getOrDefault("code", "").strip(), cookie);
          } catch (RuntimeException failure) {
            return refused(card, failure, false);
          }
          // The code is used up now: a desk is one, whatever becomes of the page.
          return Response.fromResponse(opened(card, key, headers))
              .cookie(desks.cookie(key))
              .build();
        });
  }

  /** That of the code, or of the browser itself if it is a desk already and says none. */
  private String key(String code, String cookie) {
    if (!code.isEmpty() || cookie == null || cookie.isEmpty()) {
      return desks.keyFor(code);
    }
    desks.good(cookie);
    return cookie;
  }

  private Response opened(Map<String, String> card, String key, HttpHeaders headers) {
    if (card.isEmpty()) {
      return Response.seeOther(Desks.HERE).build();
    }
    try {
      return desks.filledIn(card, key, headers);
    } catch (RuntimeException failure) {
      return refused(card, failure, true);
    }
  }

  private Response refused(Map<String, String> card, RuntimeException failure, boolean open) {
    ProblemException refusal = Failure.explain(failure);
    return pages.refused(new DeskPage(refusal.problem().code(), card, open), refusal);
  }

  @POST
  @Path("/close")
  @SecurityRequirementsSet
  @Operation(
      summary = "Leave the desk",
      description =
          "Ends the cookie `heard-desk`. The key itself stays good until the desk gets a new code"
              + " or is revoked.")
  @APIResponse(
      responseCode = "303",
      description = "No desk any more; go on to the question for a code",
      headers = {
        @Header(
            name = "Location",
            description = "/paper",
            required = true,
            schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
        @Header(
            name = "Set-Cookie",
            description = "`heard-desk`, ended",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "403", description = "FORBIDDEN: sent from another site's page")
  public Response close(@Context HttpHeaders headers) {
    return pages.answer(
        () -> {
          desks.requireOurs(headers);
          return Response.seeOther(Desks.HERE).cookie(desks.noCookie()).build();
        });
  }
}
