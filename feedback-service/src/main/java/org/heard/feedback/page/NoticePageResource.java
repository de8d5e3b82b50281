package org.heard.feedback.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.directory.WardForms;
import org.heard.feedback.directory.WardPlace;
import org.heard.feedback.notice.Notice;
import org.heard.feedback.notice.NoticeLimit;
import org.heard.feedback.notice.Notices;
import org.heard.feedback.problem.IgnoresParameters;

/** The notice as a page, to which others lead. */
@Path("/notice")
@Produces("text/html;charset=UTF-8")
@PermitAll
@IgnoresParameters
@Tag(name = "Pages")
class NoticePageResource {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <body>…<h1>How we use what you tell us</h1>…</body>
      </html>
      """;

  private final Notices notices;
  private final NoticeLimit limit;
  private final WardForms wards;
  private final Pages pages;

  NoticePageResource(Notices notices, NoticeLimit limit, WardForms wards, Pages pages) {
    this.notices = notices;
    this.limit = limit;
    this.wards = wards;
    this.pages = pages;
  }

  @GET
  @SecurityRequirementsSet
  @Operation(
      summary = "The notice as a page",
      description = "No credentials, no cookies, no script. As GET /v1/notice.")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "a notice", value = PAGE)))
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.notice.per-second} notices a second and {heard.notice.burst} at"
              + " once, by everybody together")
  public Response page(
      @Parameter(
              description = "The language wished for, BCP 47; one that is not there is passed over",
              schema = @Schema(type = SchemaType.STRING, maxLength = 35),
              example = "cy")
          @QueryParam("lang")
          String lang,
      @Parameter(
              description = "A ward's form code: the notice then names its organisation",
              schema = @Schema(type = SchemaType.STRING, maxLength = 12),
              example = "7QK2M0")
          @QueryParam("form")
          String form,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return pages.answer(
        () -> {
          limit.take();
          Notice notice = notices.of(wards.organisationOf(form), lang, accepted);
          // The code as we write it, never as it was sent.
          String code = wards.findIfSent(form).map(WardPlace::formCode).orElse(null);
          return pages.notice(notice, code);
        });
  }
}
