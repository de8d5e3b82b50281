package org.heard.feedback.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.Fields;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.json.SmallDocumentSettings;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.Receipts;

/** For the anonymous person: the code they kept is all they need. */
@Path("/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Receipts")
class ReceiptResource {

  private final Receipts receipts;
  private final Directory directory;
  private final Erasures erasures;
  private final Destruction destruction;
  private final Withdrawals withdrawals;
  private final ReceiptSettings settings;
  private final SmallDocumentSettings documents;
  private final FieldSettings fieldSettings;
  private final ReceiptLimits limits;

  ReceiptResource(
      Receipts receipts,
      Directory directory,
      Erasures erasures,
      Destruction destruction,
      Withdrawals withdrawals,
      ReceiptSettings settings,
      SmallDocumentSettings documents,
      FieldSettings fieldSettings,
      ReceiptLimits limits) {
    this.receipts = receipts;
    this.directory = directory;
    this.erasures = erasures;
    this.destruction = destruction;
    this.withdrawals = withdrawals;
    this.settings = settings;
    this.documents = documents;
    this.fieldSettings = fieldSettings;
    this.limits = limits;
  }

  /** The code that its holder kept. */
  @Schema(name = "ReceiptRequest")
  record ReceiptRequest(
      @Schema(
              required = true,
              examples = "7QK2-M0ZD-9XVA-4T8C-D",
              maxLength = 32,
              description =
                  "XXXX-XXXX-XXXX-XXXX-C; case, hyphens, spaces and look-alike letters do not"
                      + " matter. What is longer is no code: 404")
          String receiptCode) {

    static ReceiptRequest read(ObjectNode body, int maxErrors) {
      Fields fields = Fields.of(body, maxErrors);
      String code = fields.required("receiptCode", fields.text("receiptCode"));
      fields.rejectUnknown();
      fields.check();
      return new ReceiptRequest(code);
    }
  }

  /** Where the words are. */
  @Schema(name = "Receipt")
  record ReceiptView(
      @Schema(description = "When it was received", examples = "2026-10-05T08:15:31.204518Z")
          Instant receivedAt,
      @Schema(description = "The ward that the words are about") WardView ward,
      @Schema(
              enumeration = {"stored", "hidden-until", "erased", "expired"},
              description =
                  "What became of the words. stored: also while they are put aside, as they came"
                      + " with a revoked key. hidden-until: they were taken back, and what is"
                      + " sealed of them waits for its time; with an alert or a legal hold, for"
                      + " as long as that stands. expired: kept for as long as they may"
                      + " be, and gone")
          String state) {
    private static final String STORED = "stored";
    private static final String EXPIRED = "expired";

    /** The ward that the words are about. */
    @Schema(name = "ReceiptWard")
    record WardView(
        @Schema(pattern = Directory.ID_PATTERN, description = "The ward's id", examples = "W01")
            String id,
        @Schema(maxLength = 200, description = "What people call it today", examples = "Ash Ward")
            String name) {}
  }

