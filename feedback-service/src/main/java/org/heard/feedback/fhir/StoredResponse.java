package org.heard.feedback.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionView;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * What the sender learns, as the resource that was made: a part of it, marked so, with the id here,
 * the time of receipt and the receipt code. Never the answers.
 */
final class StoredResponse {
  private static final String PARTS = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

  private StoredResponse() {}

  /**
   * The resource that is told of.
   *
   * @param view null if it is put aside
   */
  static String of(QuestionnaireResponse sent, SubmissionRequest request, SubmissionView view) {
    ObjectNode stored = JsonNodeFactory.instance.objectNode();
    stored.put("resourceType", "QuestionnaireResponse").put("id", request.id().toString());
    ObjectNode meta = stored.putObject("meta");
    if (view == null) {
      extension(stored, Definitions.QUARANTINED).put("valueBoolean", true);
    } else {
      meta.put("lastUpdated", view.receivedAt().toString());
      // An erased submission has none any more.
      if (view.receiptCode() != null) {
        extension(stored, Definitions.RECEIPT_CODE).put("valueString", view.receiptCode());
      }
    }
    meta.putArray("tag").addObject().put("system", PARTS).put("code", "SUBSETTED");
    ObjectNode identifier = stored.putObject("identifier");
    if (sent.getIdentifier().hasSystem()) {
      identifier.put("system", sent.getIdentifier().getSystem());
    }
    identifier.put("value", sent.getIdentifier().getValue());
    stored.put("status", sent.getStatus().toCode());
    stored.put("authored", sent.getAuthoredElement().getValueAsString());
    return stored.toString();
  }

  private static ObjectNode extension(ObjectNode of, String url) {
    return of.putArray("extension").addObject().put("url", url);
  }
}
