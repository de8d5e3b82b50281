package org.heard.analytics.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads the one JSON object of a body; nothing that is ambiguous or without bounds passes. */
public final class JsonBody {
  private static final int MAX_DEPTH = 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonBody() {}

  /**
   * The object in a body of at most so many bytes.
   *
   * @throws ProblemException {@code BODY_TOO_LARGE}, {@code INCOMPLETE_BODY}, {@code INVALID_JSON},
   *     {@code WRONG_TYPE}
   */
  public static ObjectNode read(InputStream body, int maxBytes) {
    JsonNode json = parse(bytes(body, maxBytes));
    if (json.isMissingNode()) {
      throw new ProblemException(ErrorCode.INVALID_JSON, "The body is empty.");
    }
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw new ProblemException(ErrorCode.WRONG_TYPE, "The body is an object.");
  }

  private static byte[] bytes(InputStream body, int max) {
    try {
      byte[] bytes = body.readNBytes(max + 1);
      if (bytes.length > max) {
        throw new ProblemException(ErrorCode.BODY_TOO_LARGE, "At most " + max + " bytes.");
      }
      return bytes;
    } catch (IOException brokenOff) {
      throw new ProblemException(
          ErrorCode.INCOMPLETE_BODY, "The body broke off or took too long to come.");
    }
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException malformed) {
      // Never the parser's message: it quotes the body.
      throw new ProblemException(ErrorCode.INVALID_JSON, "The body is not valid JSON.");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
