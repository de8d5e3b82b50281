package org.heard.feedback.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.page.FieldMessage;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/**
 * A filled-in form as the document that every other door sends, so that one reader judges all, and
 * its mistakes as a person finds them on the page.
 */
final class FormAnswer {
  /** Every question that a ward may ask, whether it asks it today or did when the page was made. */
  private static final List<String> QUESTIONS = List.of("good", "improve", "why");

  private static final List<String> CONTACT = List.of("name", "phone", "email");

  private static final Set<String> FIELDS =
      Set.of("rating", "respondent", "name", "phone", "email", "day", "mode");

  /** Values that another field of a page says; the document as a whole lacks a rating. */
  private static final Map<String, String> BY_POINTER = Map.of("", "rating", "wardId", "ward");

  private final Map<String, String> values;
  private final List<String> answered = new ArrayList<>();
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  /**
   * The answer to a form.
   *
   * @param others fields of this page beside those of every form
   */
  FormAnswer(Map<String, String> values, String... others) {
    this.values = values;
    rating();
    answers();
    contact();
    document.put("consentToPublish", values.getOrDefault("consentToPublish", "").equals("yes"));
    if (!typed("respondent").isEmpty()) {
      document.put("respondent", typed("respondent"));
    }
    unknown(List.of(others));
  }

  /** The document, with what the page itself says about it. */
  ObjectNode document(UUID id, String wardId, String channel, String mode, Instant authoredAt) {
    return document
        .put("id", id.toString())
        .put("wardId", wardId)
        .put("channel", channel)
        .put("mode", mode)
        .put("format", "standard")
        .put("authoredAt", authoredAt.toString());
  }

  /** What is wrong, by the fields of the page. */
  List<FieldMessage> messages(ProblemException refusal) {
    List<FieldError> errors = refusal.problem().errors();
    return errors == null
        ? List.of(FieldMessage.of("", refusal.problem().code()))
        : errors.stream().map(error -> FieldMessage.of(field(error), error.code())).toList();
  }

  private String field(FieldError error) {
    String[] path = error.pointer().split("/", -1);
    if (path.length > 2 && path[1].equals("answers")) {
      return answered.get(Integer.parseInt(path[2]));
    }
    String last = path[path.length - 1];
    return FIELDS.contains(last) ? last : BY_POINTER.getOrDefault(last, "");
  }

  private void rating() {
    String rating = typed("rating");
    if (!rating.isEmpty()) {
      // What is none of the six is no number either.
      document.put("rating", rating.matches("[1-6]") ? Integer.parseInt(rating) : 0);
    }
  }

  private void answers() {
    ArrayNode answers = document.putArray("answers");
    for (String question : QUESTIONS) {
      if (!typed(question).isEmpty()) {
        answered.add(question);
        answers.addObject().put("question", question).put("text", typed(question));
      }
    }
  }

  private void contact() {
    ObjectNode contact = document.putObject("contact");
    for (String line : CONTACT) {
      if (!typed(line).isEmpty()) {
        contact.put(line, typed(line));
      }
    }
  }

  /** Left to the reader, who refuses what it does not know. */
  private void unknown(List<String> others) {
    for (String name : values.keySet()) {
      boolean known =
          QUESTIONS.contains(name)
              || CONTACT.contains(name)
              || others.contains(name)
              || List.of(
                      "rating", "respondent", "consentToPublish", FormGuard.TOKEN, FormGuard.TRAP)
                  .contains(name);
      if (!known) {
        document.put("form/" + name, "");
      }
    }
  }

  private String typed(String name) {
    return values.getOrDefault(name, "");
  }
}
