package org.heard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each benchmark runs, for a moment: its figures mean nothing here, its counts must be exact. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class BenchIT {
  private static final Path ROOT = Path.of(System.getProperty("heard.root"));

  @Test
  void intakeFindsEveryAcknowledgedSubmissionInInsights() throws Exception {
    String out = bench("intake", "--seconds", "1");
    assertThat(out)
        .containsPattern("\\| intake, 64 connections +\\| [0-9]")
        .containsPattern("bare JDBC, [0-9]+ threads")
        .containsPattern("acknowledged = counted in insights .* met ")
        .doesNotContain("NOT acknowledged");
  }

  @Test
  void batchFindsEveryAcknowledgedLineInInsights() throws Exception {
    assertThat(bench("batch", "--lines", "500"))
        .containsPattern("\\| batch, 500 lines, 4 at a time +\\| [0-9]")
        .containsPattern("COPY: [0-9]")
        .containsPattern("acknowledged = counted in insights .* 1,125 .* met ");
  }

  @Test
  void analyticsAppliesEveryEventOnceAndReadsRollupsOnly() throws Exception {
    assertThat(
            bench(
                "analytics",
                "--events",
                "300",
                "--comments",
                "2000",
                "--wards",
                "10",
                "--queries",
                "20"))
        .containsPattern(
            "events applied, two consumers +\\| [1-9][0-9,]*/s.* INSERT ... SELECT unnest: ")
        .containsPattern("rollup rows written a submission +\\| [0-9]")
        .containsPattern("storage a comment, with its indexes +\\| [0-9]")
        .containsPattern("acknowledged = applied .* 1,200 .* met ")
        .containsPattern("events of the second consumer +\\| [0-9]+ of 300")
        .containsPattern("inside insight query, 2,000 comments, 10 wards +\\| p50 [0-9]")
        .containsPattern("rollup rows read a query \\(and of comments\\) +\\| [1-9][0-9]* \\(0\\)");
  }

  @Test
  void tagComparesWithTheBareRecipe() throws Exception {
    assertThat(bench("tag", "--seconds", "1")).containsPattern("TF-IDF \\+ linear, .* bytes");
  }

  @Test
  void redactionComparesWithAPlainPatternAndSealingWithTheCipher() throws Exception {
    assertThat(bench("redaction", "--seconds", "1"))
        .containsPattern("redaction, long, with a digit .* bytes a comment .* one plain pattern: ")
        .containsPattern("sealing, all .* AES-256-GCM in pieces of 1 MB: [0-9,]+/s")
        .containsPattern("on the way of a submission .* us: language .*, sealing [0-9.]+ ");
  }

  @Test
  void tellsAWrongNameApart() throws Exception {
    Process bench = start("no-such-benchmark");
    bench.getInputStream().readAllBytes();
    assertThat(bench.waitFor()).isEqualTo(2);
  }

  private static String bench(String... arguments) throws IOException, InterruptedException {
    Process bench = start(arguments);
    String out = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bench.waitFor()).as(out).isZero();
    return out;
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("deploy/bench").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }
}
