package org.heard.feedback.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseIdsTest {
  private static final String ID = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ID,
        "urn:uuid:" + ID,
        "URN:UUID:7B1D4C52-9A36-4F0E-8A55-0C8D3F6E21B4",
      })
  void aUuidIsTheIdWhateverItsSystem(String value) {
    assertThat(ResponseIds.of("O01", null, value)).hasToString(ID);
    assertThat(ResponseIds.of("O02", "urn:ietf:rfc:3986", value)).hasToString(ID);
  }

  @Test
  void anythingElseIsANameOfItsOrganisationAndSystem() {
    UUID one = ResponseIds.of("O01", "urn:x", "17");
    assertThat(one).isEqualTo(ResponseIds.of("O01", "urn:x", "17"));
    assertThat(one.version()).isEqualTo(5);
    assertThat(
            Set.of(
                one,
                ResponseIds.of("O02", "urn:x", "17"),
                ResponseIds.of("O01", "urn:y", "17"),
                ResponseIds.of("O01", null, "17"),
                ResponseIds.of("O01", "urn:x", "18"),
                ResponseIds.of("O01", "urn:x", "urn:uuid:" + ID + "0")))
        .hasSize(6);
  }

  @Test
  void neverChanges() {
    assertThat(ResponseIds.of("O01", "urn:x", "17"))
        .hasToString("d6feddf9-1b1b-5856-95aa-88e62616e447");
  }
}
