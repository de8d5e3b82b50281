package org.heard.analytics.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;

/** Reads labelled comments, one JSON object a line; the README describes the fields. */
final class LabelledFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledFile() {}

  /** All comments in the order of the file; says which line is broken. */
  static List<LabelledComment> read(Path file) throws IOException {
    List<LabelledComment> comments = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          comments.add(comment(JSON.readTree(line)));
        } catch (IOException | IllegalArgumentException broken) {
          // the place only: the message of a parser may quote a comment
          throw new IOException(file + ", line " + number + " is no labelled comment");
        }
      }
    }
    return comments;
  }

  private static LabelledComment comment(JsonNode node) {
    CommentText text =
        new CommentText(
            Question.of(node.path("question").textValue()).orElse(null),
            number(node, "rating"),
            required(node, "text"));
    return new LabelledComment(
        required(node, "id"),
        node.path("source").asText("own"),
        text,
        node.hasNonNull("annotation") ? annotation(node.get("annotation")) : null,
        node.hasNonNull("qdc") ? texts(node.get("qdc")) : null,
        number(node, "sentiment"),
        number(node, "criticality"));
  }

  private static String required(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException(field);
    }
    return node.get(field).textValue();
  }

  private static Integer number(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).intValue() : null;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static LabelledComment.Annotation annotation(JsonNode node) {
    return new LabelledComment.Annotation(
        spans(node.get("tags")),
        spans(node.get("practical")),
        node.hasNonNull("general") ? texts(node.get("general")) : null,
        node.path("severity").textValue(),
        node.path("alert").textValue());
  }

  private static List<LabelledComment.Span> spans(JsonNode tags) {
    if (tags == null || tags.isNull()) {
      return null;
    }
    List<LabelledComment.Span> spans = new ArrayList<>();
    tags.forEach(tag -> spans.add(span(tag)));
    return spans;
  }

  private static LabelledComment.Span span(JsonNode tag) {
    JsonNode evidence = tag.path("evidence");
    String label = required(tag, "theme") + ":" + required(tag, "polarity");
    Boolean specific =
        tag.hasNonNull("specificity") ? tag.get("specificity").asText().equals("specific") : null;
    return new LabelledComment.Span(
        label, specific, evidence.path("start").asInt(), evidence.path("end").asInt());
  }
}
