package org.heard.feedback.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

/** What is published is valid, agrees with itself and with what is taken. */
class DefinitionsTest {
  private final Questionnaire questionnaire = published("questionnaire-fft", Questionnaire.class);
  private final ValueSet values = published("value-set-fft-rating", ValueSet.class);
  private final CodeSystem codes = published("code-system-fft-rating", CodeSystem.class);

  @Test
  void theQuestionnaireAsksWhatIsTaken() {
    assertThat(questionnaire.getUrl()).isEqualTo(Definitions.QUESTIONNAIRE);
    assertThat(questionnaire.getVersion()).isEqualTo(Definitions.VERSION);
    assertThat(questionnaire.getItem())
        .extracting(QuestionnaireItemComponent::getLinkId)
        .containsExactlyInAnyOrderElementsOf(Definitions.LINK_IDS.keySet());
    assertThat(questionnaire.getItemFirstRep().getText())
        .isEqualTo("Overall, how was your experience of our service?");
  }

  @Test
  void itsRatingsAreThoseOfTheFriendsAndFamilyTest() {
    assertThat(questionnaire.getItemFirstRep().getAnswerValueSet())
        .isEqualTo(values.getUrl() + "|" + values.getVersion());
    assertThat(values.getCompose().getIncludeFirstRep().getSystem())
        .isEqualTo(codes.getUrl())
        .isEqualTo(Definitions.RATING_CODES);
    assertThat(codes.getValueSet()).isEqualTo(values.getUrl());
    assertThat(codes.getCount()).isEqualTo(6);
    assertThat(codes.getConcept())
        .extracting(concept -> concept.getCode() + " " + concept.getDisplay())
        .isEqualTo(
            List.of(
                "1 Very good",
                "2 Good",
                "3 Neither good nor poor",
                "4 Poor",
                "5 Very poor",
                "6 Don't know"));
  }

  @Test
  void theCapabilitiesNameTheDoor() {
    CapabilityStatement statement = published("capability-statement", CapabilityStatement.class);
    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    assertThat(statement.getRestFirstRep().getResource())
        .extracting(
            resource ->
                resource.getType() + " " + resource.getInteractionFirstRep().getCode().toCode())
        .containsExactly(
            "QuestionnaireResponse create",
            "Questionnaire read",
            "ValueSet read",
            "CodeSystem read");
  }

  private static <T extends Resource> T published(String name, Class<T> kind) {
    try (InputStream json = DefinitionsTest.class.getResourceAsStream("/fhir/" + name + ".json")) {
      return Resources.read(kind, new String(json.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
