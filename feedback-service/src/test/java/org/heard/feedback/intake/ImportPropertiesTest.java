package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.heard.feedback.records.RecordLimits;
import org.heard.feedback.records.SourceRecord;
import org.heard.feedback.records.SourceRecords;

/** What holds for every file. The seed is fixed: a failure is the same on every machine. */
class ImportPropertiesTest {
  private static final String SEED = "20261126";
  private static final List<String> COLUMNS = List.of("id", "comment", "when");
  private static final RecordLimits WIDE = new RecordLimits(100_000, 10);

  @Property(seed = SEED)
  void aFileGivesEachRecordItsOwnIdAndTheSameOnesAgain(@ForAll("rows") List<List<String>> rows) {
    List<UUID> ids = ids("march", records(rows));
    assertThat(new HashSet<>(ids)).hasSize(rows.size());
    assertThat(ids("march", records(rows))).isEqualTo(ids);
    assertThat(ids("april", records(rows)))
        .doesNotContainAnyElementsOf(rows.isEmpty() ? List.of(UUID.randomUUID()) : ids);
  }

  @Property(seed = SEED)
  void recordsKeepTheirIdsWhateverIsAppended(
      @ForAll("rows") List<List<String>> rows, @ForAll("rows") List<List<String>> more) {
    List<List<String>> longer = new ArrayList<>(rows);
    longer.addAll(more);
    assertThat(ids("march", records(longer)).subList(0, rows.size()))
        .isEqualTo(ids("march", records(rows)));
  }

  @Property(seed = SEED)
  void equalRecordsHaveTheSameIdsInWhateverOrderTheyStand(@ForAll("rows") List<List<String>> rows) {
    List<List<String>> turned = new ArrayList<>(rows);
    java.util.Collections.reverse(turned);
    assertThat(ids("march", records(turned)))
        .containsExactlyInAnyOrderElementsOf(ids("march", records(rows)));
  }

  @Property(seed = SEED)
  void csvAndJsonLinesAreTheSameFile(@ForAll("rows") List<List<String>> rows) throws IOException {
    List<Map<String, String>> csv = read(SourceRecords.csv(csv(rows), COLUMNS, WIDE));
    List<Map<String, String>> json = read(SourceRecords.jsonLines(jsonLines(rows), COLUMNS, WIDE));
    assertThat(csv).isEqualTo(records(rows));
    assertThat(filledIn(json)).isEqualTo(filledIn(csv));
    assertThat(ids("march", json)).isEqualTo(ids("march", csv));
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    // Few different cells, so that equal rows are common; all that CSV must quote among them.
    Arbitrary<String> cell =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                3, Arbitraries.of("", "thanks", "a,b", "\"", "two\nlines", "two\r\nlines", " ")),
            net.jqwik.api.Tuple.of(1, text()));
    return cell.list().ofSize(COLUMNS.size()).list().ofMaxSize(12);
  }

  private static Arbitrary<String> text() {
    // Whole code points: half a surrogate pair is refused, and so is NUL.
    return Arbitraries.integers()
        .between(1, 0x10FFFF)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .map(Character::toString)
        .list()
        .ofMaxSize(10)
        .map(characters -> String.join("", characters));
  }

  private static List<Map<String, String>> records(List<List<String>> rows) {
    List<Map<String, String>> records = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, String> record = new LinkedHashMap<>();
      for (int i = 0; i < COLUMNS.size(); i++) {
        record.put(COLUMNS.get(i), row.get(i));
      }
      records.add(record);
    }
    return records;
  }

  private static List<UUID> ids(String importName, List<Map<String, String>> records) {
    ImportIds ids = ImportIds.plain("O01", importName);
    return records.stream().map(record -> ids.next(record, Optional.empty(), "")).toList();
  }

  private static List<Map<String, String>> filledIn(List<Map<String, String>> records) {
    return records.stream()
        .map(
            record -> {
              Map<String, String> filled = new HashMap<>(record);
              filled.values().removeIf(value -> value == null || value.isEmpty());
              return filled;
            })
        .toList();
  }

  private static InputStream csv(List<List<String>> rows) throws IOException {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord(COLUMNS);
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    }
    return new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream jsonLines(List<List<String>> rows) {
    StringBuilder lines = new StringBuilder();
    for (Map<String, String> record : records(rows)) {
      ObjectNode line = new ObjectMapper().createObjectNode();
      // Empty is null, and the other way round: both are nothing.
      record.forEach((column, value) -> line.put(column, value.isEmpty() ? null : value));
      lines.append(line).append('\n');
    }
    return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Map<String, String>> read(SourceRecords source) {
    List<Map<String, String>> records = new ArrayList<>();
    for (SourceRecord record = source.next(); record != null; record = source.next()) {
      assertThat(record.problem()).isNull();
      records.add(record.values());
    }
    return records;
  }
}
