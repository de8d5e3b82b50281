package org.heard.suite.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heard.suite.RunningSuite;
import org.heard.suite.broken.Trial.Stage;
import org.heard.suite.checker.Violation;
import org.heard.suite.proxy.TcpProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A checker that finds nothing proves nothing until it has found something: each mistake is made in
 * a copy of the packaged service, and must be named; the same stories without one must stay green.
 */
class NegativeControlsIT {
  private static final String SOUND = "W01";
  private static final String WARDS = "W01,W02,W03,W04,W05,W06,W07,W08,W09,W10,W11,W12";
  private static final int POSTGRES = 4;

  @TempDir static Path folder;
  private static Workshop workshop;
  private static int ports;
  private static TcpProxy database;

  @BeforeAll
  static void prepare() throws IOException {
    workshop = new Workshop(folder.resolve("root"));
    ports = RunningSuite.freePortBase();
    database = new TcpProxy(ports + POSTGRES);
    Path services = Files.createDirectories(folder.resolve("data/services"));
    Files.write(
        services.resolve("analytics.env"),
        List.of(
            "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:%d/analytics"
                .formatted(database.port()),
            // The shortest that a broker allows: trials wait for a dead consumer's partitions.
            "HEARD_INGEST_SESSION_TIMEOUT=6s"));
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void withoutAMistakeEveryStoryEndsWell() throws Exception {
    try (RunningSuite suite = start();
        Trial trial = new Trial(stage(suite), SOUND, folder.resolve("sound.ledger"))) {
      for (Control control : Mistakes.ALL) {
        control.story().tell(trial);
        assertThat(trial.judge()).as(control.name()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("controls")
  void everyMistakeIsNamed(Control control) throws Exception {
    Path build = TestBuild.with(control.mistakes(), folder.resolve(control.name()));
    workshop.use(control.service(), build);
    String ward = "W%02d".formatted(Mistakes.ALL.indexOf(control) + 2);
    try (RunningSuite suite = start();
        Trial trial = new Trial(stage(suite), ward, folder.resolve(control + ".ledger"))) {
      control.story().tell(trial);
      List<Violation> violations = trial.judge();
      System.out.printf(
          "%s: %d violations, the first: %s%n",
          control, violations.size(), violations.stream().findFirst().orElse(null));
      assertThat(violations).extracting(Violation::invariant).contains(control.violated());
    } finally {
      workshop.use(control.service(), Workshop.packaged(control.service()));
    }
  }

  private static List<Control> controls() {
    return Mistakes.ALL;
  }

  private static RunningSuite start() {
    return RunningSuite.start(folder.resolve("data"), ports, workshop);
  }

  private static Stage stage(RunningSuite suite) {
    return new Stage(
        suite,
        database,
        suite.device("importer", SOUND, "--importer"),
        suite.token("ward-leader", "--units", WARDS),
        suite.token("admin"));
  }
}
