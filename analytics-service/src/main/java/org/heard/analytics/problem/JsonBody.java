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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object that somebody sent, read with a limit; says what is wrong, never what stands there.
 */
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

  private final JsonNode json;

  private JsonBody(JsonNode json) {
    this.json = json;
  }

  /** The object in a body of at most so many bytes, with no other fields than these. */
  public static JsonBody read(InputStream body, int maxBytes, List<String> fields) {
    return of(tree(body, maxBytes), "The body", fields);
  }

  /**
   * The object in a body of at most so many bytes, whatever its fields.
   *
   * @throws ProblemException {@code BODY_TOO_LARGE}, {@code INCOMPLETE_BODY}, {@code INVALID_JSON},
   *     {@code WRONG_TYPE}
   */
  public static ObjectNode tree(InputStream body, int maxBytes) {
    JsonNode json = parse(bytes(body, maxBytes));
    require(!json.isMissingNode(), ErrorCode.INVALID_JSON, "The body is empty.");
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw new ProblemException(ErrorCode.WRONG_TYPE, "The body is an object.");
  }

  private static JsonBody of(JsonNode json, String what, List<String> fields) {
    require(json.isObject(), ErrorCode.WRONG_TYPE, what + " is an object.");
    json.fieldNames()
        .forEachRemaining(
            name ->
                require(
                    fields.contains(name),
                    ErrorCode.UNKNOWN_FIELD,
                    "Known: " + String.join(", ", fields) + "."));
    return new JsonBody(json);
  }

  private static byte[] bytes(InputStream body, int max) {
    try {
      byte[] bytes = body.readNBytes(max + 1);
      require(bytes.length <= max, ErrorCode.BODY_TOO_LARGE, "At most " + max + " bytes.");
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

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return json.hasNonNull(field);
  }

  /** A text that must be there. */
  public String text(String field) {
    JsonNode value = required(field);
    require(value.isTextual(), ErrorCode.WRONG_TYPE, field + " is a text.");
    String text = value.textValue();
    PlainText.fault(text)
        .ifPresent(code -> require(false, code, field + ": " + code.title() + "."));
    return text;
  }

  /** A text that may be absent or null. */
  public Optional<String> optionalText(String field) {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  /** A whole number that must be there. */
  public int number(String field) {
    JsonNode value = required(field);
    require(value.isInt(), ErrorCode.WRONG_TYPE, field + " is a whole number.");
    return value.intValue();
  }

  /** True or false, which must be there. */
  public boolean bool(String field) {
    JsonNode value = required(field);
    require(value.isBoolean(), ErrorCode.WRONG_TYPE, field + " is true or false.");
    return value.booleanValue();
  }

  /** An object that must be there, with no other fields than these. */
  public JsonBody object(String field, List<String> fields) {
    return of(required(field), field, fields);
  }

  /** A list that must be there, of at most so many objects with no other fields than these. */
  public List<JsonBody> objects(String field, int most, List<String> fields) {
    JsonNode list = required(field);
    require(list.isArray(), ErrorCode.WRONG_TYPE, field + " is a list.");
    require(list.size() <= most, ErrorCode.TOO_MANY_ITEMS, field + ": at most " + most + ".");
    List<JsonBody> objects = new ArrayList<>();
    list.forEach(item -> objects.add(of(item, "An item of " + field, fields)));
    return objects;
  }

  private JsonNode required(String field) {
    require(has(field), ErrorCode.MISSING_FIELD, field + " is missing.");
    return json.get(field);
  }

  private static void require(boolean holds, ErrorCode code, String detail) {
    if (!holds) {
      throw new ProblemException(code, detail);
    }
  }
}
