package org.heard.feedback.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.erasure.ReceiptLimits;
import org.heard.feedback.erasure.Withdrawals;
import org.heard.feedback.page.Pages;
import org.heard.feedback.page.WithdrawalPage;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Failure;
import org.heard.feedback.problem.IgnoresParameters;
import org.heard.feedback.problem.ProblemException;

/** The same as {@code POST /v1/receipts/withdraw-consent}, for whoever has a browser. */
@Path("/receipt/withdraw-consent")
@Produces("text/html;charset=UTF-8")
@PermitAll
@IgnoresParameters
@Tag(name = "Pages")
class WithdrawalResource {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <body>…<h1>Do not show my words to others</h1>…</body>
      </html>
      """;

  private final Withdrawals withdrawals;
  private final ReceiptLimits limits;
  private final FormSettings settings;
  private final Pages pages;

  WithdrawalResource(
      Withdrawals withdrawals, ReceiptLimits limits, FormSettings settings, Pages pages) {
    this.withdrawals = withdrawals;
    this.limits = limits;
    this.settings = settings;
    this.pages = pages;
  }

  /** What a browser sends. */
  @Schema(name = "WithdrawalForm")
  record WithdrawalForm(
      @Schema(
              required = true,
              maxLength = 32,
              description = "However it is written",
              examples = "7QK2-M0ZD-9XVA-4T8C-D")
          String receiptCode) {}

  @GET
  @SecurityRequirementsSet
  @Operation(summary = "A page to take back the agreement to publish, with a receipt code")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "the page", value = PAGE)))
  public Response page() {
    return pages.answer(() -> pages.withdrawal(new WithdrawalPage(false, null)));
  }

  @POST
  @SecurityRequirementsSet
  @Operation(
      summary = "Take back the agreement to publish, from a page",
      description =
          "The receipt's page has a button for it. It needs the code and nothing else, so it may"
              + " come from any page.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = WithdrawalForm.class),
              examples =
                  @ExampleObject(name = "a code", value = "receiptCode=7QK2-M0ZD-9XVA-4T8C-D")))
  @APIResponse(
      responseCode = "200",
      description = "It is taken back, or was never given",
      content =
          @Content(
              mediaType = "text/html",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "the page", value = PAGE)))
  @APIResponse(responseCode = "400", description = "INVALID_FORM, NUL_CHARACTER, INCOMPLETE_BODY")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown or malformed, alike")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.form.max-bytes} bytes")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.receipts.withdraw-per-second} withdrawals a second and"
              + " {heard.receipts.withdraw-burst} at once, by everybody together; what has no code"
              + " that there is counts as a question")
  public Response withdraw(@Context HttpHeaders headers, InputStream body) {
    return pages.answer(
        () -> {
          try {
            limits.ask();
            String code = FormBody.read(headers, body, settings).getOrDefault("receiptCode", "");
            if (!withdrawals.byReceipt(code)) {
              throw new ProblemException(ErrorCode.NOT_FOUND, "No such receipt.");
            }
            return pages.withdrawal(new WithdrawalPage(true, null));
          } catch (RuntimeException failure) {
            ProblemException refusal = Failure.explain(failure);
            return pages.refused(new WithdrawalPage(false, refusal.problem().code()), refusal);
          }
        });
  }
}
