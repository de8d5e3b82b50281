package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Services share no classes, so how a token is verified, or a database migrated, stands in each. A
 * mend that reaches only one copy would be worse than none.
 */
class CopiesTest {
  private static final Path ROOT = Path.of("..", "..");

  @ParameterizedTest
  @CsvSource({
    "main, access/KeyFetch, analytics",
    "main, access/KeyFetch, gateway",
    "main, access/LocalKeys, analytics",
    "main, access/LocalKeys, gateway",
    "main, access/ProviderKeys, analytics",
    "main, access/ProviderKeys, gateway",
    "main, access/IdentitySettings, analytics",
    "main, access/Speakers, analytics",
    "main, access/TokenVerifier, analytics",
    "test, access/JwksServer, analytics",
    "test, access/JwksServer, gateway",
    "test, access/ProviderKey, analytics",
    "test, access/ProviderKey, gateway",
    "test, access/TokenVerifierTest, analytics",
    "main, Migrations, analytics",
    "test, MigrationsTest, analytics"
  })
  void areTheSameButForTheirPackage(String kind, String name, String service) throws IOException {
    assertThat(source("analytics-service", "analytics", kind, name)).contains("package here");
    assertThat(source(folder(service), service, kind, name))
        .isEqualTo(source("feedback-service", "feedback", kind, name));
  }

  /** What redaction puts in the place of an identifier is no word for the tagger; names are. */
  @Test
  void identifiersAreKnownToTheTagger() throws IOException {
    Set<String> written =
        found(
            source("feedback-service", "feedback", "main", "redaction/IdentifierKind"),
            "^ +([A-Z_]+)[,;]");
    written.removeAll(Set.of("STAFF", "PERSON"));
    assertThat(
            found(
                source("analytics-service", "analytics", "main", "tagging/Normaliser"),
                "\"\\[([A-Z-]+)]\""))
        .isEqualTo(
            written.stream().map(name -> name.replace('_', '-')).collect(Collectors.toSet()));
  }

  private static Set<String> found(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String folder(String service) {
    return service.equals("gateway") ? service : service + "-service";
  }

  private static String source(String folder, String service, String kind, String name)
      throws IOException {
    Path file =
        ROOT.resolve(folder)
            .resolve("src/" + kind + "/java/org/heard/" + service + "/" + name + ".java");
    return Files.readString(file).replace("org.heard." + service, "here");
  }
}
