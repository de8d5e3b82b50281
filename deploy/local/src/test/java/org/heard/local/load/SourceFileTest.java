package org.heard.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heard.local.run.CommandFailure;
import org.junit.jupiter.api.Test;

class SourceFileTest {

  private static final Mapping MAPPING = Mapping.parse(List.of("text=comment"));

  @Test
  void readsCsvWithQuotesLineBreaksAndAByteOrderMark() throws IOException {
    List<SourceRow> rows =
        read("a.csv", "\uFEFFid,comment\r\n1,\"kind,\nand \"\"calm\"\"\"\r\n\r\n2,café\r\n");
    assertThat(rows)
        .extracting(row -> row.values().get("comment"))
        .containsExactly("kind,\nand \"calm\"", "café");
    assertThat(rows).extracting(row -> row.values().get("id")).containsExactly("1", "2");
    assertThat(rows.get(0).line()).isEqualTo(2);
  }

  @Test
  void goesOnAfterARowWithTooFewCells() throws IOException {
    List<SourceRow> rows = read("a.csv", "id,comment\n1\n2,fine\n");
    assertThat(rows).extracting(SourceRow::isReadable).containsExactly(false, true);
    assertThat(rows).extracting(SourceRow::line).containsExactly(2L, 3L);
  }

  @Test
  void namesTheColumnsWhenAMappedOneIsMissing() {
    assertThatThrownBy(() -> read("a.csv", "id,words\n1,fine\n"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("The file has no column 'comment'; it has: id, words.");
  }

  @Test
  void endsWhereAQuoteIsNeverClosed() {
    assertThatThrownBy(() -> read("a.csv", "id,comment\n1,fine\n2,\"never closed\n"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("stops being CSV at line 3");
  }

  @Test
  void readsJsonLinesAndGoesOnAfterABrokenOne() throws IOException {
    List<SourceRow> rows =
        read(
            "a.jsonl",
            "\uFEFF{\"comment\":\"one\",\"rating\":3,\"x\":null}\n\n"
                + "{broken\n"
                + "[1]\n"
                + "{\"comment\":\"two\"} x\n"
                + "{\"comment\":\"three\"}");
    assertThat(rows).extracting(SourceRow::line).containsExactly(1L, 3L, 4L, 5L, 6L);
    assertThat(rows)
        .extracting(SourceRow::isReadable)
        .containsExactly(true, false, false, false, true);
    assertThat(rows.get(0).values()).containsEntry("rating", "3").containsEntry("x", null);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin1 = "comment\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> read("a.csv", latin1)).isInstanceOf(MalformedInputException.class);
  }

  private static List<SourceRow> read(String name, String content) throws IOException {
    return read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<SourceRow> read(String name, byte[] content) throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    try (SourceFile source =
        SourceFile.open(Path.of(name), new ByteArrayInputStream(content), MAPPING)) {
      for (SourceRow row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
