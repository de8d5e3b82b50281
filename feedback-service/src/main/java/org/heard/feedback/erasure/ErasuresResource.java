package org.heard.feedback.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
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
import org.heard.feedback.json.SmallDocumentSettings;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.jboss.logging.Logger;

/** For those who have to see to it, and to prove, that something was erased; no words here. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures")
class ErasuresResource {
  private static final Logger LOG = Logger.getLogger(ErasuresResource.class);
  private static final String GOVERNANCE = "information-governance";
  private static final String ADMIN = "admin";

  private final Erasures erasures;
  private final Destruction destruction;
  private final Downstream downstream;
  private final SmallDocumentSettings documents;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  ErasuresResource(
      Erasures erasures,
      Destruction destruction,
      Downstream downstream,
      SmallDocumentSettings documents,
      FieldSettings fieldSettings,
      Caller caller) {
    this.erasures = erasures;
    this.destruction = destruction;
    this.downstream = downstream;
    this.documents = documents;
    this.fieldSettings = fieldSettings;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({GOVERNANCE, ADMIN})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take back a submission of your organisations",
      description =
          "As POST /v1/receipts/erase does for the holder of a code, and tells the ids of what that"
              + " was, of your organisations: GET /v1/erasures/{submissionId} is the proof. Asked"
              + " again, it is answered as it stands then; the first reason and the first who asked"
              + " stand.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ErasureRequest.class),
              examples =
                  @ExampleObject(
                      name = "somebody objected",
                      value =
                          "{\"submissionId\": \"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\","
                              + " \"reason\": \"objection\"}")))
  @APIResponse(
      responseCode = "202",
      description = "It is taken back",
      content =
          @Content(
              schema = @Schema(implementation = TakenBackView.class),
              examples =
                  @ExampleObject(
                      name = "all is gone",
                      value =
                          "{\"state\": \"erased\", \"submissionIds\":"
                              + " [\"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\"], \"copies\": []}")))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: no such submission in your organisations")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE)
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, INVALID_ID, INVALID_VALUE, VALIDATION_FAILED for several"
              + " at once")
  public Response erase(InputStream body) {
    ErasureRequest request =
        ErasureRequest.read(JsonBody.read(body, documents.maxBytes()), fieldSettings.maxErrors());
    Erasures.TakenBack erased = erase(request);
    if (erased.isNothing()) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such submission.");
    }
    erased
        .submissions()
        .forEach(id -> LOG.infof("submission %s: erased, %s", id, request.reason()));
    erased
        .copies()
        .forEach(id -> LOG.infof("submission %s: its copy erased, %s", id, request.reason()));
    destruction.tryNow(erased.submissions());
    return Response.accepted(TakenBackView.of(erasures.state(erased.submissions()), erased))
        .build();
  }

  private Erasures.TakenBack erase(ErasureRequest request) {
    Erasures.Request asked =
        new Erasures.Request(
            Reason.of(request.reason()),
            caller.is(GOVERNANCE) ? GOVERNANCE : ADMIN,
            caller.subject(),
            caller.organisations());
    UUID id = request.submissionId();
    return id == null ? erasures.byReceipt(request.receiptCode(), asked) : erasures.byId(id, asked);
  }

  @GET
  @Path("/{submissionId}")
  @RolesAllowed(GOVERNANCE)
  @Operation(
      summary = "The proof that a submission was erased: why, when, by whom, how far it is",
      description =
          "That of the submission, or else of a copy that was put aside under its id. Asks"
              + " analytics-service how far it is there, and is answered without that, too.")
  @APIResponse(
      responseCode = "200",
      description = "It was",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_PARAMETER: copy is neither true nor false")
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: no such submission in your organisations, or it was not erased")
  public ErasureView proof(
      @Parameter(
              description = "The submission's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("submissionId")
          String submissionId,
      @Parameter(
              description =
                  "The proof of the copy that was put aside under this id, also where the"
                      + " submission was erased, too",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @DefaultValue("false")
          @QueryParam("copy")
          String copy) {
    if (!copy.equals("true") && !copy.equals("false")) {
      throw new ProblemException(ErrorCode.INVALID_PARAMETER, "copy is true or false.");
    }
    ErasureView proof =
        Optional.ofNullable(ErasureRequest.idOf(submissionId))
            .flatMap(id -> erasures.proof(id, caller.organisations(), copy.equals("true")))
            .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such erasure."));
    // Outside the transaction: no connection waits for the network.
    return proof.copy() ? proof : proof.with(downstream.of(proof.submissionId(), proof.reason()));
  }
}
