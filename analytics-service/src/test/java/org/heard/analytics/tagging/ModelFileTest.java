package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private static Model model() {
    LinearModel whole = new LinearModel(2, new int[] {-7, 3}, new float[] {1, -2, 0.5f, 0, 0, 4});
    LinearModel plain = new LinearModel(1, new int[] {5}, new float[] {3, 0});
    LinearModel part = new LinearModel(1, new int[] {9}, new float[] {0.25f, 0});
    return new Model(
        "unsaved",
        List.of("a", "qdc:b"),
        List.of("u"),
        new LinearModels(whole, plain, part),
        new double[][] {{1, 2}, {3}},
        new double[] {0.4, 0.5});
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(model(), out);
    return out.toByteArray();
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Model read = ModelFile.read(new ByteArrayInputStream(written()));

    assertThat(read.labels()).containsExactly("a", "qdc:b");
    assertThat(read.thresholds()).containsExactly(0.4, 0.5);
    assertThat(read.weights()[0]).containsExactly(1, 2);
    assertThat(read.linear().whole().keys()).containsExactly(-7, 3);
    assertThat(read.linear().whole().weights()[0]).isEqualTo(1);
    assertThat(read.linear().whole().weights()[5]).isEqualTo(4);
    assertThat(read.linear().whole().row(3)).isEqualTo(1);
    assertThat(read.linear().whole().row(4)).isEqualTo(-1);
    assertThat(read.linear().plain().keys()).containsExactly(5);
    assertThat(read.linear().plain().weights()).containsExactly(3, 0);
    assertThat(read.linear().part().keys()).containsExactly(9);
    assertThat(read.version()).startsWith("heard-").hasSize(18);
  }

  @Test
  void theSameModelIsTheSameBytesAndTheSameVersion() throws IOException {
    assertThat(written()).isEqualTo(written());
    assertThat(ModelFile.write(model(), new ByteArrayOutputStream()).version())
        .isEqualTo(ModelFile.read(new ByteArrayInputStream(written())).version());
  }

  @Test
  void whatIsNoModelIsRefusedWithAReason(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no model");
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(written(), 60));
    Path other = folder.resolve("other");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(other))) {
      gzip.write("something else".getBytes(StandardCharsets.UTF_8));
    }

    Path earlier = folder.resolve("earlier");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(earlier))) {
      gzip.write(new byte[] {'H', 'E', 'A', 'R', 0, 0, 0, 1});
    }

    assertThatThrownBy(() -> Model.read(earlier))
        .hasMessageContaining(earlier + ": its format is 1, this version reads 2");
    assertThatThrownBy(() -> Model.read(text)).hasMessageContaining(text + ": Not in GZIP");
    assertThatThrownBy(() -> Model.read(cut)).hasMessageContaining("ends too soon");
    assertThatThrownBy(() -> Model.read(other)).hasMessageContaining("it is no model of Heard");
    assertThatThrownBy(() -> Model.read(folder.resolve("absent"))).hasMessageContaining("absent");
  }

  @Test
  void whatDoesNotFitThisVersionIsRefusedAtTheStart(@TempDir Path folder) throws IOException {
    Path toy = Files.write(folder.resolve("toy"), written());
    Model shipped = Model.shipped();
    double[][] weights = shipped.weights().clone();
    weights[3] = Arrays.copyOf(weights[3], weights[3].length - 1);
    Path narrow = folder.resolve("narrow");
    Path whole = folder.resolve("whole");
    try (var out = Files.newOutputStream(narrow);
        var sound = Files.newOutputStream(whole)) {
      ModelFile.write(
          new Model(
              "unsaved",
              shipped.labels(),
              shipped.unitLabels(),
              shipped.linear(),
              weights,
              shipped.thresholds()),
          out);
      ModelFile.write(shipped, sound);
    }

    assertThatThrownBy(() -> Model.read(toy)).hasMessageContaining("labels are not those");
    assertThatThrownBy(() -> Model.read(narrow))
        .hasMessageContaining("weighs other things for " + shipped.labels().get(3));
    assertThat(Model.read(whole).version()).isEqualTo(shipped.version());
  }

  @Test
  void theShippedModelIsSmallAndHoldsNoWordOfALongerText() throws IOException {
    byte[] shipped;
    try (var in = Model.class.getResourceAsStream("/tagging/model.bin")) {
      shipped = in.readAllBytes();
    }
    Model model = ModelFile.read(new ByteArrayInputStream(shipped));

    assertThat(shipped.length).isLessThan(15 * 1024 * 1024);
    assertThat(model.labels()).containsAll(Labels.tags());
    assertThat(model.labels()).allMatch(label -> label.length() < 80);
  }
}
