package org.heard.feedback.junk;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.heard.feedback.problem.ErrorCode;

/** The codes that the OpenAPI document declares for a door, each under the status it goes with. */
final class Declared {
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b");
  private static final Map<Door, Set<ErrorCode>> KNOWN = new EnumMap<>(Door.class);

  private Declared() {}

  static synchronized Set<ErrorCode> of(Door door) {
    return KNOWN.computeIfAbsent(door, Declared::read);
  }

  private static Set<ErrorCode> read(Door door) {
    JsonNode paths = Kept.parse(given().get("/q/openapi?format=json").asString()).path("paths");
    JsonNode operation =
        paths.properties().stream()
            .filter(path -> matches(path.getKey(), door.path()))
            .min(Comparator.comparing(path -> path.getKey().chars().filter(c -> c == '{').count()))
            .orElseThrow(() -> new AssertionError("not described: " + door))
            .getValue()
            .path(door.method().toLowerCase(Locale.ROOT));
    Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
    for (var answer : operation.path("responses").properties()) {
      CODE.matcher(answer.getValue().path("description").asText())
          .results()
          .map(MatchResult::group)
          .forEach(
              name -> {
                for (ErrorCode code : ErrorCode.values()) {
                  if (code.name().equals(name)
                      && String.valueOf(code.status()).equals(answer.getKey())) {
                    codes.add(code);
                  }
                }
              });
    }
    return codes;
  }

  /** A template's names stand for a part of the path each, as do a door's. */
  private static boolean matches(String template, String path) {
    String part = "[^/]+";
    return path.replaceAll("\\{[^}]+}", "x").matches(template.replaceAll("\\{[^}]+}", part));
  }
}
