package org.heard.feedback.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.directory.WardForms;

/** The notice, for whoever builds a door of their own. */
@Path("/v1/notice")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Notice")
class NoticeResource {
  private final Notices notices;
  private final NoticeLimit limit;
  private final WardForms wards;

  NoticeResource(Notices notices, NoticeLimit limit, WardForms wards) {
    this.notices = notices;
    this.limit = limit;
    this.wards = wards;
  }

  @GET
  @SecurityRequirementsSet
  @Operation(
      summary = "What people are told before they answer",
      description =
          "No credentials. In the language of `lang`, else of `Accept-Language`, else in English. A"
              + " door shows `urgent`, `help` and `controller` before its first question, and the"
              + " rest at least on demand.")
  @APIResponse(
      responseCode = "200",
      description = "The notice",
      content = @Content(schema = @Schema(implementation = Notice.class)))
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.notice.per-second} notices a second and {heard.notice.burst} at"
              + " once, by everybody together")
  public Notice notice(
      @Parameter(
              description = "The language wished for, BCP 47; one that is not there is passed over",
              schema = @Schema(type = SchemaType.STRING, maxLength = 35),
              example = "cy")
          @QueryParam("lang")
          String lang,
      @Parameter(
              description =
                  "A ward's form code: the notice then names its organisation. Unknown, or without"
                      + " it, the notice speaks of the organisation that runs the ward",
              schema = @Schema(type = SchemaType.STRING, maxLength = 12),
              example = "7QK2M0")
          @QueryParam("form")
          String form,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    limit.take();
    return notices.of(wards.organisationOf(form), lang, accepted);
  }
}