  @POST
  @Path("/lookup")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirementsSet
  @Operation(
      summary = "What became of a submission, for the holder of its receipt code",
      description = "No credentials. An unknown code and a malformed one are answered alike.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReceiptRequest.class),
              examples =
                  @ExampleObject(
                      name = "a code",
                      value = "{\"receiptCode\": \"7QK2-M0ZD-9XVA-4T8C-D\"}")))
  @APIResponse(
      responseCode = "200",
      description = "There it is",
      content = @Content(schema = @Schema(implementation = ReceiptView.class)))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_JSON, WRONG_TYPE, NUL_CHARACTER, LONE_SURROGATE")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE_OF_ANYBODY)
  @APIResponse(
      responseCode = "422",
      description = "MISSING_FIELD, UNKNOWN_FIELD, VALIDATION_FAILED for several at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.receipts.per-second} questions a second and {heard.receipts.burst}"
              + " at once, by everybody together")
  public ReceiptView lookup(InputStream body) {
    ReceiptRequest request = read(body);
    Receipts.Receipt receipt = find(request.receiptCode());
    String ward = directory.wardName(receipt.wardId()).orElse(receipt.wardId());
    return new ReceiptView(
        receipt.receivedAt(), new ReceiptView.WardView(receipt.wardId(), ward), state(receipt));
  }

  private ReceiptRequest read(InputStream body) {
    limits.ask();
    return ReceiptRequest.read(
        JsonBody.readButFor("receiptCode", body, documents.maxAnonymousBytes()),
        fieldSettings.maxErrors());
  }

  private Receipts.Receipt find(String code) {
    return receipts.find(code, settings.maxShared()).stream()
        .findFirst()
        .orElseThrow(ReceiptResource::unknown);
  }

  private String state(Receipts.Receipt receipt) {
    return switch (receipt.words()) {
      case STORED -> ReceiptView.STORED;
      case EXPIRED -> ReceiptView.EXPIRED;
      case COPY_ERASED -> ErasedView.ERASED;
      case ERASED -> erasures.state(List.of(receipt.submissionId())).state();
    };
  }

  @POST
  @Path("/erase")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirementsSet
  @Operation(
      summary = "Take back a submission, for the holder of its receipt code",
      description =
          "No credentials. Takes back every submission that has this code. The words are gone from"
              + " all views within seconds as a rule, and later while the broker or"
              + " analytics-service is away; what is sealed of them waits where somebody may need"
              + " help, and `until` says when it is looked at again: with an alert it stays for as"
              + " long as that is open. Asked again, it is answered as it stands then. An"
              + " unknown code and a malformed one are answered alike.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReceiptRequest.class),
              examples =
                  @ExampleObject(
                      name = "a code",
                      value = "{\"receiptCode\": \"7QK2-M0ZD-9XVA-4T8C-D\"}")))
  @APIResponse(
      responseCode = "202",
      description = "It is taken back",
      content =
          @Content(
              schema = @Schema(implementation = ErasedView.class),
              examples = {
                @ExampleObject(name = "all of it is gone", value = "{\"state\": \"erased\"}"),
                @ExampleObject(
                    name = "what is sealed waits",
                    value =
                        "{\"state\": \"hidden-until\", \"until\": \"2026-10-08T08:15:31.204518Z\"}")
              }))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_JSON, WRONG_TYPE, NUL_CHARACTER, LONE_SURROGATE")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE_OF_ANYBODY)
  @APIResponse(
      responseCode = "422",
      description = "MISSING_FIELD, UNKNOWN_FIELD, VALIDATION_FAILED for several at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.receipts.erase-per-second} erasures a second and"
              + " {heard.receipts.erase-burst} at once, by everybody together; what has no code that"
              + " there is counts as a question")
  public Response erase(InputStream body) {
    ReceiptRequest request = read(body);
    if (!receipts.isKnown(request.receiptCode(), settings.maxShared())) {
      throw unknown();
    }
    limits.erase();
    Erasures.TakenBack erased =
        erasures.byReceipt(request.receiptCode(), Erasures.Request.OF_HOLDER);
    if (erased.isNothing()) {
      throw unknown();
    }
    destruction.tryNow(erased.submissions());
    return Response.accepted(erasures.state(erased.submissions())).build();
  }

  /** That words are not to be shown. */
  @Schema(name = "ConsentWithdrawn")
  record WithdrawnView(
      @Schema(
              enumeration = {"stored", "hidden-until", "erased", "expired"},
              description = "What became of the words, as for lookup")
          String state,
      @Schema(description = "Always false: they are not shown to others", examples = "false")
          boolean consentToPublish) {}

  @POST
  @Path("/withdraw-consent")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirementsSet
  @Operation(
      summary = "Take back the agreement to publish, for the holder of a receipt code",
      description =
          "No credentials. The words stay and count, and are not shown to others any more; every"
              + " submission that has this code, also one that is put aside, which is let in"
              + " without the agreement then. What was shown already is for whoever showed it to"
              + " take down. Asked again, or where there is nothing to publish, nothing changes. An"
              + " unknown code and a malformed one are answered alike.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReceiptRequest.class),
              examples =
                  @ExampleObject(
                      name = "a code",
                      value = "{\"receiptCode\": \"7QK2-M0ZD-9XVA-4T8C-D\"}")))
  @APIResponse(
      responseCode = "200",
      description = "It is taken back, or was never given",
      content = @Content(schema = @Schema(implementation = WithdrawnView.class)))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_JSON, WRONG_TYPE, NUL_CHARACTER, LONE_SURROGATE")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE_OF_ANYBODY)
  @APIResponse(
      responseCode = "422",
      description = "MISSING_FIELD, UNKNOWN_FIELD, VALIDATION_FAILED for several at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.receipts.withdraw-per-second} withdrawals a second and"
              + " {heard.receipts.withdraw-burst} at once, by everybody together; what has no code"
              + " that there is counts as a question")
  public WithdrawnView withdrawConsent(InputStream body) {
    ReceiptRequest request = read(body);
    if (!withdrawals.byReceipt(request.receiptCode())) {
      throw unknown();
    }
    return new WithdrawnView(state(find(request.receiptCode())), false);
  }

  private static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "No such receipt.");
  }
}
