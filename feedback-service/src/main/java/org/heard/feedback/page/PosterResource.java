package org.heard.feedback.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.WardForms;
import org.heard.feedback.directory.WardPlace;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** What hangs on a ward's wall, so that patients find its form. */
@Path("/v1/wards/{id}/poster")
@RolesAllowed("admin")
@Tag(name = "Directory")
class PosterResource {
  private static final String SVG = "image/svg+xml";
  private static final String PDF = "application/pdf";

  private final WardForms wards;
  private final PageSettings settings;
  private final Caller caller;
  private final Template picture;

  PosterResource(
      WardForms wards,
      PageSettings settings,
      Caller caller,
      @Location("poster.xml") Template picture) {
    this.wards = wards;
    this.settings = settings;
    this.caller = caller;
    this.picture = picture;
  }

  @GET
  @Produces({SVG, PDF})
  @Operation(
      summary = "A ward's poster with its QR code and the address to type",
      description =
          "One A4 page. Without `format` it is what `Accept` asks for, a picture if both will do. The"
              + " address is `heard.pages.address`, or where this request came to.")
  @APIResponse(
      responseCode = "200",
      description = "The poster",
      content = {
        @Content(
            mediaType = SVG,
            schema = @Schema(type = SchemaType.STRING),
            examples =
                @ExampleObject(
                    name = "how it begins",
                    value = "<svg xmlns=\"http://www.w3.org/2000/svg\" …")),
        @Content(
            mediaType = PDF,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "how it begins", value = "%PDF-1.7 …"))
      })
  @APIResponse(responseCode = "400", description = "INVALID_PARAMETER: no such format")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Response poster(
      @Parameter(
              description = "The ward's id",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
              example = "W01")
          @PathParam("id")
          String id,
      @Parameter(
              description = "A picture or a file to print; goes before `Accept`",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"svg", "pdf"}))
          @QueryParam("format")
          String format,
      @Context HttpHeaders headers,
      @Context UriInfo here) {
    WardPlace place = wards.require(id, caller.organisations());
    URI base = settings.address().orElse(here.getBaseUri());
    Poster poster = Poster.of(place, base.resolve("/f/" + place.formCode()).toString());
    return switch (format == null ? accepted(headers) : format) {
      case "svg" -> Response.ok(picture.data("poster", poster).render(), SVG).build();
      case "pdf" -> Response.ok(PosterPdf.draw(poster), PDF).build();
      default -> throw new ProblemException(ErrorCode.INVALID_PARAMETER, "svg or pdf.");
    };
  }

  /** The first of the client's types that is one of ours; the router has refused who has none. */
  private static String accepted(HttpHeaders headers) {
    for (MediaType wanted : headers.getAcceptableMediaTypes()) {
      if (wanted.isCompatible(MediaType.valueOf(SVG))) {
        return "svg";
      }
      if (wanted.isCompatible(MediaType.valueOf(PDF))) {
        return "pdf";
      }
    }
    return "svg";
  }
}
