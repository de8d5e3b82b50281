package org.heard.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How imports are told apart. */
class LoadCommandTest {

  private static final Path FILE = Path.of("exports", "october.csv");

  @Test
  void theSameFileForTwoWardsIsTwoImports() {
    String ash = LoadCommand.importName(null, FILE, "W01");
    assertThat(ash).isEqualTo("october.csv W01");
    assertThat(new ImportIds(ash).fromSource("17"))
        .isNotEqualTo(new ImportIds(LoadCommand.importName(null, FILE, "W02")).fromSource("17"))
        .isEqualTo(new ImportIds(LoadCommand.importName(null, FILE, "W01")).fromSource("17"));
  }

  @Test
  void aFileWithWardsOfItsOwnIsCalledByItsName() {
    assertThat(LoadCommand.importName(null, FILE, null)).isEqualTo("october.csv");
  }

  @Test
  void aGivenNameIsKept() {
    assertThat(LoadCommand.importName("march", FILE, "W01")).isEqualTo("march");
  }
}
