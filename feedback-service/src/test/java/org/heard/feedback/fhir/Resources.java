package org.heard.feedback.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.heard.feedback.Feedback;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Resources of the tests, and a reader of the answers that overlooks nothing. */
public final class Resources {
  public static final String DOOR = "/v1/fhir/QuestionnaireResponse";
  public static final String FHIR = "application/fhir+json";
  private static final FhirContext CONTEXT = FhirContext.forR4();

  private Resources() {}

  /** A valid response with a rating and one text. */
  static String response(Object identifier, String text) {
    return """
        {"resourceType": "QuestionnaireResponse",
         "identifier": {"value": "%s"},
         "status": "completed",
         "authored": "2026-10-05T09:15:30+01:00",
         "item": [
           {"linkId": "fft-overall", "answer": [{"valueCoding": {"code": "2"}}]},
           {"linkId": "fft-good", "answer": [{"valueString": "%s"}]}]}
        """
        .formatted(identifier, text);
  }

  /** A request with this key and a resource to come. */
  static RequestSpecification as(String key, String resource) {
    return Feedback.as(key).contentType(FHIR).body(resource.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one resource. */
  static Response send(String key, String resource) {
    return as(key, resource).post(DOOR);
  }

  /** A response with everything in it that is taken. */
  public static String fullest(Object identifier) {
    return """
        {"resourceType": "QuestionnaireResponse", "language": "en", "status": "completed",
         "identifier": {"use": "official", "system": "urn:x", "value": "%s",
                        "period": {"start": "2026"}, "assigner": {"display": "x"}},
         "meta": {"lastUpdated": "2026-10-05T09:15:30Z", "tag": [{"code": "x"}]},
         "text": {"status": "empty", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">x</div>"},
         "questionnaire": "urn:heard:fhir:Questionnaire:fft",
         "subject": {"reference": "Patient/1", "identifier": {"value": "x"}},
         "authored": "2026-10-05T09:15:30+01:00", "author": {"display": "x"},
         "item": [
          {"linkId": "fft-overall", "text": "Overall?", "answer": [{"valueCoding": {
            "system": "urn:heard:fhir:CodeSystem:fft-rating", "code": "2", "display": "Good"}}]},
          {"linkId": "fft-good", "id": "a", "answer": [{"valueString": "Calm"}]},
          {"linkId": "fft-why", "answer": [{"id": "b", "valueString": "Kind"}]}]}
        """
        .formatted(identifier);
  }

  /** Reads what must be a valid resource of this kind. */
  public static <T extends IBaseResource> T read(Class<T> kind, String json) {
    IParser parser = CONTEXT.newJsonParser();
    parser.setParserErrorHandler(new StrictErrorHandler());
    return parser.parseResource(kind, json);
  }
}
