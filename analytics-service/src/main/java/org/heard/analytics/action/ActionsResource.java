package org.heard.analytics.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;
import org.heard.analytics.problem.JsonBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What a ward does about what it heard. The gateway judges who leads which ward. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
class ActionsResource {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Wards wards;
  private final Actions actions;
  private final ActionList list;
  private final Summaries summaries;
  private final ActionConfig limits;
  private final CurrentCaller caller;

  ActionsResource(
      Wards wards,
      Actions actions,
      ActionList list,
      Summaries summaries,
      ActionConfig limits,
      CurrentCaller caller) {
    this.wards = wards;
    this.actions = actions;
    this.list = list;
    this.summaries = summaries;
    this.limits = limits;
    this.caller = caller;
  }

  @POST
  @Path("/{ward}/actions")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Create an improvement action",
      description =
          "Only aim is needed. status begins as noted, or as what noted leads to. The numbers of"
              + " insightRef are counted now, whatever is sent with it, and stay as they are."
              + " Texts have passed the gateway's redaction.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Plan.class),
              examples =
                  @ExampleObject(
                      name = "planned",
                      value =
                          "{\"aim\": \"Somebody comes within five minutes\", \"status\":"
                              + " \"planned\", \"measure\": {\"kind\": \"theme-rate\", \"layer\":"
                              + " \"compassion\", \"theme\": \"responsive-help\", \"polarity\":"
                              + " \"absent\"}, \"insightRef\": {\"layer\": \"compassion\","
                              + " \"theme\": \"responsive-help\", \"polarity\": \"absent\","
                              + " \"bucket\": \"week\", \"period\": \"2026-W40\"}}")))
  @APIResponse(
      responseCode = "201",
      description = "The action",
      content = @Content(schema = @Schema(implementation = ActionView.class)))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE, BAD_BUCKET, BAD_PERIOD")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  @APIResponse(responseCode = "409", description = "BAD_TRANSITION: from noted")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description = "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE, TEXT_TOO_LONG")
  public ActionView create(
      @Parameter(example = "W01") @PathParam("ward") String wardId, InputStream body)
      throws SQLException {
    Ward ward = ward(wardId);
    NewAction asked = NewAction.read(JsonBody.tree(body, limits.maxBytes()), limits);
    return actions.create(ward, asked, caller.get().subject());
  }

  @GET
  @Path("/{ward}/actions")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Operation(summary = "A ward's actions, the newest first, without their history")
  @APIResponse(responseCode = "200", description = "A page of actions")
  @APIResponse(
      responseCode = "400",
      description = "BAD_FILTER, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public Page<ActionView> list(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(description = "noted, planned, testing, done or cannot-do", example = "testing")
          @QueryParam("status")
          String status,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    Ward ward = ward(wardId);
    ActionFilter filter = ActionFilter.ofWard(ward.id(), caller.get().organisations(), status);
    return list.find(filter, cursor, Limit.of(limit));
  }

  @GET
  @Path("/{ward}/actions/summary")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Operation(
      summary = "How a ward closes the loop",
      description =
          "shortfallThemes: of the compassion themes that a comment of the last 13 weeks found"
              + " absent (denominator), those that an action names (numerator).")
  @APIResponse(
      responseCode = "200",
      description = "Counts of the ward's actions",
      content = @Content(schema = @Schema(implementation = SummaryView.class)))
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public SummaryView summary(@Parameter(example = "W01") @PathParam("ward") String wardId)
      throws SQLException {
    return summaries.of(ward(wardId));
  }

  @GET
  @Path("/{ward}/actions/{action}")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Operation(summary = "One action with its history")
  @APIResponse(
      responseCode = "200",
      description = "The action",
      content = @Content(schema = @Schema(implementation = ActionView.class)))
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD; NOT_FOUND: the ward has no such action")
  public ActionView action(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4") @PathParam("action") String id)
      throws SQLException {
    return actions.whole(ward(wardId), id(id));
  }

  @PATCH
  @Path("/{ward}/actions/{action}")
  @RolesAllowed("service")
  @ForCaller("ward-leader")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change an action",
      description =
          "A merge patch (RFC 7396): what is sent replaces, null removes, objects are merged."
              + " insightRef stays. A changed statement is no longer public. What changes nothing"
              + " makes no version.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Plan.class),
              examples =
                  @ExampleObject(
                      name = "a test begins",
                      value =
                          "{\"version\": 1, \"status\": \"testing\", \"startsOn\":"
                              + " \"2026-10-12\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The whole action",
      content = @Content(schema = @Schema(implementation = ActionView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD; NOT_FOUND: the ward has no such action")
  @APIResponse(responseCode = "409", description = "STALE_VERSION, BAD_TRANSITION")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description = "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE, TEXT_TOO_LONG")
  public ActionView change(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4") @PathParam("action") String id,
      InputStream body)
      throws SQLException {
    Ward ward = ward(wardId);
    UUID action = id(id);
    ObjectNode patch = JsonBody.tree(body, limits.maxBytes());
    int version = Fields.of(patch).version();
    patch.remove("version");
    return actions.change(ward, action, version, patch, caller.get().subject());
  }

  @POST
  @Path("/{ward}/actions/{action}/publish")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make the statement of this very version public",
      description =
          "The status becomes public with it, and stays as it is then until it is published again."
              + " Whoever last changed the statement may not. Public already, with this status:"
              + " nothing changes.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "seen", value = "{\"version\": 4}")))
  @APIResponse(
      responseCode = "200",
      description = "The whole action",
      content = @Content(schema = @Schema(implementation = ActionView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD; NOT_FOUND: the ward has no such action")
  @APIResponse(responseCode = "409", description = "STALE_VERSION, NO_STATEMENT, SAME_PERSON")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(responseCode = "422", description = "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE")
  public ActionView publish(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4") @PathParam("action") String id,
      InputStream body)
      throws SQLException {
    Ward ward = ward(wardId);
    return actions.publish(ward, id(id), version(body), caller.get().subject());
  }

  @POST
  @Path("/{ward}/actions/{action}/withdraw")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take a public statement back; one that is not public stays as it is")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "seen", value = "{\"version\": 5}")))
  @APIResponse(
      responseCode = "200",
      description = "The whole action",
      content = @Content(schema = @Schema(implementation = ActionView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD; NOT_FOUND: the ward has no such action")
  @APIResponse(responseCode = "409", description = "STALE_VERSION")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(responseCode = "422", description = "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE")
  public ActionView withdraw(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4") @PathParam("action") String id,
      InputStream body)
      throws SQLException {
    Ward ward = ward(wardId);
    return actions.withdraw(ward, id(id), version(body), caller.get().subject());
  }

  private Ward ward(String id) {
    return wards.require(id, caller.get().organisations());
  }

  private static UUID id(String id) {
    if (!ID.matcher(id).matches()) {
      throw Actions.unknown();
    }
    return UUID.fromString(id);
  }

  private int version(InputStream body) {
    Fields fields = Fields.of(JsonBody.tree(body, limits.maxBytes()));
    fields.only(Set.of("version"));
    return fields.version();
  }
}
