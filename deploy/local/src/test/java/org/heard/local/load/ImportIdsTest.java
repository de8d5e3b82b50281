package org.heard.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportIdsTest {

  // RFC 9562, appendix A.4: version 5 of "www.example.com" in the namespace of DNS names.
  @Test
  void makesVersion5AsTheStandardDoes() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(ImportIds.version5(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

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

  @Test
  void tellsEqualRowsApartAndGivesThemTheSameIdsAgain() {
    ImportIds first = new ImportIds("march");
    UUID one = first.next(row("thanks"), Optional.empty());
    UUID two = first.next(row("thanks"), Optional.empty());
    UUID other = first.next(row("thank you"), Optional.empty());
    assertThat(one).isNotEqualTo(two).isNotEqualTo(other);
    assertThat(two).isNotEqualTo(other);

    ImportIds again = new ImportIds("march");
    assertThat(again.next(row("thanks"), Optional.empty())).isEqualTo(one);
    assertThat(again.next(row("thanks"), Optional.empty())).isEqualTo(two);
    assertThat(again.next(row("thank you"), Optional.empty())).isEqualTo(other);
  }

  @Test
  void doesNotConfuseCellsThatRunTogether() {
    assertThat(next("march", new SourceRow(2, columns("ab", "c")), null))
        .isNotEqualTo(next("march", new SourceRow(2, columns("a", "bc")), null));
  }

  private static UUID next(String importName, SourceRow row, String sourceId) {
    return new ImportIds(importName).next(row, Optional.ofNullable(sourceId));
  }

  private static SourceRow row(String text) {
    return new SourceRow(2, Map.of("comment", text));
  }

  private static Map<String, String> columns(String first, String second) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("first", first);
    columns.put("second", second);
    return columns;
  }
}
