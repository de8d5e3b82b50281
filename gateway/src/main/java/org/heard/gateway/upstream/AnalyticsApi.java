package org.heard.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The internal API of analytics-service. Values stay text on the way through: analytics-service is
 * the one that knows which of them are valid.
 */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface AnalyticsApi {
  String CALLER = "Heard-Caller";

  @GET
  @Path("/directory/status")
  DirectoryStatus directoryStatus();

  @GET
  @Path("/wards")
  WardPage wards(
      @HeaderParam(CALLER) String caller,
      @QueryParam("site") String site,
      @QueryParam("ods") String ods,
      @QueryParam("units") String units,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/wards/{ward}")
  WardPage.Ward ward(@HeaderParam(CALLER) String caller, @PathParam("ward") String ward);

  @GET
  @Path("/wards/{ward}/counts")
  WardCounts counts(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @QueryParam("bucket") String bucket,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("question") String question);

  @GET
  @Path("/wards/{ward}/demographics")
  WardBands demographics(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @QueryParam("by") String by,
      @QueryParam("bucket") String bucket,
      @QueryParam("period") String period);

  @GET
  @Path("/wards/{ward}/comments")
  CommentPage comments(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @QueryParam("theme") String theme,
      @QueryParam("polarity") String polarity,
      @QueryParam("specificity") String specificity,
      @QueryParam("rating") String rating,
      @QueryParam("question") String question,
      @QueryParam("severity") String severity,
      @QueryParam("language") String language,
      @QueryParam("q") String q,
      @QueryParam("bucket") String bucket,
      @QueryParam("period") String period,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/wards/{ward}/hidden-harm")
  HiddenHarmPage hiddenHarm(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @QueryParam("bucket") String bucket,
      @QueryParam("period") String period,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/organisations/{organisation}/hidden-harm")
  HiddenHarmPage hiddenHarmWithin(
      @HeaderParam(CALLER) String caller,
      @PathParam("organisation") String organisation,
      @QueryParam("bucket") String bucket,
      @QueryParam("period") String period,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/wards/{ward}/held-comments")
  HeldPage held(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @PUT
  @Path("/wards/{ward}/comments/{comment}/translation")
  @Consumes(MediaType.APPLICATION_JSON)
  Translated translate(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @PathParam("comment") String comment,
      Translation translation);

  @POST
  @Path("/wards/{ward}/comments/{comment}/dispute")
  @Consumes(MediaType.APPLICATION_JSON)
  RestResponse<CorrectionPage.Correction> dispute(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @PathParam("comment") String comment,
      JsonNode dispute);

  @GET
  @Path("/corrections")
  CorrectionPage corrections(
      @HeaderParam(CALLER) String caller,
      @QueryParam("state") String state,
      @QueryParam("ward") String ward,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @POST
  @Path("/corrections/{correction}/decide")
  @Consumes(MediaType.APPLICATION_JSON)
  CorrectionPage.Correction decide(
      @HeaderParam(CALLER) String caller,
      @PathParam("correction") String correction,
      JsonNode decision);

  @GET
  @Path("/corrections/export")
  @Produces("application/x-ndjson")
  InputStream export(
      @HeaderParam(CALLER) String caller, @QueryParam("organisation") String organisation);

  @GET
  @Path("/review")
  ReviewPage reviews(
      @HeaderParam(CALLER) String caller,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @PUT
  @Path("/review/{comment}")
  @Consumes(MediaType.APPLICATION_JSON)
  ReviewPage.Reviewed review(
      @HeaderParam(CALLER) String caller, @PathParam("comment") String comment, JsonNode review);

  @GET
  @Path("/review/quality")
  ModelQuality quality(
      @HeaderParam(CALLER) String caller,
      @QueryParam("from") String from,
      @QueryParam("to") String to);

  @POST
  @Path("/wards/{ward}/actions")
  @Consumes(MediaType.APPLICATION_JSON)
  WardAction createAction(
      @HeaderParam(CALLER) String caller, @PathParam("ward") String ward, ObjectNode action);

  @GET
  @Path("/wards/{ward}/actions")
  ActionPage actions(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @QueryParam("status") String status,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/wards/{ward}/actions/summary")
  ActionSummary actionSummary(@HeaderParam(CALLER) String caller, @PathParam("ward") String ward);

  @GET
  @Path("/wards/{ward}/actions/{action}")
  WardAction action(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @PathParam("action") String action);

  @PATCH
  @Path("/wards/{ward}/actions/{action}")
  @Consumes(MediaType.APPLICATION_JSON)
  WardAction changeAction(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @PathParam("action") String action,
      ObjectNode patch);

  @POST
  @Path("/wards/{ward}/actions/{action}/{step}")
  @Consumes(MediaType.APPLICATION_JSON)
  WardAction stepOfAction(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @PathParam("action") String action,
      @PathParam("step") String step,
      Seen version);

  @GET
  @Path("/actions")
  ActionPage allActions(
      @HeaderParam(CALLER) String caller,
      @QueryParam("overdue") String overdue,
      @QueryParam("unmeasured") String unmeasured,
      @QueryParam("status") String status,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/statements")
  StatementPage statements(
      @QueryParam("ward") String ward,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/held-accesses")
  HeldAccessPage heldAccesses(
      @HeaderParam(CALLER) String caller,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/reconciliation")
  MismatchPage mismatches(
      @HeaderParam(CALLER) String caller,
      @QueryParam("state") String state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @GET
  @Path("/recounts")
  RecountPage recounts(
      @HeaderParam(CALLER) String caller,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit);

  @POST
  @Path("/recounts")
  @Consumes(MediaType.APPLICATION_JSON)
  RecountPage.Recount recount(@HeaderParam(CALLER) String caller, RecountPage.Order order);

  @POST
  @Path("/tag")
  @Consumes(MediaType.APPLICATION_JSON)
  List<TaggedItem> tag(List<TagItem> items);

  /** The version that somebody has seen. */
  record Seen(int version) {}

  /** How much of the directory analytics-service knows. */
  record DirectoryStatus(long wards) {}
}
