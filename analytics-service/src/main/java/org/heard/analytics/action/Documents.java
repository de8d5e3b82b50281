package org.heard.analytics.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How what is kept as a document is written and read; nulls are left out. */
final class Documents {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private Documents() {}

  static ObjectNode tree(Object written) {
    return JSON.valueToTree(written);
  }

  /** The text of a document; null for null. */
  static String write(Object written) {
    return written == null ? null : tree(written).toString();
  }

  /** What a document of ours says; null for null. */
  static <T> T read(String document, Class<T> type) {
    try {
      return document == null ? null : JSON.readValue(document, type);
    } catch (JsonProcessingException impossible) {
      // Without the cause: it quotes the document.
      throw new IllegalStateException("a document of ours cannot be read: " + type.getSimpleName());
    }
  }
}
