package org.heard.feedback.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.heard.feedback.device.Sender;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.submission.SubmissionService.Time;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Turns a QuestionnaireResponse into the document that every door takes, and remembers where each
 * value stood. What the values are worth is judged there; here only what no other door knows.
 */
final class ResponseDocument {
  private static final Set<QuestionnaireResponseStatus> TAKEN =
      Set.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

  /** Of an answer, whichever type it has: the element's name, as in {@link Element#path}. */
  private static final String VALUE = "/value";

  private final Sender sender;
  private final BiFunction<Instant, Time, Instant> stoodAt;
  private final Function<UUID, Optional<String>> storedWard;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final ArrayNode answers = document.putArray("answers");
  private final Map<String, String> origins = new HashMap<>();
  private final List<FieldError> problems = new ArrayList<>();
  private Time time = Time.MOMENT;

  private ResponseDocument(
      Sender sender,
      BiFunction<Instant, Time, Instant> stoodAt,
      Function<UUID, Optional<String>> storedWard) {
    this.sender = sender;
    this.stoodAt = stoodAt;
    this.storedWard = storedWard;
  }

  /**
   * What a response says.
   *
   * @param ward that the importer named, or the kiosk, which need not; null for its own
   * @param zone of a time that is only a day
   * @param stoodAt when a kiosk stood where something was written then, by what the time says
   * @param storedWard of what this sender has stored already under an id
   */
  static ResponseDocument of(
      QuestionnaireResponse response,
      String ward,
      Sender sender,
      Supplier<ZoneId> zone,
      BiFunction<Instant, Time, Instant> stoodAt,
      Function<UUID, Optional<String>> storedWard) {
    ResponseDocument said = new ResponseDocument(sender, stoodAt, storedWard);
    said.document.put("channel", "fhir");
    said.id(response);
    said.questionnaire(response);
    said.status(response);
    said.ward(ward, said.authored(response.getAuthoredElement(), zone));
    said.language(response);
    said.items(response.getItem());
    return said;
  }

  ObjectNode document() {
    return document;
  }

  /** What the document's time says. */
  Time time() {
    return time;
  }

  /** What is wrong that no other door knows of. */
  List<FieldError> problems() {
    return problems;
  }

  /** Where a value of the document stood in the resource. */
  String origin(String pointer) {
    return origins.getOrDefault(pointer, "");
  }

  private void id(QuestionnaireResponse response) {
    origins.put("/id", response.hasIdentifier() ? "/identifier/value" : "/identifier");
    String value = response.getIdentifier().getValue();
    if (value != null && !value.isBlank()) {
      document.put(
          "id",
          ResponseIds.of(sender.organisationId(), response.getIdentifier().getSystem(), value)
              .toString());
    }
  }

  private void questionnaire(QuestionnaireResponse response) {
    if (response.hasQuestionnaire() && !Definitions.isOurs(response.getQuestionnaire())) {
      problems.add(new FieldError("/questionnaire", ErrorCode.WRONG_QUESTIONNAIRE));
    }
  }

  private void status(QuestionnaireResponse response) {
    // A value that is none has been told of already, as of a wrong format.
    if (response.getStatus() == null) {
      problems.add(new FieldError("/status", ErrorCode.MISSING_FIELD));
    } else if (!TAKEN.contains(response.getStatus())) {
      problems.add(new FieldError("/status", ErrorCode.STATUS_NOT_TAKEN));
    }
  }

  /** The moment, or null where there is none: a year or a month may be any day of it. */
  private Instant authored(DateTimeType authored, Supplier<ZoneId> zone) {
    origins.put("/authoredAt", "/authored");
    if (!authored.hasValue()) {
      return null;
    }
    String said = authored.getValueAsString();
    document.put("authoredAt", said);
    try {
      if (authored.getPrecision() == TemporalPrecisionEnum.DAY) {
        // Noon: the same day whichever zone reads it.
        Instant noon = LocalDate.parse(said).atTime(LocalTime.NOON).atZone(zone.get()).toInstant();
        document.put("authoredAt", noon.toString());
        time = Time.DAY;
        return noon;
      }
      return OffsetDateTime.parse(said).toInstant();
    } catch (DateTimeException noMoment) {
      return null;
    }
  }

