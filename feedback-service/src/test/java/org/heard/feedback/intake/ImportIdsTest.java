package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportIdsTest {

  @Test
  void takesAUuidAsItIs() {
    String id = "0C52D62F-0000-4000-8000-000000000001";
    assertThat(next("march", row("a"), id)).isEqualTo(UUID.fromString(id));
    assertThat(next("april", row("b"), id)).isEqualTo(UUID.fromString(id));
  }

  @Test
  void hashesAnyOtherIdWithTheImportsName() {
    UUID id = next("march", row("a"), "17");
    assertThat(id.version()).isEqualTo(5);
    assertThat(next("march", row("changed"), "17")).isEqualTo(id);
    assertThat(next("march", row("a"), "18")).isNotEqualTo(id);
    assertThat(next("april", row("a"), "17")).isNotEqualTo(id);
    // A UUID without its hyphens is somebody's own numbering.
    assertThat(next("march", row("a"), "0c52d62f000040008000000000000001").version()).isEqualTo(5);
  }

  /** Fixed for ever: the ids of files that were imported. */
  @Test
  void derivesTheseAndNoOthers() {
    assertThat(next("march", row("a"), "17")).hasToString("577437c4-b8ca-5913-9d80-6195b7da1cc4");
    assertThat(next("march", row("thanks"), null))
        .hasToString("3c9a044d-0039-52b3-aae4-0a2160379985");
  }

  @Test
  void doesNotConfuseCellsThatRunTogether() {
    assertThat(next("march", Map.of("first", "ab", "second", "c"), null))
        .isNotEqualTo(next("march", Map.of("first", "a", "second", "bc"), null));
  }

  private static UUID next(String importName, Map<String, String> row, String sourceId) {
    return new ImportIds(importName).next(row, Optional.ofNullable(sourceId));
  }

  private static Map<String, String> row(String text) {
    return Map.of("comment", text);
  }
}
