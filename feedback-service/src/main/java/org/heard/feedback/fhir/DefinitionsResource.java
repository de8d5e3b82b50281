package org.heard.feedback.fhir;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.problem.OperationOutcome;

/** What the door for FHIR takes, for whoever builds a client: nothing secret, no credentials. */
@Path("/v1/fhir")
@Produces({OperationOutcome.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@PermitAll
@Tag(name = "FHIR")
class DefinitionsResource {

  @GET
  @Path("/metadata")
  @SecurityRequirementsSet
  @Operation(summary = "What this server does with FHIR: its CapabilityStatement")
  @APIResponse(
      responseCode = "200",
      description = "A CapabilityStatement",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "how it begins",
                      value =
                          "{\"resourceType\": \"CapabilityStatement\", "
                              + "\"url\": \"urn:heard:fhir:CapabilityStatement:feedback-service\", "
                              + "\"version\": \"1.0.0\", "
                              + "\"status\": \"active\"}")))
  public Response metadata() {
    return resource("capability-statement");
  }

  @GET
  @Path("/Questionnaire/fft")
  @SecurityRequirementsSet
  @Operation(summary = "The Friends and Family Test as a Questionnaire")
  @APIResponse(
      responseCode = "200",
      description = "A Questionnaire",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "how it begins",
                      value =
                          "{\"resourceType\": \"Questionnaire\", "
                              + "\"id\": \"fft\", "
                              + "\"url\": \"urn:heard:fhir:Questionnaire:fft\", "
                              + "\"version\": \"1.0.0\", "
                              + "\"status\": \"active\"}")))
  public Response questionnaire() {
    return resource("questionnaire-fft");
  }

  @GET
  @Path("/ValueSet/fft-rating")
  @SecurityRequirementsSet
  @Operation(summary = "The ratings of the Friends and Family Test")
  @APIResponse(
      responseCode = "200",
      description = "A ValueSet",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "how it begins",
                      value =
                          "{\"resourceType\": \"ValueSet\", "
                              + "\"id\": \"fft-rating\", "
                              + "\"url\": \"urn:heard:fhir:ValueSet:fft-rating\", "
                              + "\"version\": \"1.0.0\", "
                              + "\"status\": \"active\"}")))
  public Response valueSet() {
    return resource("value-set-fft-rating");
  }

  @GET
  @Path("/CodeSystem/fft-rating")
  @SecurityRequirementsSet
  @Operation(summary = "The codes of these ratings, 1 to 6, and NHS England's words for them")
  @APIResponse(
      responseCode = "200",
      description = "A CodeSystem",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "how it begins",
                      value =
                          "{\"resourceType\": \"CodeSystem\", "
                              + "\"id\": \"fft-rating\", "
                              + "\"url\": \"urn:heard:fhir:CodeSystem:fft-rating\", "
                              + "\"version\": \"1.0.0\", "
                              + "\"status\": \"active\"}")))
  public Response codeSystem() {
    return resource("code-system-fft-rating");
  }

  private static Response resource(String name) {
    try (InputStream json =
        DefinitionsResource.class.getResourceAsStream("/fhir/" + name + ".json")) {
      String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      return Response.ok(text, OperationOutcome.MEDIA_TYPE).build();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
