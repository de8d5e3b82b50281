package org.heard.analytics.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Tagger;

/** The card that goes with a model file. */
final class ModelCard {

  private ModelCard() {}

  /**
   * @param file what it was trained on
   * @param unseen scores of models that had not seen the comments
   * @param alerts scores on invented texts; none where they were not measured
   */
  static String of(
      Model model, Path file, List<Example> examples, Evaluation unseen, List<String> alerts)
      throws IOException {
    Map<String, Integer> sources = new TreeMap<>();
    for (Example example : examples) {
      sources.merge(example.labelled().source(), 1, Integer::sum);
    }
    return template()
        .replace("{version}", model.version())
        .replace("{tagger}", Tagger.with(model).modelVersion())
        .replace("{file}", file.getFileName().toString())
        .replace("{sha256}", sha256(file))
        .replace("{java}", Runtime.version().toString())
        .replace("{comments}", Integer.toString(examples.size()))
        .replace("{annotated}", Long.toString(annotated(examples)))
        .replace("{sources}", sources.toString().replaceAll("[{}]", ""))
        .replace("{scores}", String.join("\n", Report.tags(unseen.marks)))
        .replace("{others}", String.join("\n", Report.others(unseen)))
        .replace("{missed}", Long.toString(Math.round(unseen.marks.tags.missed(Marks::absent))))
        .replace("{alerts}", alerts.isEmpty() ? "Not measured." : String.join("\n", alerts));
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
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
