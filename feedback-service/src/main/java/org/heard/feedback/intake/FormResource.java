package org.heard.feedback.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.heard.feedback.directory.WardForms;
import org.heard.feedback.directory.WardPlace;
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
  private final WardForms wards;
  private final FormDoor door;
  private final FormLimits limits;
  private final FormSettings settings;
  private final PageSettings pageSettings;
  private final Pages pages;

  FormResource(
      WardForms wards,
      FormDoor door,
      FormLimits limits,
      FormSettings settings,
      PageSettings pageSettings,
      Pages pages) {
    this.wards = wards;
    this.door = door;
    this.limits = limits;
    this.settings = settings;
    this.pageSettings = pageSettings;
    this.pages = pages;
  }

  /** What a browser sends; every field may be missing, and a rating or a text is needed. */
  @Schema(name = "Form", additionalProperties = Schema.False.class)
  record Form(
      @Schema(description = "From the page: makes a repeat the same answer", required = true)
          String form,
      @Schema(enumeration = {"1", "2", "3", "4", "5", "6"}) String rating,
      @Schema(description = "At most 4,000 code points, like the two after it") String good,
      String improve,
      String why,
      @Schema(enumeration = {"patient", "carer", "child", "with-staff-help"}) String respondent,
      @Schema(enumeration = "yes") String consentToPublish,
      @Schema(maxLength = 200) String name,
      @Schema(maxLength = 200) String phone,
      @Schema(maxLength = 200) String email,
      @Schema(description = "Not seen by people; must be empty") String website) {}

  @GET
  @SecurityRequirementsSet
  @Operation(
      summary = "A ward's form, as a page for patients' own phones",
      description =
          "No credentials, no cookies, no script. The code is read however it is typed; a replaced"
              + " one leads there for 400 days more, and a closed ward's form is still open.")
  @APIResponse(
      responseCode = "200",
      description = "The form",
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed, alike")
  @APIResponse(
      responseCode = "429",
      description = "RATE_LIMITED, with Retry-After: `heard.form`, for everybody together")
  public Response form(@Parameter(example = "7QK2M0") @PathParam("formCode") String formCode) {
    return pages.answer(
        () -> {
          limits.take();
          return pages.form(door.open(find(formCode)));
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
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "Already stored; the same receipt code",
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", description = "INVALID_FORM, NUL_CHARACTER, INCOMPLETE_BODY")
  @APIResponse(responseCode = "403", description = "FORBIDDEN: sent from another site's page")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed, alike")
  @APIResponse(
      responseCode = "409",
      description = "ID_REUSED: the page was sent before with other words, which are kept")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE: more than 256 KB")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_ENCODING")
  @APIResponse(
      responseCode = "422",
      description =
          "FORM_EXPIRED after 6 hours, FORM_TOO_FAST within a second, FORM_TRAP, EMPTY_SUBMISSION,"
              + " INVALID_RATING, TEXT_TOO_LONG, INVALID_VALUE, UNKNOWN_FIELD, VALIDATION_FAILED for"
              + " several at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED, with Retry-After: `heard.form`, for a ward and for everybody together")
  @APIResponse(responseCode = "503", description = "UNAVAILABLE, with Retry-After")
  public Response send(
      @Parameter(example = "7QK2M0") @PathParam("formCode") String formCode,
      @Context HttpHeaders headers,
      InputStream body) {
    return pages.answer(
        () -> {
          limits.take();
          Map<String, String> values = FormBody.read(headers, body, settings.maxBytes());
          boolean ours = FormOrigin.isOurs(headers, pageSettings.address());
          FormDoor.Outcome outcome = door.take(find(formCode), values, ours);
          return outcome.refusal() == null
              ? pages.receipt(outcome.receipt())
              : pages.refused(outcome.again(), outcome.refusal());
        });
  }

  private WardPlace find(String formCode) {
    return wards
        .find(formCode)
        .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such form."));
  }
}
