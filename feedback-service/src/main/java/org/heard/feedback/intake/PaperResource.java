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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.KeyExchange;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.FieldLimit;
import org.heard.feedback.notice.Notice;
import org.heard.feedback.notice.Notices;
import org.heard.feedback.page.DeskPage;
import org.heard.feedback.page.PageSettings;
import org.heard.feedback.page.Pages;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Failure;
import org.heard.feedback.problem.IgnoresParameters;
import org.heard.feedback.problem.ProblemException;

/**
 * Where staff key paper cards. A browser becomes a desk by a one-time code (or an importer's key)
 * and holds the key in a cookie that no script reads and no other site makes it send.
 */
@Path("/paper")
@Produces("text/html;charset=UTF-8")
@PermitAll
@IgnoresParameters
@Tag(name = "Pages")
class PaperResource {
  private static final String COOKIE = "heard-desk";
  private static final URI HERE = URI.create("/paper");

  private static final String CARD_PAGE =
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

  /** What a page of ours sends of a card. */
  private static final Set<String> CARD =
      Stream.of(Card.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private final KeyExchange keys;
  private final PaperDoor door;
  private final FormSettings formSettings;
  private final PaperSettings settings;
  private final PageSettings pageSettings;
  private final Pages pages;
  private final Notices notices;

  PaperResource(
      KeyExchange keys,
      PaperDoor door,
      FormSettings formSettings,
      PaperSettings settings,
      PageSettings pageSettings,
      Pages pages,
      Notices notices) {
    this.keys = keys;
    this.door = door;
    this.formSettings = formSettings;
    this.settings = settings;
    this.pageSettings = pageSettings;
    this.pages = pages;
    this.notices = notices;
  }

  /** A card as a browser sends it. */
  @Schema(name = "Card", additionalProperties = Schema.False.class)
  record Card(
      @Schema(
              description = "From the page: makes a repeat the same card",
              required = true,
              pattern = FormToken.PATTERN)
          String form,
      @Schema(
              pattern = "^[0-9]{1,5}$",
              description =
                  "From the page: cards keyed on it before, shown again and not stored; anything"
                      + " else counts as 0",
              examples = "17")
          String keyed,
      @Schema(
              pattern = Directory.ID_PATTERN,
              description = "The ward's id; of an importer's desk only, a kiosk's has its own",
              examples = "W01")
          String ward,
      @Schema(
              format = "date",
              description =
                  "The day on the card, in the organisation's zone: today at the latest, and not"
                      + " longer ago than {heard.paper.max-card-age}",
              required = true,
              examples = "2026-10-05")
          String day,
      @Schema(
              enumeration = {"paper-discharge", "paper-home"},
              description = "Filled in on the ward, or at home",
              required = true)
          String mode,
      @Schema(
              enumeration = {"1", "2", "3", "4", "5", "6"},
              description = "1 very good, 2 good, 3 neither, 4 poor, 5 very poor, 6 don't know")
          String rating,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-text-code-points"),
              description = "Answer to the ward's question of this name, in code points",
              examples = "The night nurse sat with me.")
          String good,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-text-code-points"),
              description = "Answer to the ward's question of this name, in code points",
              examples = "Tell us what happens next.")
          String improve,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-text-code-points"),
              description = "Answer to the ward's question of this name, in code points",
              examples = "I was listened to.")
          String why,
      @Schema(
              enumeration = {"patient", "carer", "child", "with-staff-help"},
              description = "Who answers")
          String respondent,
      @Schema(
              enumeration = "yes",
              description = "Sent if the words may be shown to others; anything else means no")
          String consentToPublish,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-contact-code-points"),
              description = "To be contacted by: a name, sealed")
          String name,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-contact-code-points"),
              description = "To be contacted by: a phone number, sealed")
          String phone,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-contact-code-points"),
              description = "To be contacted by: an email address, sealed")
          String email,
      @Schema(
              maxLength = 0,
              description =
                  "Not on the page of a desk; as on patients' form, must be empty or absent")
          String website) {}

  /** What makes a browser a desk. */
  @Schema(name = "DeskCode")
  record DeskCode(
      @Schema(
              format = "password",
              description =
                  "A kiosk's one-time pairing code, however it is typed, or an importer's key",
              required = true,
              examples = "7QK2M-0ZD9X")
          String code) {}

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
      @Parameter(hidden = true) @CookieParam(COOKIE) String key, @Context HttpHeaders headers) {
    return pages.answer(
        () -> {
          Sender sender = desk(key);
          return sender == null
              ? pages.desk(new DeskPage(null))
              : pages.paper(door.open(sender), notice(sender, headers));
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
      @Parameter(hidden = true) @CookieParam(COOKIE) String key,
      @Context HttpHeaders headers,
      InputStream body) {
    return pages.answer(
        () -> {
          Map<String, String> values = FormBody.read(headers, body, formSettings.maxBytes());
          Sender sender;
          try {
            sender = goodDesk(key);
          } catch (ProblemException refused) {
            if (refused.problem().status() != 401) {
              throw refused;
            }
            return pages.refused(
                new DeskPage(refused.problem().code(), card(values, headers)), refused);
          }
          PaperDoor.Outcome outcome = door.take(sender, values, ours(headers));
          return outcome.refusal() == null
              ? pages.keyed(outcome.page(), notice(sender, headers))
              : pages.refused(outcome.page(), notice(sender, headers), outcome.refusal());
        });
  }

  /** The card in what was sent; none if another site's page sent it. */
  private Map<String, String> card(Map<String, String> values, HttpHeaders headers) {
    if (!ours(headers)) {
      return Map.of();
    }
    Map<String, String> card = new HashMap<>(values);
    card.keySet().retainAll(CARD);
    return card;
  }

  @POST
  @Path("/open")
  @SecurityRequirementsSet
  @Operation(
      summary = "Make this browser a desk",
      description =
          "The code is exchanged for the desk's key, which the cookie `heard-desk` holds for 12"
              + " hours (`heard.paper.session`): no script reads it, and it is sent over HTTPS, to"
              + " /paper and from pages of this service only. Fields of a card may come with it, as"
              + " the page sends them whose desk was none any more.")
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
              examples = @ExampleObject(name = "a card", value = CARD_PAGE)))
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
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED: an importer's key")
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
  public Response open(@Context HttpHeaders headers, InputStream body) {
    return pages.answer(
        () -> {
          Map<String, String> values = FormBody.read(headers, body, formSettings.maxBytes());
          Map<String, String> card = card(values, headers);
          try {
            requireOurs(headers);
            String key = keys.keyFor(values.getOrDefault("code", "").strip());
            Response next =
                card.isEmpty()
                    ? Response.seeOther(HERE).build()
                    : filledIn(card, keys.identify(key), headers);
            return Response.fromResponse(next).cookie(cookie(key, settings.session())).build();
          } catch (RuntimeException failure) {
            ProblemException refusal = Failure.explain(failure);
            return pages.refused(new DeskPage(refusal.problem().code(), card), refusal);
          }
        });
  }

  private Response filledIn(Map<String, String> card, Sender desk, HttpHeaders headers) {
    return pages.paper(door.open(desk, card), notice(desk, headers));
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
          requireOurs(headers);
          return Response.seeOther(HERE).cookie(cookie("", Duration.ZERO)).build();
        });
  }

  /**
   * The desk of this key.
   *
   * @throws ProblemException {@code UNAUTHORIZED} or {@code KEY_REVOKED} if there is none any more
   */
  private Sender goodDesk(String key) {
    if (key == null || key.isEmpty()) {
      throw new ProblemException(ErrorCode.UNAUTHORIZED, "This browser is no desk.");
    }
    Sender sender = keys.identify(key);
    sender.requireGoodKey();
    return sender;
  }

  /** The same; null if there is none or the key is not good any more. */
  private Sender desk(String key) {
    try {
      return goodDesk(key);
    } catch (ProblemException refused) {
      if (refused.problem().status() == 401) {
        return null;
      }
      throw refused;
    }
  }

  private Notice notice(Sender desk, HttpHeaders headers) {
    return notices.of(desk.organisationId(), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private boolean ours(HttpHeaders headers) {
    return FormOrigin.isOurs(headers, pageSettings.address());
  }

  private void requireOurs(HttpHeaders headers) {
    if (!ours(headers)) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "Sent from another site's page.");
    }
  }

  private static NewCookie cookie(String value, Duration lifetime) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path(HERE.getPath())
        .maxAge((int) lifetime.toSeconds())
        .httpOnly(true)
        .secure(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
