package org.heard.local.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heard.local.directory.DemoDirectory.Entry;
import org.junit.jupiter.api.Test;

class DemoDirectoryTest {

  private final List<Entry> entries = DemoDirectory.entries();

  @Test
  void hasTheIdsThatEverybodyReliesOn() {
    assertThat(ids("organisations")).containsExactly("O01");
    assertThat(ids("sites")).containsExactly("S01", "S02", "S03");
    assertThat(ids("divisions")).containsExactly("D01", "D02", "D03");
    assertThat(ids("wards"))
        .isEqualTo(
            IntStream.rangeClosed(1, DemoDirectory.WARDS).mapToObj("W%02d"::formatted).toList());
  }

  @Test
  void hasFourWardsASiteEachInOneKnownDivision() {
    Map<String, Long> wardsBySite =
        of("wards").stream()
            .collect(
                Collectors.groupingBy(ward -> ward.get("siteId").asText(), Collectors.counting()));
    assertThat(wardsBySite).isEqualTo(Map.of("S01", 4L, "S02", 4L, "S03", 4L));
    assertThat(of("wards"))
        .allSatisfy(
            ward -> {
              assertThat(ward.get("divisionIds")).hasSize(1);
              assertThat(ids("divisions")).contains(ward.get("divisionIds").get(0).asText());
              assertThat(ward.get("careSetting").asText()).isNotBlank();
            });
  }

  @Test
  void putsParentsBeforeTheirChildren() {
    List<String> kinds =
        entries.stream().map(entry -> entry.path().split("/", -1)[3]).distinct().toList();
    assertThat(kinds).containsExactly("organisations", "sites", "divisions", "wards");
  }

  @Test
  void usesInventedOdsCodes() {
    assertThat(of("organisations").get(0).get("odsCode").asText()).isEqualTo("ZZ1");
    assertThat(of("sites"))
        .extracting(site -> site.get("odsCode").asText())
        .allMatch(code -> code.startsWith("ZZ10"));
  }

  private List<String> ids(String kind) {
    return entries.stream()
        .map(Entry::path)
        .filter(path -> path.startsWith("/v1/directory/" + kind + "/"))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .toList();
  }

  private List<JsonNode> of(String kind) {
    return entries.stream()
        .filter(entry -> entry.path().contains("/" + kind + "/"))
        .map(Entry::body)
        .toList();
  }
}
