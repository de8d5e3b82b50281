package org.heard.feedback.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.FileBody;
import org.heard.feedback.records.RecordLimits;
import org.heard.feedback.records.SourceRecord;
import org.heard.feedback.records.SourceRecords;

/** Puts a whole file of directory entries, or nothing of it. */
@ApplicationScoped
class DirectoryFile {
  /** Entries name one another by id: those of one cell are separated by these. */
  private static final Pattern LIST = Pattern.compile("[;\\s]+");

  private static final Set<String> LISTS = Set.of("divisionIds", "specialties");
  private static final Set<String> COLUMNS =
      Set.of(
          "kind",
          "id",
          "name",
          "nameFrom",
          "odsCode",
          "zone",
          "organisationId",
          "siteId",
          "divisionIds",
          "careSetting",
          "specialties",
          "closedOn");

  private final UnitWriter writer;
  private final DirectorySettings settings;
  private final FieldSettings fieldSettings;

  DirectoryFile(UnitWriter writer, DirectorySettings settings, FieldSettings fieldSettings) {
    this.writer = writer;
    this.settings = settings;
    this.fieldSettings = fieldSettings;
  }

  /** What became of a file's rows, or would. */
  @Schema(name = "DirectoryImport")
  record Report(
      @Schema(description = "Whether nothing was changed, as asked", examples = "false")
          boolean dryRun,
      @Schema(
              minimum = "0",
              description = "Rows read: created + changed + unchanged",
              examples = "18")
          int rows,
      @Schema(minimum = "0", description = "Entries that were not there", examples = "2")
          int created,
      @Schema(minimum = "0", description = "Entries that were there otherwise", examples = "1")
          int changed,
      @Schema(minimum = "0", description = "Entries that were there so already", examples = "15")
          int unchanged) {}

  private record Row(long line, UnitKind kind, String id, UnitRequest.Draft draft) {}

  /**
   * Puts every row, in the order organisations, sites, divisions, wards.
   *
   * @throws ProblemException everything wrong in the file; a pointer is {@code /line/column}
   */
  Report put(InputStream body, boolean dryRun, Set<String> organisations) {
    List<FieldError> errors = new ArrayList<>();
    List<Row> rows = rows(body, errors);
    rows.sort(Comparator.comparing(Row::kind));
    if (!dryRun) {
      return QuarkusTransaction.requiringNew().call(() -> put(rows, errors, false, organisations));
    }
    QuarkusTransaction.begin();
    try {
      return put(rows, errors, true, organisations);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  // The rows that could be read are put even if others could not: their problems belong to the
  // list.
  private Report put(
      List<Row> rows, List<FieldError> errors, boolean dryRun, Set<String> organisations) {
    int created = 0;
    int changed = 0;
    for (Row row : rows) {
      try {
        Directory.Put put = writer.put(row.kind(), row.id(), row.draft(), organisations);
        created += put.created() ? 1 : 0;
        changed += put.changed() && !put.created() ? 1 : 0;
      } catch (ProblemException refusal) {
        add(errors, row.line(), refusal);
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          errors.subList(0, Math.min(errors.size(), settings.maxFileProblems())));
    }
    return new Report(dryRun, rows.size(), created, changed, rows.size() - created - changed);
  }

  private List<Row> rows(InputStream body, List<FieldError> errors) {
    SourceRecords records =
        SourceRecords.csv(
            new FileBody(body, settings.maxFileBytes()),
            List.of("kind", "id", "name"),
            new RecordLimits(settings.maxFileRowBytes(), COLUMNS.size()));
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int count = 0;
    for (SourceRecord record = records.next(); record != null; record = records.next()) {
      if (++count > settings.maxFileRows()) {
        throw new ProblemException(
            ErrorCode.TOO_MANY_RECORDS, "At most " + settings.maxFileRows() + " rows.");
      }
      try {
        Row row = row(record);
        if (!seen.add(row.kind() + ":" + row.id())) {
          throw wrong("id", ErrorCode.ID_REUSED);
        }
        rows.add(row);
      } catch (ProblemException refusal) {
        add(errors, record.line(), refusal);
      }
    }
    return rows;
  }

  private Row row(SourceRecord record) {
    if (record.problem() != null) {
      throw wrong("", record.problem());
    }
    Map<String, String> cells = record.values();
    if (!COLUMNS.containsAll(cells.keySet())) {
      throw new ProblemException(
          ErrorCode.UNKNOWN_COLUMN, "Columns are " + String.join(", ", COLUMNS) + ".");
    }
    UnitKind kind = kind(cells.get("kind").strip());
    String id = cells.get("id").strip();
    if (!UnitRequest.isId(id)) {
      throw wrong("id", ErrorCode.INVALID_VALUE);
    }
    return new Row(
        record.line(),
        kind,
        id,
        UnitRequest.read(kind, document(cells), fieldSettings.maxErrors()));
  }

  private static UnitKind kind(String cell) {
    for (UnitKind kind : UnitKind.values()) {
      if (kind.code().equals(cell.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw wrong("kind", ErrorCode.INVALID_VALUE);
  }

  private static ObjectNode document(Map<String, String> cells) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    cells.forEach(
        (column, cell) -> {
          if (cell.isBlank() || column.equals("kind") || column.equals("id")) {
            return;
          }
          if (LISTS.contains(column)) {
            ArrayNode list = document.putArray(column);
            LIST.splitAsStream(cell.strip()).forEach(list::add);
          } else {
            document.put(column, cell.strip());
          }
        });
    return document;
  }

  private static void add(List<FieldError> errors, long line, ProblemException refusal) {
    List<FieldError> its = refusal.problem().errors();
    if (its == null) {
      errors.add(new FieldError("/" + line, refusal.problem().code()));
      return;
    }
    its.forEach(error -> errors.add(new FieldError("/" + line + error.pointer(), error.code())));
  }

  private static ProblemException wrong(String column, ErrorCode code) {
    return ProblemException.of(List.of(new FieldError(column.isEmpty() ? "" : "/" + column, code)));
  }
}
