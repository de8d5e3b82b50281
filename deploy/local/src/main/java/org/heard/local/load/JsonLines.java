package org.heard.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object a line; blank lines are no records. */
final class JsonLines implements SourceFile {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final BufferedReader reader;
  private long line;

  JsonLines(BufferedReader reader) {
    this.reader = reader;
  }

  @Override
  public SourceRow next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (!text.isBlank()) {
        return row(text);
      }
    }
    return null;
  }

  private SourceRow row(String text) {
    try {
      JsonNode record = JSON.readTree(text);
      if (!record.isObject()) {
        return SourceRow.unreadable(line);
      }
      Map<String, String> values = new LinkedHashMap<>();
      record
          .properties()
          .forEach(
              property -> {
                JsonNode value = property.getValue();
                values.put(
                    property.getKey(),
                    value.isNull() ? null : value.isValueNode() ? value.asText() : value + "");
              });
      return new SourceRow(line, values);
    } catch (JsonProcessingException e) {
      return SourceRow.unreadable(line);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
