package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Problem;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSpoolTest {
  private static final ObjectWriter JSON = new ObjectMapper().writerFor(LineResult.class);
  private static final LineResult RESULT =
      LineResult.rejected(1, UUID.randomUUID(), Problem.of(ErrorCode.INVALID_JSON, "No JSON."));

  @TempDir Path folder;

  @Test
  void movesWholeResultsToTheClient() throws IOException {
    ResultSpool spool = ResultSpool.create(folder, JSON);
    spool.add(RESULT);
    spool.add(RESULT);
    assertThat(spool.endEarly()).isTrue();
    ByteArrayOutputStream client = new ByteArrayOutputStream();
    spool.moveTo(client);
    assertThat(client.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    assertThatThrownBy(() -> spool.moveTo(client)).as("gone").isInstanceOf(IOException.class);
  }

  /** Whenever this process ends, and however. */
  @Test
  void leavesNoFileBehind() throws IOException {
    ResultSpool spool = ResultSpool.create(folder, JSON);
    spool.add(RESULT);
    spool.end();
    assertThat(folder).isEmptyDirectory();
    ByteArrayOutputStream client = new ByteArrayOutputStream();
    spool.moveTo(client);
    assertThat(client.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void whereThereIsNoRoomForAFileItIsToldAlike() {
    assertThatThrownBy(() -> ResultSpool.create(folder.resolve("missing"), JSON))
        .isInstanceOfSatisfying(
            ProblemException.class,
            full -> assertThat(full.problem().code()).isEqualTo(ErrorCode.UNAVAILABLE));
  }

  @Test
  void hasNothingToTellBeforeTheFirstResult() throws IOException {
    ResultSpool spool = ResultSpool.create(folder, JSON);
    assertThat(spool.endEarly()).isFalse();
    spool.delete();
  }

  @Test
  void aFullDiskIsToldAndNothingHalfIs() throws IOException {
    ResultSpool spool = spool(new FullDisk());
    assertThatThrownBy(() -> spool.add(RESULT))
        .isInstanceOfSatisfying(
            ProblemException.class,
            full -> assertThat(full.problem().code()).isEqualTo(ErrorCode.UNAVAILABLE));
    assertThat(spool.endEarly()).isFalse();
  }

  @Test
  void aDiskThatIsFoundFullAtTheEndIsToldAlike() throws IOException {
    ResultSpool spool = spool(new BufferedOutputStream(new FullDisk()));
    spool.add(RESULT);
    assertThatThrownBy(spool::end).isInstanceOf(ProblemException.class);
    assertThat(spool.endEarly()).isFalse();
  }

  private ResultSpool spool(OutputStream out) {
    return new ResultSpool(null, out, JSON);
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
