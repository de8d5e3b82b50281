package org.heard.local.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.heard.local.identity.KeycloakSecrets;
import org.heard.local.identity.Realm;
import org.heard.local.run.Ports;
import org.heard.local.run.RunFile;

/** What a person sees when everything is ready. */
final class Welcome {

  static final String WARNING =
      """

      ****************************************************************************
      *  NOT FOR REAL PATIENTS: redaction, alerts and scope are not complete     *
      ****************************************************************************
      """;

  private Welcome() {}

  /** Addresses, logins and an example that works as it is pasted, in bash with curl. */
  static String text(RunFile suite, UUID id, Instant now) {
    String deploy = quoted(RunFile.root().resolve("deploy"));
    String base = suite.portBase() == Ports.DEFAULT_BASE ? "" : " --port-base " + suite.portBase();
    return """

        gateway    %1$s
        feedback   %2$s
        analytics  %3$s
        PostgreSQL %4$s
        Kafka      %5$s
        %11$sdata       %6$s

        Demo logins (each prints a token, valid 8 hours):
          %7$s/token ward-leader --units W01%8$s
          %7$s/token quality-analyst%8$s
          %7$s/token alert-handler%8$s
          %7$s/token information-governance%8$s
          %7$s/token admin%8$s
        %12$s
        Try it: register a kiosk, send one comment, read its tags back. Paste this:

        KEY=$(%7$s/device day-room --ward W01%8$s)
        curl -sS -X POST %2$s/v1/feedback \\
          -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
          -d '{"id": "%9$s", "wardId": "W01", "rating": 1, "channel": "kiosk",
               "authoredAt": "%10$s",
               "answers": [{"question": "why", "text": "The nurse sat down with me and listened."}]}'
        sleep 3
        TOKEN=$(%7$s/token ward-leader --units W01%8$s)
        curl -sS -H "Authorization: Bearer $TOKEN" %1$s/api/v1/wards/W01/comments

        Ctrl-C stops everything.
        """
        .formatted(
            suite.gateway(),
            suite.feedback(),
            suite.analytics(),
            suite.postgres(),
            suite.kafka(),
            suite.data(),
            deploy,
            base,
            id,
            now.truncatedTo(ChronoUnit.SECONDS),
            suite.keycloak() == null ? "" : "Keycloak   " + suite.keycloak() + "\n",
            suite.keycloak() == null ? "" : logins(suite));
  }

  private static String logins(RunFile suite) {
    KeycloakSecrets secrets = new KeycloakSecrets(Path.of(suite.identity()));
    return """
        Keycloak users, all with the password %s:
          %s
        Keycloak's console is %s/admin, user admin; its password is in
          %s
        """
        .formatted(
            secrets.demo(),
            String.join(", ", Realm.demoUsers(RunFile.root())),
            suite.keycloak(),
            secrets.ofClient("admin"));
  }

  // As a shell takes it whole, whatever it holds.
  private static String quoted(Path path) {
    String plain = path.toString();
    return plain.matches("[A-Za-z0-9_./-]+") ? plain : "'" + plain.replace("'", "'\\''") + "'";
  }
}
