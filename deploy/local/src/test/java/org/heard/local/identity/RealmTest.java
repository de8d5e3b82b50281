package org.heard.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The realm as it lies in the repository. */
class RealmTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

  @TempDir Path folder;

  private final String json = Realm.ofLocalSuite(ROOT);

  @Test
  void theRepositoryHoldsNamesOfSecretsAndEachInstallationHasItsOwn() throws Exception {
    KeycloakSecrets secrets = new KeycloakSecrets(folder.resolve("one"));
    secrets.create();
    Set<String> named = new HashSet<>();
    PLACEHOLDER.matcher(json).results().forEach(found -> named.add(found.group(1)));
    assertThat(named).isEqualTo(secrets.byName().keySet());
    JsonNode realm = new ObjectMapper().readTree(json);
    for (String field : List.of("secret", "value")) {
      assertThat(realm.findValuesAsText(field)).allMatch(PLACEHOLDER.asMatchPredicate());
    }
    assertThat(secrets.byName().values()).doesNotHaveDuplicates();
    assertThat(secrets.admin()).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(secrets.ofClient("gateway"))))
        .isEqualTo("rw-------");
    String before = secrets.demo();
    secrets.create();
    assertThat(secrets.demo()).isEqualTo(before);
  }

  @Test
  void onlyALocalSuiteTakesPasswordsForTokens() throws Exception {
    String elsewhere =
        Files.readString(ROOT.resolve("deploy").resolve("keycloak").resolve("heard-realm.json"));
    assertThat(new ObjectMapper().readTree(elsewhere).findValuesAsText("directAccessGrantsEnabled"))
        .isNotEmpty()
        .containsOnly("false");
    assertThat(json).contains("\"" + Realm.TOOLS + "\"");
    assertThat(elsewhere).doesNotContain(Realm.TOOLS, "credentials");
    assertThat(Realm.demoUsers(ROOT)).contains("ash-ward-leader");
  }

  @Test
  void theSameReachIsTheSameUser() {
    Bearer ash = new Bearer(Role.WARD_LEADER, List.of("O01"), List.of("W01"), List.of());
    Bearer both = new Bearer(Role.WARD_LEADER, List.of("O01"), List.of("W01", "W02"), List.of());
    assertThat(KeycloakIdentity.name(ash))
        .matches("token-ward-leader-[0-9a-f]{12}")
        .isEqualTo(KeycloakIdentity.name(ash))
        .isNotEqualTo(KeycloakIdentity.name(both));
  }
}
