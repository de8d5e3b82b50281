package org.heard.feedback.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRecordsTest {
  private static final RecordLimits LIMITS = new RecordLimits(200, 4);
  private static final List<String> COLUMNS = List.of("comment");

  @Test
  void readsCsvWithQuotesLineBreaksAndAByteOrderMark() {
    List<SourceRecord> records =
        csv("\uFEFFid,comment\r\n1,\"kind,\nand \"\"calm\"\"\"\r\n\r\n2,café\r\n");
    assertThat(records)
        .extracting(record -> record.values().get("comment"))
        .containsExactly("kind,\nand \"calm\"", "café");
    assertThat(records).extracting(record -> record.values().get("id")).containsExactly("1", "2");
    assertThat(records).extracting(SourceRecord::line).containsExactly(2L, 5L);
  }

  @Test
  void goesOnAfterARowWithTooFewOrTooManyCells() {
    List<SourceRecord> records = csv("id,comment\n1\n2,fine\n3,a,b\n4,fine");
    assertThat(records)
        .extracting(SourceRecord::problem)
        .containsExactly(ErrorCode.WRONG_COLUMN_COUNT, null, ErrorCode.WRONG_COLUMN_COUNT, null);
    assertThat(records).extracting(SourceRecord::line).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void aCellThatIsNotUtf8SpoilsItsRecordAlone() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("id,comment\n1,café\n2,".getBytes(StandardCharsets.UTF_8));
    file.write("café\n3,naïve\n".getBytes(StandardCharsets.ISO_8859_1));
    file.write("4,naïve\n".getBytes(StandardCharsets.UTF_8));
    List<SourceRecord> records = csv(file.toByteArray());
    assertThat(records)
        .extracting(SourceRecord::problem)
        .containsExactly(null, ErrorCode.INVALID_ENCODING, ErrorCode.INVALID_ENCODING, null);
    assertThat(records.get(3).values()).containsEntry("comment", "naïve");
  }

  @Test
  void refusesARecordWithNul() {
    assertThat(csv("id,comment\n1,a\u0000b\n2,fine\n"))
        .extracting(SourceRecord::problem)
        .containsExactly(ErrorCode.NUL_CHARACTER, null);
  }

  @Test
  void listsARecordThatIsTooLongAndGoesOn() {
    String fits = "x".repeat(LIMITS.maxRecordBytes() - 1);
    assertThat(csv("id,comment\n1," + fits + "\n2,x" + fits + "\n3,fine\n"))
        .extracting(SourceRecord::problem)
        .containsExactly(null, ErrorCode.RECORD_TOO_LONG, null);
    assertThat(jsonLines("{\"comment\": \"" + fits + "\"}\n{\"comment\": \"fine\"}"))
        .extracting(SourceRecord::problem)
        .containsExactly(ErrorCode.RECORD_TOO_LONG, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2,\"never closed\n", "2,\"closed\" too soon\n"})
  void stopsWhereAQuoteIsMisplacedAndSaysWhere(String row) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv("id,comment\n1,fine\n" + row))
        .satisfies(
            stopped -> {
              assertThat(stopped.problem().code()).isEqualTo(ErrorCode.INVALID_CSV);
              assertThat(stopped.problem().detail()).contains("line 3");
            });
  }

  /** Else an open quote would take the rest of the file, however large, into the memory. */
  @Test
  void stopsAtARecordThatDoesNotEnd() {
    String endless = "y\n".repeat(1_000_000);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv("id,comment\n1,\"" + endless + "\"\n"))
        .satisfies(
            stopped -> assertThat(stopped.problem().detail()).contains("line 2 does not end"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | INVALID_HEADER",
        "a,comment,a   | INVALID_HEADER",
        "a,b,c,d,comment | INVALID_HEADER",
        "id,words      | UNKNOWN_COLUMN",
        "id;comment    | UNKNOWN_COLUMN",
      })
  void refusesAHeaderThatIsNone(String header, ErrorCode code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv(header))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource
  void readsCellsBetweenWhatIsSaidToSeparateThem(CellSeparator separator) {
    String file = "id|comment\n1|\"kind, calm; and\tquiet\"\n".replace('|', separator.character());
    assertThat(all(csv(file, separator)).get(0).values())
        .containsEntry("id", "1")
        .containsEntry("comment", "kind, calm; and\tquiet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMMA     | id;comment   | separator=semicolon",
        "COMMA     | id\tcomment  | separator=tab",
        "SEMICOLON | id,comment   | separator=comma",
        "TAB       | id;comment   | separator=semicolon",
        "COMMA     | \"id\";\"comment\" | separator=comma, semicolon or tab",
      })
  void saysWhichSeparatorToNameWhereTheHeaderIsOneCell(
      CellSeparator separator, String header, String hint) {
    String file = header + "\n1\n";
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv(file, separator))
        .satisfies(refused -> assertThat(refused.problem().detail()).contains(hint));
    // Who has no choice is not told of one.
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv(file.replace(',', ';')))
        .satisfies(refused -> assertThat(refused.problem().detail()).doesNotContain("separator"));
  }

  @Test
  void givesNoHintWhereCellsAreSeparated() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv("id;x,words", CellSeparator.COMMA))
        .satisfies(refused -> assertThat(refused.problem().detail()).doesNotContain("separator"));
  }

  @Test
  void refusesAHeaderWithNul() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv("comment,a\u0000b\n"))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.INVALID_HEADER));
  }

  @Test
  void leavesColumnsWithoutANameAlone() {
    assertThat(csv("comment,,\nfine,,\n").get(0).values()).containsOnlyKeys("comment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void saysThatAFileIsUtf16(String charset) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv("\uFEFFid,comment\n1,fine\n".getBytes(Charset.forName(charset))))
        .satisfies(refused -> assertThat(refused.problem().detail()).contains("save it as UTF-8"));
  }

  @Test
  void readsJsonLinesAndGoesOnAfterABrokenOne() {
    List<SourceRecord> records =
        jsonLines(
            "\uFEFF{\"comment\":\"one\",\"rating\":3,\"x\":null}\n\n{broken\n[1]\n"
                + "{\"comment\":\"two\"} x\n{\"a\":1,\"a\":2}\n{\"comment\":\"three\"}");
    assertThat(records).extracting(SourceRecord::line).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    assertThat(records)
        .extracting(SourceRecord::problem)
        .containsExactly(
            null,
            ErrorCode.INVALID_JSON,
            ErrorCode.WRONG_TYPE,
            ErrorCode.INVALID_JSON,
            ErrorCode.INVALID_JSON,
            null);
    assertThat(records.get(0).values()).containsEntry("rating", "3").containsEntry("x", null);
  }

  /** A file without a header begins with what somebody wrote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "W01,2,They left me in the corridor | 3 columns",
        "Kind,Nobody came. | 2 columns",
        "Kind,'Why, oh why?' | 3 columns",
        "2,Kind | 2 columns",
        "ward,Ring 07700 900123 now | 2 columns",
        "ward,antidisestablishmentarianistically | 2 columns",
      })
  void quotesNobodysWordsWhereAHeaderShouldBe(String first, String told) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv(first + "\n"))
        .satisfies(
            refused ->
                assertThat(refused.problem().detail())
                    .contains("lacks \"comment\"; it has " + told)
                    .doesNotContain("corridor", "Nobody", "oh why", "Kind", "07700", "anti"));
  }

  @Test
  void quotesWhatLooksLikeNamesOfColumns() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> csv("Comment ,Date of visit,q_1 (text),\n"))
        .satisfies(
            refused ->
                assertThat(refused.problem().detail())
                    .contains("it has \"Comment \", \"Date of visit\", \"q_1 (text)\""));
  }

  @Test
  void refusesAColumnThatNoneOfTheFirstLinesOfJsonHas() {
    String without = "{\"words\":\"fine\"}\n";
    for (String file : List.of(without, without.repeat(1000) + "{\"comment\":\"late\"}")) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> jsonLines(file))
          .satisfies(
              refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.UNKNOWN_COLUMN));
    }
    assertThat(jsonLines(without.repeat(999) + "{\"comment\":null}\n" + without)).hasSize(1001);
    assertThat(jsonLines("")).isEmpty();
  }

  @Test
  void aLineOfJsonHasNoMoreColumnsThanAFileOfCells() {
    assertThat(
            jsonLines(
                """
                {"comment":1,"b":1,"c":1,"d":1}
                {"comment":1,"b":1,"c":1,"d":1,"e":1}
                {"comment":"fine"}
                """))
        .extracting(SourceRecord::problem)
        .containsExactly(null, ErrorCode.TOO_MANY_COLUMNS, null);
  }

  @Test
  void aLineOfJsonHasNoMoreTokensThanItMay() {
    String file = "{\"comment\":[7]}\n{\"comment\":[7,7]}\n{\"comment\":7}\n";
    SourceRecords records =
        SourceRecords.jsonLines(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            COLUMNS,
            new RecordLimits(200, 4, 6));
    assertThat(all(records))
        .extracting(SourceRecord::problem)
        .containsExactly(null, ErrorCode.TOO_MANY_VALUES, null);
  }

  /** What is made of four megabytes takes twenty times as many. */
  @Test
  void whatIsReadAheadIsKeptAsItCame() {
    StringBuilder line = new StringBuilder("{");
    for (int column = 0; column < 200; column++) {
      line.append(column == 0 ? "" : ",").append("\"%04d\":7".formatted(column));
    }
    byte[] file = line.append("}\n").toString().repeat(999).getBytes(StandardCharsets.UTF_8);
    long before = live();
    SourceRecords records =
        SourceRecords.jsonLines(
            new SequenceInputStream(
                new ByteArrayInputStream(file),
                new ByteArrayInputStream("{\"comment\":1}".getBytes(StandardCharsets.UTF_8))),
            COLUMNS,
            new RecordLimits(10_000, 200));
    assertThat(live() - before).isLessThan(3L * file.length);
    assertThat(all(records)).hasSize(1000);
  }

  private static long live() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void aFileIsNoLongerThanItMayBe() {
    byte[] ten = new byte[10];
    assertThat(new FileBody(new ByteArrayInputStream(ten), 10).digest()).hasSize(32);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new FileBody(new ByteArrayInputStream(ten), 9).digest())
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
  }

  private static List<SourceRecord> csv(String content) {
    return csv(content.getBytes(StandardCharsets.UTF_8));
  }

  private static SourceRecords csv(String content, CellSeparator separator) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return SourceRecords.csv(new ByteArrayInputStream(bytes), separator, COLUMNS, LIMITS);
  }

  private static List<SourceRecord> csv(byte[] content) {
    return all(SourceRecords.csv(new ByteArrayInputStream(content), COLUMNS, LIMITS));
  }

  private static List<SourceRecord> jsonLines(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return all(SourceRecords.jsonLines(new ByteArrayInputStream(bytes), COLUMNS, LIMITS));
  }

  private static List<SourceRecord> all(SourceRecords source) {
    List<SourceRecord> records = new ArrayList<>();
    for (SourceRecord record = source.next(); record != null; record = source.next()) {
      records.add(record);
    }
    return records;
  }
}
