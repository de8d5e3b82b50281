package org.heard.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.Startup;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.ModelFile;
import org.heard.analytics.tagging.QdcLabel;
import org.heard.analytics.tagging.Tagger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heard.model.path}: which model tags, and what is said of one that cannot be read. */
class WiringTest {

  private static final CommentText COMMENT =
      new CommentText(null, 1, "The nurses were very kind and helped us.");

  @TempDir private Path folder;

  @Test
  void theShippedModelTagsWhereNoOtherIsNamed() {
    Tagger tagger = tagger(Map.of());

    assertThat(tagger.modelVersion()).startsWith(Model.shipped().version() + ".");
    assertThat(tagger.tag(COMMENT).qdc()).isNotEmpty();
  }

  @Test
  void anotherModelTagsWhereItIsNamed() throws IOException {
    Path file = folder.resolve("own.bin");
    Model own = written(speechless(Model.shipped()), file);
    Tagger tagger = tagger(Map.of("heard.model.path", file.toString()));

    assertThat(tagger.modelVersion())
        .startsWith(own.version() + ".")
        .doesNotStartWith(Model.shipped().version());
    assertThat(tagger.tag(COMMENT).qdc()).extracting(QdcLabel::label).isEmpty();
  }

  @Test
  void oneThatCannotBeReadIsNamedWithTheReason() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.bin"), "no model");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tagger(Map.of("heard.model.path", broken.toString())))
        .withMessageContaining(broken + ": Not in GZIP format");

    Path none = folder.resolve("none.bin");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tagger(Map.of("heard.model.path", none.toString())))
        .withMessageContaining(none.toString());
  }

  @Test
  void itIsReadAtTheStartAndNotWithTheFirstComment() throws NoSuchMethodException {
    assertThat(Wiring.class.getDeclaredMethod("tagger", ModelConfig.class))
        .satisfies(made -> assertThat(made.isAnnotationPresent(Startup.class)).isTrue());
  }

  /** The same numbers, and no label is ever probable enough to be said. */
  private static Model speechless(Model model) {
    double[] never = new double[model.thresholds().length];
    Arrays.fill(never, 1.1);
    return model.with(never);
  }

  private static Model written(Model model, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      return ModelFile.write(model, out);
    }
  }

  private static Tagger tagger(Map<String, String> settings) {
    ModelConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ModelConfig.class)
            .withSources(new PropertiesConfigSource(settings, "test", 500))
            .build()
            .getConfigMapping(ModelConfig.class);
    return new Wiring().tagger(config);
  }
}
