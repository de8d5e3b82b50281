package org.heard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.heard.local.identity.LocalIdentity;
import org.heard.local.run.RunFile;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {

  @TempDir Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void useThisRoot() {
    System.setProperty("heard.root", root.toString());
  }

  @AfterEach
  void forgetIt() {
    System.clearProperty("heard.root");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up --no-keycloak --port-base 80              | 2 | --port-base",
        "up --no-keycloak --port-base 65530           | 2 | --port-base",
        "token                                        | 2 | ROLE",
        "token boss                                   | 2 | Unknown role 'boss'",
        "token ward-leader                            | 2 | --units",
        "token ward-leader --units=                   | 2 | --units",
        "token alert-handler --lanes pals,other       | 2 | Unknown lane 'other'",
        "token admin                                  | 1 | No suite is ready on port base 8080",
        "token admin --port-base 9090                 | 1 | No suite is ready on port base 9090",
        "device kiosk                                 | 2 | --ward",
        "device kiosk --ward W01                      | 1 | No suite is ready",
        "erase                                        | 2 | ID",
        "erase x --receipt y                          | 2 | mutually exclusive",
        "erase --receipt y                            | 1 | No suite is ready",
        "load                                         | 2 | FILE",
        "load f.csv                                   | 2 | --map",
        "load f.csv --map text=t,text=u --ward W01    | 2 | stands twice",
        "load f.csv --map text=t,colour=c --ward W01  | 2 | 'colour' is not a field",
        "load f.csv --map text --ward W01             | 2 | not FIELD=COLUMN",
        "load f.csv --map text=t                      | 2 | Say which ward",
        "load f.csv --map text=t --ward W01           | 2 | Cannot read the file",
        "load f.csv --map text=t --ward W01 --limit 0 | 2 | --limit",
      })
  void saysWhatIsWrongOnStandardError(String line, int exit, String message) {
    assertThat(execute(line)).isEqualTo(exit);
    assertThat(err.toString()).contains(message).doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void printsTheTokenAndNothingElse() throws Exception {
    writeRunFile();
    assertThat(execute("token ward-leader --units W01,W02")).isZero();
    assertThat(err.toString()).isEmpty();
    JwtClaims claims = claims(out.toString().stripTrailing());
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("ward-leader");
    assertThat(claims.getStringListClaimValue("units")).containsExactly("W01", "W02");
    assertThat(claims.getStringListClaimValue("organisations")).containsExactly("O01");
    assertThat(claims.getStringListClaimValue("lanes")).isEmpty();
  }

  @Test
  void givesAnAlertHandlerAllLanesUnlessSomeAreNamed() throws Exception {
    writeRunFile();
    assertThat(execute("token alert-handler")).isZero();
    assertThat(claims(out.toString().stripTrailing()).getStringListClaimValue("lanes"))
        .containsExactly(
            "mental-health",
            "safeguarding",
            "patient-safety",
            "equality",
            "pals",
            "speak-up",
            "security");
    out.getBuffer().setLength(0);
    assertThat(execute("token alert-handler --lanes pals,security --organisation O02")).isZero();
    JwtClaims claims = claims(out.toString().stripTrailing());
    assertThat(claims.getStringListClaimValue("lanes")).containsExactly("pals", "security");
    assertThat(claims.getStringListClaimValue("organisations")).containsExactly("O02");
  }

  private void writeRunFile() throws Exception {
    Path identity = root.resolve("identity");
    new LocalIdentity(identity).create();
    String nowhere = "http://127.0.0.1:1";
    new RunFile(
            8080,
            "local",
            nowhere,
            nowhere,
            nowhere,
            "",
            "",
            null,
            identity.toString(),
            root.toString(),
            ProcessHandle.current().pid())
        .write();
  }

  private int execute(String line) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(List.of(line.strip().split(" +", -1)).toArray(String[]::new));
  }

  private static JwtClaims claims(String token) throws Exception {
    return new JwtConsumerBuilder()
        .setSkipSignatureVerification()
        .setSkipAllValidators()
        .build()
        .processToClaims(token);
  }
}
