package org.heard.feedback.intake;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.KeyLimits;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.PageSize;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** How far files are that came through the batch door. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Sender.ROLE)
@Tag(name = "Feedback")
class ImportProgressResource {
  private final ImportRuns runs;
  private final KeyLimits limits;
  private final SecurityIdentity identity;

  ImportProgressResource(ImportRuns runs, KeyLimits limits, SecurityIdentity identity) {
    this.runs = runs;
    this.limits = limits;
    this.identity = identity;
  }

  /** A page of imports; {@code next} is null at the end. */
  @Schema(name = "ImportPage")
  record Page(
      @Schema(maxItems = 200, description = "The last begun first") List<ImportView> items,
      @Schema(minimum = "0", description = "On all pages together", examples = "1") long total,
      @Schema(
              nullable = true,
              pattern = "^[0-9]{1,18}$",
              description = "The `cursor` of the next page; null at the end")
          String next) {}

  @GET
  @Operation(summary = "How far the own organisation's imports are, the last begun first")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples =
                  @ExampleObject(
                      name = "the last page",
                      value =
                          "{\"items\": ["
                              + BatchResource.IMPORTED
                              + "], \"total\": 1, \"next\": null}")))
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(responseCode = "403", description = "FORBIDDEN: a kiosk's key")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and"
              + " {heard.key-limit.burst} at once, one limit for all doors of a device")
  public Page list(
      @Parameter(
              description = "The last page's next",
              schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{0,18}$"))
          @DefaultValue("")
          @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "Entries on a page",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @DefaultValue("50")
          @QueryParam("limit")
          String limit) {
    Sender importer = ImportResource.importer(identity);
    limits.take(importer);
    String organisation = importer.organisationId();
    int rows = PageSize.of(limit);
    if (!cursor.matches("[0-9]{0,18}")) {
      throw new ProblemException(ErrorCode.BAD_CURSOR, "Send the next of the page before, as is.");
    }
    long before = cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
    List<ImportRun> found = runs.page(organisation, before, rows + 1);
    List<ImportRun> page = found.subList(0, Math.min(rows, found.size()));
    return new Page(
        page.stream().map(ImportView::of).toList(),
        runs.total(organisation),
        found.size() > rows ? String.valueOf(page.get(rows - 1).id) : null);
  }
}
