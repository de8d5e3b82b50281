package org.heard.gateway.action;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.insight.Buckets;
import org.heard.gateway.insight.WardReach;
import org.heard.gateway.upstream.ActionPage;
import org.heard.gateway.upstream.ActionSummary;
import org.heard.gateway.upstream.Analytics;
import org.heard.gateway.upstream.Feedback;
import org.heard.gateway.upstream.WardAction;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What a ward does about what it heard: from a note to a test to what patients are told. */
@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
class ActionsResource {
  // Nothing else is sent on, so no id can bend the upstream path.
  private static final Pattern ACTION_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  // Names are looked for in English only.
  private static final String ENGLISH = "en";

  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;
  private final Feedback feedback;
  private final ActionSettings settings;

  ActionsResource(
      CurrentCaller caller,
      WardReach reach,
      Analytics analytics,
      Feedback feedback,
      ActionSettings settings) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
    this.feedback = feedback;
    this.settings = settings;
  }

  @POST
  @Path("/{ward}/actions")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      summary = "Create an improvement action",
      description =
          "Only `aim` is needed. Of `insightRef` send `layer`, `theme`, `polarity`, `bucket` and"
              + " `period`: the numbers are counted now, whatever is sent with it. `owner` is a role"
              + " or a team, not a person. Identifiers that are found in your texts are taken out;"
              + " what is kept comes back.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ActionRequests.Creation.class),
              examples = {
                @ExampleObject(name = "noted", value = "{\"aim\": \"Somebody comes sooner\"}"),
                @ExampleObject(
                    name = "planned",
                    value =
                        "{\"aim\": \"Somebody comes within five minutes\", \"aimBy\":"
                            + " \"2026-12-31\", \"status\": \"planned\", \"target\": 5,"
                            + " \"measure\": {\"kind\": \"theme-rate\", \"layer\": \"compassion\","
                            + " \"theme\": \"responsive-help\", \"polarity\": \"absent\"},"
                            + " \"insightRef\": {\"layer\": \"compassion\", \"theme\":"
                            + " \"responsive-help\", \"polarity\": \"absent\", \"bucket\":"
                            + " \"week\", \"period\": \"2026-W40\"}, \"owner\": \"Night team\"}")
              }))
  @APIResponse(
      responseCode = "201",
      description = "The action as it is kept",
      content = @Content(schema = @Schema(implementation = WardAction.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "409", ref = "ActionConflict")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "422", ref = "BadAction")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public WardAction create(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      JsonNode body) {
    String reached = reach.require(ward);
    ActionBody asked = ActionBody.creation(body, settings);
    Buckets.check(asked.bucket());
    return analytics.createAction(caller.rawToken(), reached, redacted(asked, reached));
  }

  @GET
  @Path("/{ward}/actions")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(summary = "A ward's actions, the newest first")
  @APIResponse(responseCode = "200", description = "One page of actions, without their history")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public ActionPage actions(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(
              description = "`noted`, `planned`, `testing`, `done` or `cannot-do`",
              example = "testing")
          @QueryParam("status")
          String status,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Actions on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    String reached = reach.require(ward);
    return analytics.actions(caller.rawToken(), reached, status, cursor, limit);
  }

  @GET
  @Path("/{ward}/actions/summary")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(
      summary = "How a ward closes the loop",
      description =
          "Actions by status, overdue and unmeasured ones, and of the themes in which something"
              + " fell short in the last 13 weeks those that an action names.")
  @APIResponse(responseCode = "200", description = "Counts of the ward's actions")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public ActionSummary summary(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward) {
    return analytics.actionSummary(caller.rawToken(), reach.require(ward));
  }

  @GET
  @Path("/{ward}/actions/{action}")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(summary = "One action with its history")
  @APIResponse(responseCode = "200", description = "The action")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownAction")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public WardAction action(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(example = "0f8fad5b-d9cb-469f-a165-70867728950e") @PathParam("action") String id) {
    String reached = reach.require(ward);
    return analytics.action(caller.rawToken(), reached, id(id));
  }

  @PATCH
  @Path("/{ward}/actions/{action}")
  @RolesAllowed(Roles.WARD_LEADER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change an action of a ward that you lead",
      description =
          "A merge patch (RFC 7396): what is sent replaces, null removes, objects are merged."
              + " `version` is the one you have seen. `insightRef` stays as it is. `noted` and"
              + " `planned` lead everywhere, `testing` to all but `noted`, `done` to `testing`,"
              + " `cannot-do` (which needs a `reason`) to `noted` and `planned`. A changed statement"
              + " is no longer public. Identifiers that are found in your texts are taken out.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ActionRequests.Change.class),
              examples = {
                @ExampleObject(
                    name = "a test begins",
                    value =
                        "{\"version\": 1, \"status\": \"testing\", \"startsOn\": \"2026-10-12\"}"),
                @ExampleObject(
                    name = "a statement",
                    value =
                        "{\"version\": 2, \"statement\": {\"youSaid\": \"Nobody came when we rang"
                            + " at night.\", \"weDid\": \"A nurse now walks round every"
                            + " hour.\"}}"),
                @ExampleObject(
                    name = "what cannot be done",
                    value =
                        "{\"version\": 3, \"status\": \"cannot-do\", \"reason\": \"The building has"
                            + " no second lift\", \"aimBy\": null}")
              }))
  @APIResponse(responseCode = "200", description = "The whole action as it is kept")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownAction")
  @APIResponse(responseCode = "409", ref = "ActionConflict")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "422", ref = "BadAction")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public WardAction change(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(example = "0f8fad5b-d9cb-469f-a165-70867728950e") @PathParam("action") String id,
      JsonNode body) {
    String reached = reach.requireLed(ward);
    String action = id(id);
    ActionBody asked = ActionBody.change(body, settings);
    return analytics.changeAction(caller.rawToken(), reached, action, redacted(asked, reached));
  }

  @POST
  @Path("/{ward}/actions/{action}/publish")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make the statement of an action public",
      description =
          "Of the very `version` that you have read, with its status. Whoever last changed the"
              + " statement may not: a second person reads its words first. A status"
              + " that has changed since is public once this is done again; with the same one,"
              + " nothing changes.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ActionRequests.Seen.class),
              examples = @ExampleObject(name = "seen", value = "{\"version\": 4}")))
  @APIResponse(responseCode = "200", description = "The whole action")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownAction")
  @APIResponse(responseCode = "409", ref = "ActionConflict")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public WardAction publish(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(example = "0f8fad5b-d9cb-469f-a165-70867728950e") @PathParam("action") String id,
      JsonNode body) {
    String reached = reach.require(ward);
    String action = id(id);
    return analytics.publishStatement(caller.rawToken(), reached, action, ActionBody.version(body));
  }

  @POST
  @Path("/{ward}/actions/{action}/withdraw")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take a public statement back",
      description = "Its author may, too. One that is not public stays as it is.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ActionRequests.Seen.class),
              examples = @ExampleObject(name = "seen", value = "{\"version\": 5}")))
  @APIResponse(responseCode = "200", description = "The whole action")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownAction")
  @APIResponse(responseCode = "409", ref = "ActionConflict")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public WardAction withdraw(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(example = "0f8fad5b-d9cb-469f-a165-70867728950e") @PathParam("action") String id,
      JsonNode body) {
    String reached = reach.require(ward);
    String action = id(id);
    return analytics.withdrawStatement(
        caller.rawToken(), reached, action, ActionBody.version(body));
  }

  /** What staff type may name a patient: nothing is kept of it before names are out. */
  private ObjectNode redacted(ActionBody asked, String ward) {
    return asked.redacted(
        text -> feedback.redacted(caller.rawToken(), new Feedback.Written(ward, ENGLISH, text)));
  }

  private static String id(String id) {
    if (!ACTION_ID.matcher(id).matches()) {
      throw Analytics.unknownAction();
    }
    return id;
  }
}