  /**
   * Where no time can be read, any of a kiosk's wards does: the response is refused for its time.
   * Of a time that cannot be the ward is that of the receipt, as the day is. A repeat is of the
   * ward where it is stored, though its kiosk was moved since.
   */
  private void ward(String named, Instant authored) {
    document.put(
        "wardId",
        named != null
            ? named
            : storedWard()
                .orElseGet(
                    () ->
                        sender.wardAt(
                            stoodAt.apply(authored == null ? Instant.EPOCH : authored, time))));
  }

  private Optional<String> storedWard() {
    // A kiosk that has but one may have had another: a move that is dated to the first day stays
    // alone. Importers have none.
    return sender.wards().isEmpty() || !document.has("id")
        ? Optional.empty()
        : storedWard.apply(UUID.fromString(document.get("id").textValue()));
  }

  private void language(QuestionnaireResponse response) {
    origins.put("/language", "/language");
    if (response.hasLanguage()) {
      document.put("language", response.getLanguage());
    }
  }

  private void items(List<QuestionnaireResponseItemComponent> items) {
    origins.put("/answers", "/item");
    for (int i = 0; i < items.size(); i++) {
      QuestionnaireResponseItemComponent item = items.get(i);
      String pointer = "/item/" + i;
      String linkId = item.getLinkId();
      if (linkId == null) {
        problems.add(new FieldError(pointer + "/linkId", ErrorCode.MISSING_FIELD));
      } else if (!Definitions.LINK_IDS.containsKey(linkId)) {
        problems.add(new FieldError(pointer + "/linkId", ErrorCode.UNKNOWN_LINK_ID));
      } else {
        answers(Definitions.LINK_IDS.get(linkId), item.getAnswer(), pointer + "/answer");
      }
    }
  }

  private void answers(
      String question, List<QuestionnaireResponseItemAnswerComponent> given, String pointer) {
    for (int i = 0; i < given.size(); i++) {
      Type value = given.get(i).getValue();
      String at = pointer + "/" + i;
      if (value == null) {
        problems.add(new FieldError(at + VALUE, ErrorCode.MISSING_FIELD));
      } else if (question.equals(Definitions.OVERALL)) {
        rating(value, at);
      } else {
        text(question, value, at);
      }
    }
  }

  private void text(String question, Type value, String pointer) {
    if (value instanceof StringType text) {
      origins.put("/answers/" + answers.size() + "/text", pointer + VALUE);
      answers.addObject().put("question", question).put("text", text.getValue());
    } else {
      problems.add(new FieldError(pointer + VALUE, ErrorCode.WRONG_ANSWER_TYPE));
    }
  }

  private void rating(Type value, String pointer) {
    if (document.has("rating")) {
      problems.add(new FieldError(pointer, ErrorCode.TOO_MANY_ANSWERS));
    } else if (value instanceof IntegerType number) {
      rate(number.getValue() == null ? Ratings.NONE : number.getValue(), pointer + VALUE);
    } else if (value instanceof Coding coding) {
      coded(coding, pointer + VALUE);
    } else {
      problems.add(new FieldError(pointer + VALUE, ErrorCode.WRONG_ANSWER_TYPE));
    }
  }

  private void coded(Coding coding, String pointer) {
    if (coding.hasSystem() && !coding.getSystem().equals(Definitions.RATING_CODES)) {
      // The same digit may mean another thing there.
      problems.add(new FieldError(pointer + "/system", ErrorCode.INVALID_VALUE));
    }
    int rating = Ratings.of(coding);
    rate(rating, coding.hasCode() ? pointer + "/code" : pointer);
    if (Ratings.contradicts(coding, rating)) {
      problems.add(new FieldError(pointer + "/display", ErrorCode.INVALID_RATING));
    }
  }

  private void rate(int rating, String pointer) {
    origins.put("/rating", pointer);
    document.put("rating", rating);
  }
}
