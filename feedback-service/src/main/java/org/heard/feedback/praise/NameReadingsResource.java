package org.heard.feedback.praise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.json.PageSize;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** For who looks after the record: who was told names of staff. */
@Path("/v1/name-readings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("information-governance")
@Tag(name = "Staff names")
class NameReadingsResource {
  private static final int UUID_CHARACTERS = 36;

  private final NameReadings readings;
  private final Caller caller;

  NameReadingsResource(NameReadings readings, Caller caller) {
    this.readings = readings;
    this.caller = caller;
  }

  /** A page of readings. */
  @Schema(name = "NameReadings")
  record Page(
      @Schema(maxItems = 200, description = "The last first") List<NameReadingView> items,
      @Schema(minimum = "0", description = "On all pages", examples = "3") long total,
      @Schema(
              nullable = true,
              format = "uuid",
              description = "The cursor of the next page; null on the last",
              examples = "c0a1f6de-2b57-4c9e-8d10-6f3b5a7e9c42")
          String next) {}

  @GET
  @Operation(
      summary = "Who was told names of staff in praise, in your organisations",
      description =
          "Neither the names nor words. What one person was told of a ward at once, of a page of"
              + " comments as a rule, is one item.")
  @APIResponse(
      responseCode = "200",
      description = "A page, the last first",
      content = @Content(schema = @Schema(implementation = Page.class)))
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page list(
      @Parameter(
              description = "The last page's next",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @DefaultValue("")
          @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "Readings on a page",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @DefaultValue("50")
          @QueryParam("limit")
          String limit) {
    Set<String> organisations = caller.organisations();
    int rows = PageSize.of(limit);
    List<NameReadingView> items = readings.page(organisations, after(cursor), rows + 1);
    boolean more = items.size() > rows;
    List<NameReadingView> page = more ? items.subList(0, rows) : items;
    return new Page(
        page, readings.count(organisations), more ? page.get(rows - 1).id().toString() : null);
  }

  private static UUID after(String cursor) {
    if (cursor.isEmpty()) {
      return null;
    }
    try {
      if (cursor.length() == UUID_CHARACTERS) {
        return UUID.fromString(cursor);
      }
    } catch (IllegalArgumentException malformed) {
      throw badCursor();
    }
    throw badCursor();
  }

  static ProblemException badCursor() {
    return new ProblemException(ErrorCode.BAD_CURSOR, "Send the next of the page before, as is.");
  }
}
