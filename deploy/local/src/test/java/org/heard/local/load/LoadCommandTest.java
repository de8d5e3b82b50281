package org.heard.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How imports are told apart, and what is told of them. */
class LoadCommandTest {

  @TempDir Path folder;

  /** The door tells the wards apart. */
  @Test
  void aFileIsCalledByItsName() throws IOException {
    assertThat(named(null, "W01").name()).isEqualTo("october.csv");
    assertThat(named(null, null).name()).isEqualTo("october.csv");
  }

  @Test
  void aGivenNameIsKept() throws IOException {
    assertThat(named("march", "W01").name()).isEqualTo("march");
  }

  @Test
  void listsRejectedLinesByNumberAndCodeAndEndsWithTheCounts() throws IOException {
    String done =
        """
        {"dryRun": true, "records": 5, "accepted": 1, "duplicate": 1, "rejected": 3,
         "problems": [{"line": 3, "code": "INVALID_RATING", "pointer": "/rating"},
                      {"line": 3, "code": "INVALID_TIME", "pointer": "/authoredAt"},
                      {"line": 4, "code": "WRONG_COLUMN_COUNT"}]}
        """;
    StringWriter out = new StringWriter();
    LoadCommand.print(new ObjectMapper().readTree(done), new PrintWriter(out));
    assertThat(out.toString().lines())
        .containsExactly(
            "line 3: INVALID_RATING /rating",
            "line 3: INVALID_TIME /authoredAt",
            "line 4: WRONG_COLUMN_COUNT",
            "... and 1 more lines rejected",
            "Dry run: nothing was stored.",
            "5 records: accepted 1, duplicate 1, rejected 3");
  }

  @Test
  void saysWhatToDoWithLinesThatMayBeAnotherFiles() throws IOException {
    String done =
        """
        {"records": 1, "rejected": 1,
         "problems": [{"line": 2, "code": "IMPORT_NAME_USED", "pointer": "/id"}]}
        """;
    StringWriter out = new StringWriter();
    LoadCommand.print(new ObjectMapper().readTree(done), new PrintWriter(out));
    assertThat(out.toString()).contains("line 2: IMPORT_NAME_USED /id", "--name", "--continues");
  }

  @Test
  void saysWhatCountsOnAnotherDayAndWhatIsNotKept() throws IOException {
    String done =
        """
        {"dryRun": false, "records": 5, "accepted": 5, "duplicate": 0, "rejected": 0,
         "problems": [], "flagged": 3,
         "flags": [{"line": 3, "reason": "TOO_OLD"}, {"line": 4, "reason": "AHEAD"}],
         "ignoredColumns": ["channel", "sex"], "warning": "Map a column to id."}
        """;
    StringWriter out = new StringWriter();
    LoadCommand.print(new ObjectMapper().readTree(done), new PrintWriter(out));
    assertThat(out.toString().lines())
        .containsExactly(
            "line 3: accepted, time TOO_OLD",
            "line 4: accepted, time AHEAD",
            "... and 1 more lines with such a time",
            "3 of the accepted count when they were received: their time is ahead or too old.",
            "Columns that --map does not name, and so are not kept: channel, sex",
            "Map a column to id.",
            "5 records: accepted 5, duplicate 0, rejected 0");
  }

  private Import named(String name, String ward) throws IOException {
    Path file = Files.writeString(folder.resolve("october.csv"), "comment\n");
    Mapping mapping = Mapping.parse(List.of("text=comment"));
    return Import.of(file, name, mapping, ward, Notation.USUAL, false, false, Long.MAX_VALUE);
  }
}
