package org.heard.feedback.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.directory.WardForms;
import org.heard.feedback.directory.WardPlace;
import org.heard.feedback.json.FieldLimit;
import org.heard.feedback.notice.Notice;
import org.heard.feedback.notice.Notices;
import org.heard.feedback.page.PageSettings;
import org.heard.feedback.page.Pages;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.IgnoresParameters;
import org.heard.feedback.problem.ProblemException;

/** The form of a ward, for whoever has a phone and the ward's poster. */
@Path("/f/{formCode}")
@Produces("text/html;charset=UTF-8")
@PermitAll
@IgnoresParameters
@Tag(name = "Pages")
class FormResource {
  private static final String FORM_PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head><title>Tell Ash Ward how it was</title>…</head>
      <body>…<form method="post" action="/f/7QK2M0">…</form>…</body>
      </html>
      """;
  private static final String RECEIPT_PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <body>…<strong>7QK2-M0ZD-9XVA-4T8C-D</strong>…</body>
      </html>
      """;

  private final WardForms wards;
  private final FormDoor door;
  private final FormLimits limits;
  private final FormSettings settings;
  private final PageSettings pageSettings;
  private final Pages pages;
  private final Notices notices;

  FormResource(
      WardForms wards,
      FormDoor door,
      FormLimits limits,
      FormSettings settings,
      PageSettings pageSettings,
      Pages pages,
      Notices notices) {
    this.wards = wards;
    this.door = door;
    this.limits = limits;
    this.settings = settings;
    this.pageSettings = pageSettings;
    this.pages = pages;
    this.notices = notices;
  }

  /** What a browser sends; every field may be missing, and a rating or a text is needed. */
  @Schema(name = "Form", additionalProperties = Schema.False.class)
  record Form(
      @Schema(
              description = "From the page: makes a repeat the same answer",
              required = true,
              pattern = FormToken.PATTERN)
          String form,
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
      @Schema(maxLength = 0, description = "Not seen by people; must be empty or absent")
          String website) {}

  @GET
  @SecurityRequirementsSet
  @Operation(
      summary = "A ward's form, as a page for patients' own phones",
      description =
          "No credentials, no cookies, no script. The code is read however it is typed; a replaced"
              + " one leads there for {heard.form-code.old-for} more, and a closed ward's form is still open.")
  @APIResponse(
      responseCode = "200",
      description = "The form",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "a form", value = FORM_PAGE)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed, alike")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.form.per-second} pages and forms a second and {heard.form.burst} at"
              + " once, by everybody together")
  public Response form(
      @Parameter(
              description =
                  "As the poster shows it: six characters; case, hyphens, spaces and look-alike"
                      + " letters do not matter",
              schema = @Schema(type = SchemaType.STRING, maxLength = 12),
              example = "7QK2M0")
          @PathParam("formCode")
          String formCode,
      @Parameter(
              description =
                  "In which language people are told what becomes of their answer, BCP 47; else by"
                      + " `Accept-Language`",
              schema = @Schema(type = SchemaType.STRING, maxLength = 35),
              example = "cy")
          @QueryParam("lang")
          String lang,
      @Context HttpHeaders headers) {
    return pages.answer(
        () -> {
          limits.take();
          WardPlace place = find(formCode);
          return pages.form(door.open(place), notice(place, lang, headers));
        });
  }

  @POST
  @SecurityRequirementsSet
  @Operation(
      summary = "Leave feedback on a ward's form",
      description =
          "Channel phone, mode online, counted when it is received. Sending the same page twice is"
              + " one answer with one receipt. Whatever is refused is shown again with what was"
              + " typed, and nothing of it is stored.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Form.class),
              examples =
                  @ExampleObject(
                      name = "from a phone",
                      value = "form=TOKEN&rating=1&good=The+night+nurse+sat+with+me.&website=")))
  @APIResponse(
      responseCode = "201",
      description = "Stored; the page shows the receipt code",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "a receipt", value = RECEIPT_PAGE)))
  @APIResponse(
      responseCode = "200",
      description = "Already stored; the same receipt code",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "a receipt", value = RECEIPT_PAGE)))
  @APIResponse(responseCode = "400", description = "INVALID_FORM, NUL_CHARACTER, INCOMPLETE_BODY")
  @APIResponse(responseCode = "403", description = "FORBIDDEN: sent from another site's page")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed, alike")
  @APIResponse(
      responseCode = "409",
      description = "ID_REUSED: the page was sent before with other words, which are kept")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.form.max-bytes} bytes")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_ENCODING")
  @APIResponse(
      responseCode = "422",
      description =
          "FORM_EXPIRED after {heard.form.max-age}, FORM_TOO_FAST within {heard.form.min-age},"
              + " FORM_TRAP, EMPTY_SUBMISSION,"
              + " INVALID_RATING, TEXT_TOO_LONG, INVALID_VALUE, UNKNOWN_FIELD, VALIDATION_FAILED"
              + " for several at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.form.ward-per-minute} answers a minute and {heard.form.ward-burst}"
              + " at once about a ward; {heard.form.per-second} pages and forms a second and"
              + " {heard.form.burst} at once, by everybody together")
  public Response send(
      @Parameter(
              description =
                  "As the poster shows it: six characters; case, hyphens, spaces and look-alike"
                      + " letters do not matter",
              schema = @Schema(type = SchemaType.STRING, maxLength = 12),
              example = "7QK2M0")
          @PathParam("formCode")
          String formCode,
      @Parameter(
              description = "As for the page",
              schema = @Schema(type = SchemaType.STRING, maxLength = 35),
              example = "cy")
          @QueryParam("lang")
          String lang,
      @Context HttpHeaders headers,
      InputStream body) {
    return pages.answer(
        () -> {
          limits.take();
          Map<String, String> values = FormBody.read(headers, body, settings);
          boolean ours = FormOrigin.isOurs(headers, pageSettings.address());
          WardPlace place = find(formCode);
          FormDoor.Outcome outcome = door.take(place, values, ours);
          Notice notice = notice(place, lang, headers);
          return outcome.refusal() == null
              ? pages.receipt(outcome.receipt(), notice)
              : pages.refused(outcome.again(), notice, outcome.refusal());
        });
  }

  private Notice notice(WardPlace place, String lang, HttpHeaders headers) {
    return notices.of(
        place.ward().organisationId(), lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private WardPlace find(String formCode) {
    return wards
        .find(formCode)
        .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such form."));
  }
}
