package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aNameIsItsOrganisationsAndItsWards() {
    for (String id : new String[] {"17", null}) {
      UUID one = next("O01", "march", row("a"), id, "W01");
      assertThat(next("O01", "march", row("a"), id, "W01")).isEqualTo(one);
      assertThat(next("O02", "march", row("a"), id, "W01")).isNotEqualTo(one);
      assertThat(next("O01", "march", row("a"), id, "W02")).isNotEqualTo(one);
      assertThat(next("O01", "march", row("a"), id, "")).isNotEqualTo(one);
    }
  }

  /** Nobody without the key can try what a record said. */
  @Test
  void ofContentNeedTheKey(@TempDir Path folder) throws IOException {
    Map<String, String> row = row("thanks");
    UUID one = keyed(folder, "a").next(row, Optional.empty(), "");
    assertThat(one).isEqualTo(keyed(folder, "a").next(row, Optional.empty(), ""));
    assertThat(one).isNotEqualTo(keyed(folder, "b").next(row, Optional.empty(), ""));
    assertThat(one).isNotEqualTo(next("march", row, null));
    assertThat(keyed(folder, "a").next(row, Optional.of("17"), ""))
        .isEqualTo(next("march", row, "17"));
    ImportIds ids = keyed(folder, "a");
    assertThat(ids.next(row, Optional.empty(), "")).isEqualTo(one);
    assertThat(ids.next(row, Optional.empty(), "")).isNotEqualTo(one);
  }

  private static ImportIds keyed(Path folder, String key) throws IOException {
    Path file = folder.resolve(key);
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, key.repeat(64));
    }
    return ImportIds.keyed("O01", "march", new ServiceSecrets(file));
  }

  /** Fixed for ever: the ids of files that were imported before ids had a key. */
  @Test
  void derivesTheseAndNoOthers() {
    assertThat(next("march", row("a"), "17")).hasToString("d9ba7c4c-1f05-56ef-a49d-2dff85f4b580");
    assertThat(next("march", row("thanks"), null))
        .hasToString("b12359e6-654e-5034-9b39-c091dc0ebcaa");
  }

  @Test
  void doesNotConfuseCellsThatRunTogether() {
    assertThat(next("march", Map.of("first", "ab", "second", "c"), null))
        .isNotEqualTo(next("march", Map.of("first", "a", "second", "bc"), null));
  }

  private static UUID next(String importName, Map<String, String> row, String sourceId) {
    return next("O01", importName, row, sourceId, "");
  }

  private static UUID next(
      String organisation,
      String importName,
      Map<String, String> row,
      String sourceId,
      String ward) {
    return ImportIds.plain(organisation, importName).next(row, Optional.ofNullable(sourceId), ward);
  }

  private static Map<String, String> row(String text) {
    return Map.of("comment", text);
  }
}
