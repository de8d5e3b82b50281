package org.heard.feedback.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.json.PageSize;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** The directory, for admins of the organisations it holds. */
@Path("/v1/directory/{level: organisations|sites|divisions|wards}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Directory")
class DirectoryResource {
  private static final Map<String, UnitKind> LEVELS =
      Map.of(
          "organisations", UnitKind.ORGANISATION,
          "sites", UnitKind.SITE,
          "divisions", UnitKind.DIVISION,
          "wards", UnitKind.WARD);

  private final Directory directory;
  private final DirectorySettings settings;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  DirectoryResource(
      Directory directory, DirectorySettings settings, FieldSettings fieldSettings, Caller caller) {
    this.directory = directory;
    this.settings = settings;
    this.fieldSettings = fieldSettings;
    this.caller = caller;
  }

  /** A page of a list; {@code next} is null at the end. */
  @Schema(name = "DirectoryPage")
  record Page(
      @Schema(maxItems = 200, description = "In the order of their ids") List<UnitView> items,
      @Schema(minimum = "0", description = "On all pages together", examples = "1") long total,
      @Schema(
              nullable = true,
              pattern = Directory.ID_PATTERN,
              description = "The `cursor` of the next page; null at the end")
          String next) {}

  @GET
  @Operation(summary = "List the entries of one level, in the order of their ids")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = Page.class)))
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no such level")
  public Page list(
      @Parameter(
              description = "Of the directory",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"organisations", "sites", "divisions", "wards"}),
              example = "wards")
          @PathParam("level")
          String level,
      @Parameter(
              description = "The last page's next",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN))
          @DefaultValue("")
          @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "Entries on a page",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @DefaultValue("50")
          @QueryParam("limit")
          String limit) {
    int rows = PageSize.of(limit);
    if (!cursor.isEmpty() && !UnitRequest.isId(cursor)) {
      throw new ProblemException(ErrorCode.BAD_CURSOR, "Send the next of the page before, as is.");
    }
    UnitKind kind = LEVELS.get(level);
    List<UnitView> items = directory.list(kind, caller.organisations(), cursor, rows + 1);
    boolean more = items.size() > rows;
    List<UnitView> page = more ? items.subList(0, rows) : items;
    return new Page(
        page, directory.count(kind, caller.organisations()), more ? page.get(rows - 1).id() : null);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One entry")
  @APIResponse(
      responseCode = "200",
      description = "The entry",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public UnitView get(
      @Parameter(
              description = "Of the directory",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"organisations", "sites", "divisions", "wards"}),
              example = "wards")
          @PathParam("level")
          String level,
      @Parameter(
              description = "The entry's id, made by who puts it first",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
              example = "W01")
          @PathParam("id")
          String id) {
    return directory
        .find(LEVELS.get(level), id, caller.organisations())
        .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such entry."));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Put the full state of one entry; an equal state changes nothing")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = UnitRequest.class),
              examples =
                  @ExampleObject(
                      name = "a ward",
                      value =
                          "{\"name\": \"Ash Ward\", \"siteId\": \"S01\", \"divisionIds\":"
                              + " [\"D01\"], \"careSetting\": \"inpatient\","
                              + " \"specialties\": [\"300\"]}")))
  @APIResponse(
      responseCode = "200",
      description = "Changed, or equal to what was there",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: an entry of another organisation")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.directory.max-bytes} bytes")
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, UNKNOWN_UNIT, TEXT_TOO_LONG, INVALID_VALUE,"
              + " INVALID_ODS_CODE, INVALID_DAY, VALIDATION_FAILED for several at once")
  public Response put(
      @Parameter(
              description = "Of the directory",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"organisations", "sites", "divisions", "wards"}),
              example = "wards")
          @PathParam("level")
          String level,
      @Parameter(
              description = "The entry's id, made by who puts it first",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
              example = "W01")
          @PathParam("id")
          String id,
      InputStream body) {
    ObjectNode document = JsonBody.read(body, settings.maxBytes());
    if (!UnitRequest.isId(id)) {
      throw new ProblemException(
          ErrorCode.INVALID_VALUE, "An id is 1 to 50 letters, digits, hyphens or underscores.");
    }
    UnitKind kind = LEVELS.get(level);
    Directory.Put put =
        directory.put(
            kind,
            id,
            UnitRequest.read(kind, document, fieldSettings.maxErrors()),
            caller.organisations());
    return Response.status(put.created() ? 201 : 200).entity(put.unit()).build();
  }
}
