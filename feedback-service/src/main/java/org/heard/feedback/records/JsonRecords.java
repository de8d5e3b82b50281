package org.heard.feedback.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * One JSON object a line; blank lines are no records.
 *
 * <p>There is no header, and a record may leave out what it does not say. So that a mistyped column
 * does not import a file without its comments, some records are read ahead until each mapped column
 * has been seen.
 */
final class JsonRecords implements SourceRecords {
  /** Far more than anybody leaves out a column in, and little to keep. */
  private static final int MAX_AHEAD = 1000;

  private static final long MAX_BYTES_AHEAD = 4L * 1024 * 1024;

  private final LineReader lines;
  private final RecordLimits limits;

  /** As they came: what is made of a line may take twenty times its bytes. */
  private final Queue<LineReader.Line> ahead = new ArrayDeque<>();

  private JsonRecords(LineReader lines, RecordLimits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  static JsonRecords open(LineReader lines, Collection<String> columns, RecordLimits limits) {
    JsonRecords records = new JsonRecords(lines, limits);
    records.readAhead(columns);
    return records;
  }

  private void readAhead(Collection<String> columns) {
    Set<String> missing = new LinkedHashSet<>(columns);
    Set<String> seen = new LinkedHashSet<>();
    boolean anyRead = false;
    long bytes = 0;
    while (!missing.isEmpty() && ahead.size() < MAX_AHEAD && bytes < MAX_BYTES_AHEAD) {
      LineReader.Line line = nextFilled();
      if (line == null) {
        break;
      }
      bytes += line.content() == null ? 0 : line.content().length;
      ahead.add(line);
      SourceRecord record = read(line);
      if (record.values() != null) {
        anyRead = true;
        missing.removeAll(record.values().keySet());
        if (seen.size() < limits.maxColumns()) {
          seen.addAll(record.values().keySet());
        }
      }
    }
    if (anyRead && !missing.isEmpty()) {
      throw new ProblemException(
          ErrorCode.UNKNOWN_COLUMN,
          "None of the first records has "
              + ColumnNames.of(missing)
              + ", which map names; one may say null to it. They have "
              + ColumnNames.ofFile(seen)
              + ".");
    }
  }

  @Override
  public SourceRecord next() {
    LineReader.Line line = ahead.isEmpty() ? nextFilled() : ahead.remove();
    return line == null ? null : read(line);
  }

  private LineReader.Line nextFilled() {
    LineReader.Line line = lines.next();
    while (line != null && line.blank()) {
      line = lines.next();
    }
    return line;
  }

  private SourceRecord read(LineReader.Line line) {
    if (line.content() == null) {
      return SourceRecord.unreadable(line.number(), ErrorCode.RECORD_TOO_LONG);
    }
    try {
      ObjectNode document = JsonBody.parse(line.content(), limits.maxTokens());
      if (document.size() > limits.maxColumns()) {
        return SourceRecord.unreadable(line.number(), ErrorCode.TOO_MANY_COLUMNS);
      }
      Map<String, String> values = new LinkedHashMap<>();
      document
          .properties()
          .forEach(property -> values.put(property.getKey(), text(property.getValue())));
      return new SourceRecord(
          line.number(),
          values,
          columns(document, JsonNode::isContainerNode),
          columns(document, JsonNode::isBoolean),
          null);
    } catch (ProblemException unreadable) {
      return SourceRecord.unreadable(line.number(), unreadable.problem().code());
    }
  }

  private static Set<String> columns(ObjectNode document, Predicate<JsonNode> of) {
    return document.properties().stream()
        .filter(property -> of.test(property.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String text(JsonNode value) {
    return value.isNull() ? null : value.isValueNode() ? value.asText() : value.toString();
  }
}
