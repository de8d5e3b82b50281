package org.heard.analytics.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heard.analytics.tagging.Model;

/** The card that goes with a model file. */
final class ModelCard {

  private ModelCard() {}

  /** {@code scores} are those of models that had not seen the comments. */
  static String of(Model model, List<Example> examples, List<String> scores) throws IOException {
    Map<String, Integer> sources = new TreeMap<>();
    for (Example example : examples) {
      sources.merge(example.labelled().source(), 1, Integer::sum);
    }
    return template()
        .replace("{version}", model.version())
        .replace("{comments}", Integer.toString(examples.size()))
        .replace("{annotated}", Long.toString(annotated(examples)))
        .replace("{sources}", sources.toString().replaceAll("[{}]", ""))
        .replace("{scores}", String.join("\n", scores));
  }

  private static long annotated(List<Example> examples) {
    return examples.stream().filter(example -> example.labelled().annotation() != null).count();
  }

  private static String template() throws IOException {
    try (InputStream in = ModelCard.class.getResourceAsStream("/training/model-card.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
