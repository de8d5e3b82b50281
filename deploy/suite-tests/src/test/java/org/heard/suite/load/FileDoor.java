package org.heard.suite.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/**
 * A file a request, now CSV, now JSON lines; the same submissions are the same file. One answer for
 * all of it: without it the whole file is unknown, however much of it is stored.
 */
final class FileDoor extends Door {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAPPING =
      "&map=id%3Dref&map=ward%3Dward&map=rating%3Dscore&map=authoredAt%3Dwhen&map=good%3Dfirst"
          + "&map=improve%3Dsecond";

  private final String key;

  FileDoor(int port, String key) {
    super(port);
    this.key = key;
  }

  @Override
  List<Entry> send(List<Sent> submissions) throws InterruptedException {
    try {
      HttpResponse<String> answer = client.send(request(submissions), BodyHandlers.ofString());
      requireNoWords(answer.body(), submissions);
      if (answer.statusCode() == 200) {
        return entries(RunningSuite.parse(answer.body()), submissions);
      }
      return all(refused(answer), submissions);
    } catch (IOException broken) {
      return all(Entry.Kind.UNKNOWN, submissions);
    }
  }

  private HttpRequest request(List<Sent> submissions) {
    boolean csv = isCsv(submissions);
    String file = csv ? csv(submissions) : jsonLines(submissions);
    String path = "/v1/feedback/batch?name=" + submissions.get(0).id() + MAPPING;
    return HttpRequest.newBuilder(
            request(path, csv ? "text/csv" : "application/jsonl", key, file), (name, value) -> true)
        .header("Content-Digest", "sha-256=:" + digest(file) + ":")
        .build();
  }

  private static boolean isCsv(List<Sent> submissions) {
    return submissions.get(0).id().getLeastSignificantBits() % 2 == 0;
  }

  /**
   * What a part of the file that did not arrive, or a later turn of it, is answered says nothing.
   */
  private static Entry.Kind refused(HttpResponse<String> answer) {
    String code = RunningSuite.parse(answer.body()).path("code").asText();
    return List.of("INCOMPLETE_BODY", "IMPORT_TAKEN_OVER").contains(code)
        ? Entry.Kind.UNKNOWN
        : kind(answer.statusCode());
  }

  /** Which records were stored before is not told, only how many. */
  private static List<Entry> entries(JsonNode done, List<Sent> submissions) {
    Map<Integer, Entry.Kind> wrong = new HashMap<>();
    int before = isCsv(submissions) ? 2 : 1;
    for (JsonNode problem : done.path("problems")) {
      boolean ours = problem.path("code").asText().equals("INTERNAL");
      wrong.put(problem.path("line").asInt() - before, ours ? Entry.Kind.UNKNOWN : Entry.Kind.FAIL);
    }
    boolean allNew = done.path("accepted").asInt() == submissions.size();
    Entry.Kind taken = allNew ? Entry.Kind.CREATED : Entry.Kind.REPEATED;
    return java.util.stream.IntStream.range(0, submissions.size())
        .mapToObj(i -> Entry.of(wrong.getOrDefault(i, taken), submissions.get(i), ""))
        .toList();
  }

  private static List<Entry> all(Entry.Kind kind, List<Sent> submissions) {
    return submissions.stream().map(sent -> Entry.of(kind, sent, "")).toList();
  }

  private static String csv(List<Sent> submissions) {
    return submissions.stream()
        .map(
            sent ->
                "%s,%s,%d,%s,\"%s\",\"%s\""
                    .formatted(
                        sent.id(),
                        sent.wardId(),
                        sent.rating(),
                        sent.authoredAt(),
                        sent.texts().get(0),
                        second(sent)))
        .collect(Collectors.joining("\r\n", "ref,ward,score,when,first,second\r\n", "\r\n"));
  }

  private static String jsonLines(List<Sent> submissions) {
    return submissions.stream()
        .map(
            sent ->
                JSON.createObjectNode()
                        .put("ref", sent.id().toString())
                        .put("ward", sent.wardId())
                        .put("score", sent.rating())
                        .put("when", sent.authoredAt().toString())
                        .put("first", sent.texts().get(0))
                        .put("second", second(sent))
                    + "\n")
        .collect(Collectors.joining());
  }

  private static String second(Sent sent) {
    return sent.texts().size() > 1 ? sent.texts().get(1) : "";
  }

  private static String digest(String file) {
    try {
      byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
