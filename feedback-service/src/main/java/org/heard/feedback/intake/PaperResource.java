package org.heard.feedback.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.Sender;
import org.heard.feedback.page.DeskPage;
import org.heard.feedback.page.Pages;
import org.heard.feedback.problem.IgnoresParameters;
import org.heard.feedback.problem.ProblemException;

/**
 * Where staff key paper cards, at a browser that is a desk: it holds a key in a cookie that no
 * script reads and no other site makes it send.
 */
@Path("/paper")
@Produces("text/html;charset=UTF-8")
@PermitAll
@IgnoresParameters
@Tag(name = "Pages")
class PaperResource {
  static final String CARD_PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head><title>Key paper cards</title>…</head>
      <body>…<form method="post" action="/paper">…</form>…</body>
      </html>
      """;
  private static final String NEXT_PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head><title>Key paper cards</title>…</head>
      <body>…<strong>7QK2-M0ZD-9XVA-4T8C-D</strong>…
      <form method="post" action="/paper">…</form>…</body>
      </html>
      """;

  private final Desks desks;
  private final PaperDoor door;
  private final FormSettings formSettings;
  private final Pages pages;

  PaperResource(Desks desks, PaperDoor door, FormSettings formSettings, Pages pages) {
    this.desks = desks;
    this.door = door;
    this.formSettings = formSettings;
    this.pages = pages;
  }

  @GET
  @SecurityRequirementsSet
  @Operation(
      summary = "The page on which staff key paper cards",
      description =
          "Asks for a kiosk's one-time pairing code, or an importer's key, and sends it to"
              + " /paper/open; after that the cookie `heard-desk` holds the key, until"
              + " /paper/close.")
  @APIResponse(
      responseCode = "200",
      description = "An empty card, or the question for a code",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "an empty card", value = CARD_PAGE)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: the organisation of an importer's desk has no wards")
  public Response paper(
      @Parameter(hidden = true) @CookieParam(Desks.COOKIE) String key,
      @Context HttpHeaders headers) {
    return pages.answer(
        () -> {
          Sender sender = desks.find(key);
          return sender == null
              ? pages.desk(new DeskPage(null))
              : pages.paper(door.open(sender), desks.notice(sender, headers));
        });
  }

  @POST
  @SecurityRequirementsSet
  @Operation(
      summary = "Key one card",
      description =
          "Channel paper, counted on the day of the card for the desk's ward on that day, or for"
              + " the ward chosen at an importer's desk. Reloading is the same card.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Card.class),
              examples =
                  @ExampleObject(
                      name = "a card",
                      value = "form=TOKEN&day=2026-10-05&mode=paper-home&rating=2&good=Kind")))
  @APIResponse(
      responseCode = "201",
      description = "Stored; the next card",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "the next card", value = NEXT_PAGE)))
  @APIResponse(
      responseCode = "200",
      description = "Already stored; the next card",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "the next card", value = NEXT_PAGE)))
  @APIResponse(responseCode = "400", description = "INVALID_FORM, NUL_CHARACTER, INCOMPLETE_BODY")
  @APIResponse(
      responseCode = "401",
      description =
          "UNAUTHORIZED, KEY_REVOKED: no desk any more. The page asks for a new code and keeps the"
              + " card, if a page of ours sent it")
  @APIResponse(responseCode = "403", description = "FORBIDDEN: sent from another site's page")
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: the organisation of an importer's desk has no wards")
  @APIResponse(responseCode = "409", description = "ID_REUSED: sent before with other words")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.form.max-bytes} bytes")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_ENCODING")
  @APIResponse(
      responseCode = "422",
      description =
          "INVALID_DAY: later than today or longer ago than {heard.paper.max-card-age}, UNKNOWN_WARD,"
              + " FORM_EXPIRED,"
              + " FORM_TOO_FAST, FORM_TRAP, EMPTY_SUBMISSION, INVALID_RATING, TEXT_TOO_LONG,"
              + " INVALID_VALUE, UNKNOWN_FIELD, VALIDATION_FAILED for several at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and"
              + " {heard.key-limit.burst} at once, one limit for all doors of a device")
  public Response key(
      @Parameter(hidden = true) @CookieParam(Desks.COOKIE) String key,
      @Context HttpHeaders headers,
      InputStream body) {
    return pages.answer(
        () -> {
          Map<String, String> values = FormBody.read(headers, body, formSettings);
          Sender sender;
          try {
            sender = desks.good(key);
          } catch (ProblemException refused) {
            if (refused.problem().status() != 401) {
              throw refused;
            }
            return pages.refused(
                new DeskPage(refused.problem().code(), desks.card(values, headers)), refused);
          }
          PaperDoor.Outcome outcome = door.take(sender, values, desks.isOurs(headers));
          return outcome.refusal() == null
              ? pages.keyed(outcome.page(), desks.notice(sender, headers))
              : pages.refused(outcome.page(), desks.notice(sender, headers), outcome.refusal());
        });
  }
}
