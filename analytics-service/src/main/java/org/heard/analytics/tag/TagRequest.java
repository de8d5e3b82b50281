package org.heard.analytics.tag;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Reads a body item by item, so that a large one never stands in memory as a whole. */
class TagRequest {
  private static final int MAX_DEPTH = 20;

  /**
   * Longest single value, far above the longest text that is tagged: below it, an item says what is
   * wrong with it; above, it is not worth the memory to find out.
   */
  private static final int MAX_VALUE = 1_000_000;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxStringLength(MAX_VALUE)
                      .build())
              .build());

  private final TagConfig limits;

  TagRequest(TagConfig limits) {
    this.limits = limits;
  }

  /** Answers each item of the array in the body, in order. */
  <T> List<T> answer(InputStream body, Function<JsonNode, T> answer) throws IOException {
    BoundedBody bounded = new BoundedBody(body, limits.maxBodyBytes());
    try (JsonParser parser = JSON.createParser(bounded)) {
      return items(parser, answer);
    } catch (BoundedBody.TooLarge tooLarge) {
      bounded.drain();
      throw new ProblemException(
          ErrorCode.BODY_TOO_LARGE, "At most " + limits.maxBodyBytes() + " bytes are taken.");
    } catch (StreamConstraintsException excessive) {
      bounded.drain();
      throw new ProblemException(
          ErrorCode.BODY_TOO_LARGE, "A value is nested too deeply or far too long.");
    } catch (JsonProcessingException malformed) {
      // The place, never the parser's message: that quotes the body.
      var where = malformed.getLocation();
      throw new ProblemException(
          ErrorCode.INVALID_JSON,
          where == null
              ? "The body is not valid JSON."
              : "The body is not valid JSON (line %d, column %d)."
                  .formatted(where.getLineNr(), where.getColumnNr()));
    } catch (IOException brokenOff) {
      throw new ProblemException(
          ErrorCode.INCOMPLETE_BODY, "The body broke off or took too long to come.");
    }
  }

  private <T> List<T> items(JsonParser parser, Function<JsonNode, T> answer) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new ProblemException(ErrorCode.INVALID_JSON, "The body is empty.");
    }
    if (first != JsonToken.START_ARRAY) {
      throw new ProblemException(ErrorCode.WRONG_TYPE, "The body is an array of items.");
    }
    List<T> answers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (answers.size() == limits.maxItems()) {
        throw new ProblemException(
            ErrorCode.TOO_MANY_ITEMS, "At most " + limits.maxItems() + " items a request.");
      }
      answers.add(answer.apply(JSON.readTree(parser)));
    }
    if (parser.nextToken() != null) {
      throw new ProblemException(ErrorCode.INVALID_JSON, "Something follows the array.");
    }
    return answers;
  }
}
