package org.heard.gateway.upstream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

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
      @QueryParam("to") String to);

  @GET
  @Path("/wards/{ward}/comments")
  CommentPage comments(
      @HeaderParam(CALLER) String caller,
      @PathParam("ward") String ward,
      @QueryParam("theme") String theme,
      @QueryParam("polarity") String polarity,
      @QueryParam("rating") String rating,
      @QueryParam("q") String q,
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

  @POST
  @Path("/tag")
  @Consumes(MediaType.APPLICATION_JSON)
  List<TaggedItem> tag(List<TagItem> items);

  /** How much of the directory analytics-service knows. */
  record DirectoryStatus(long wards) {}
}
