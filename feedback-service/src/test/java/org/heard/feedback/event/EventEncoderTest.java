package org.heard.feedback.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.heard.feedback.event.DirectoryChanged.DivisionChanged;
import org.heard.feedback.event.DirectoryChanged.OrganisationChanged;
import org.heard.feedback.event.DirectoryChanged.SiteChanged;
import org.heard.feedback.event.DirectoryChanged.WardChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published equals the golden files: read into our record and encoded, nothing changes. */
class EventEncoderTest {
  private static final Path GOLDEN = Path.of("src/main/resources/contract/v1");
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** Fields that came later are left out where there is nothing to say. */
  private static final ObjectMapper OPTIONAL =
      STRICT.copy().disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  @ParameterizedTest
  @ValueSource(strings = {"fullest", "smallest", "unicode", "limits"})
  void submissionsAreEncodedAsAgreed(String name) throws IOException {
    JsonNode golden = golden("feedback.submitted-" + name);
    FeedbackSubmitted fact = STRICT.treeToValue(golden, FeedbackSubmitted.class);
    PublishedFact published = EventEncoder.encode(fact);
    assertThat(STRICT.readTree(published.payload())).isEqualTo(golden);
    assertThat(published.topic()).isEqualTo("feedback.submitted");
    assertThat(published.key()).isEqualTo(fact.wardId());
  }

  @ParameterizedTest
  @CsvSource({
    "organisation, organisation",
    "site, site",
    "division, division",
    "ward, ward",
    "ward, ward-fullest",
    "ward, ward-form-code"
  })
  void directoryEntriesAreEncodedAsAgreed(String kind, String name) throws IOException {
    JsonNode golden = golden("directory.changed-" + name);
    Class<? extends DirectoryChanged> type =
        switch (kind) {
          case "organisation" -> OrganisationChanged.class;
          case "site" -> SiteChanged.class;
          case "division" -> DivisionChanged.class;
          default -> WardChanged.class;
        };
    PublishedFact published =
        EventEncoder.encode(OPTIONAL.treeToValue(golden, type), Instant.EPOCH);
    assertThat(STRICT.readTree(published.payload())).isEqualTo(golden);
    assertThat(published.key()).isEqualTo(kind + ":" + golden.get("id").asText());
  }

  @Test
  void erasuresAreEncodedAsAgreed() throws IOException {
    JsonNode golden = golden("feedback.erased");
    PublishedFact published = EventEncoder.encode(STRICT.treeToValue(golden, FeedbackErased.class));
    assertThat(STRICT.readTree(published.payload())).isEqualTo(golden);
    assertThat(published.topic()).isEqualTo("feedback.erased");
    assertThat(published.key()).isEqualTo("W01");
    assertThat(published.subject()).isEqualTo("7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4");
  }

  @Test
  void talliesAreEncodedAsAgreed() throws IOException {
    JsonNode golden = golden("feedback.tally");
    PublishedFact published = EventEncoder.encode(STRICT.treeToValue(golden, FeedbackTally.class));
    assertThat(STRICT.readTree(published.payload())).isEqualTo(golden);
    assertThat(published.key()).isEqualTo("W01");
  }

  @Test
  void theSameFactHasTheSameIdAndAnotherVersionAnother() throws IOException {
    JsonNode golden = golden("feedback.submitted-fullest");
    FeedbackSubmitted fact = STRICT.treeToValue(golden, FeedbackSubmitted.class);
    assertThat(EventEncoder.encode(fact).id()).isEqualTo(EventEncoder.encode(fact).id());
    ((com.fasterxml.jackson.databind.node.ObjectNode) golden).put("version", 2);
    FeedbackSubmitted changed = STRICT.treeToValue(golden, FeedbackSubmitted.class);
    assertThat(EventEncoder.encode(changed).id()).isNotEqualTo(EventEncoder.encode(fact).id());
  }

  private static JsonNode golden(String name) throws IOException {
    return STRICT.readTree(GOLDEN.resolve(name + ".json").toFile());
  }
}
