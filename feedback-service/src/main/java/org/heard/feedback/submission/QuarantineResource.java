package org.heard.feedback.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.device.DeviceService;
import org.heard.feedback.submission.QuarantineReview.Held;
import org.heard.feedback.submission.QuarantineReview.Released;
import org.heard.feedback.submission.QuarantineReview.Step;
import org.jboss.logging.Logger;

/** Submissions that came with a device's revoked keys, for admins; never their content. */
@Path("/v1/devices/{id}/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Devices")
class QuarantineResource {
  private static final Logger LOG = Logger.getLogger(QuarantineResource.class);

  private final QuarantineReview review;
  private final DeviceService devices;
  private final Caller caller;

  QuarantineResource(QuarantineReview review, DeviceService devices, Caller caller) {
    this.review = review;
    this.devices = devices;
    this.caller = caller;
  }

  /** How many submissions are gone for good. */
  @Schema(name = "QuarantineRefused")
  record Refused(
      @Schema(minimum = "0", description = "Submissions gone for good", examples = "12")
          int destroyed) {}

  @GET
  @Operation(summary = "How much of a device is put aside, sent with a revoked key")
  @APIResponse(
      responseCode = "200",
      description = "How much, and since when; not what",
      content = @Content(schema = @Schema(implementation = Held.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Held held(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    return review.held(devices.require(id, caller.organisations()));
  }

  @POST
  @Path("/release")
  @Operation(
      summary = "Take in what was put aside: stored, counted and published as received now",
      description =
          "In transactions of {heard.quarantine.release-batch}; after a fault, release again. What"
              + " another submission took the id of stays held.")
  @APIResponse(
      responseCode = "200",
      description = "What became of it",
      content = @Content(schema = @Schema(implementation = Released.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Released release(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    UUID device = devices.require(id, caller.organisations());
    Released all = Released.NONE;
    Step step = review.release(device, null);
    for (; step.last() != null; step = review.release(device, step.last())) {
      all = all.plus(step.released());
    }
    LOG.infof("quarantine of device %s: %d released", device, all.released());
    return all;
  }

  @POST
  @Path("/refuse")
  @Operation(
      summary = "Destroy what was put aside, for good",
      description = "From then on the device's revoked keys are answered 401 KEY_REVOKED.")
  @APIResponse(
      responseCode = "200",
      description = "How many were destroyed",
      content = @Content(schema = @Schema(implementation = Refused.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Refused refuse(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    UUID device = devices.require(id, caller.organisations());
    int destroyed = review.refuse(device);
    LOG.infof("quarantine of device %s: %d destroyed", device, destroyed);
    return new Refused(destroyed);
  }
}
