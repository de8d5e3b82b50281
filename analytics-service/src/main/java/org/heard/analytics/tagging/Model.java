package org.heard.analytics.tagging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was learnt from labelled comments. Holds hashes and numbers, no words of any comment.
 *
 * @param version changes with every number in it
 * @param labels what is decided about a comment, in the order of the weights
 * @param unitLabels what is decided about a unit
 * @param linear judge comments and units
 * @param weights one row a label, for {@link Weighing#inputs}
 * @param thresholds a label is said from this probability on
 */
public record Model(
    String version,
    List<String> labels,
    List<String> unitLabels,
    LinearModels linear,
    double[][] weights,
    double[] thresholds) {

  /** The model that ships with this version. */
  public static Model shipped() {
    try (InputStream in = Model.class.getResourceAsStream("/tagging/model.bin")) {
      if (in == null) {
        throw new IllegalStateException("the shipped model is missing");
      }
      return ModelFile.read(in);
    } catch (IOException broken) {
      throw new IllegalStateException("the shipped model cannot be read", broken);
    }
  }

  /** Reads a model; says why if it is none. */
  public static Model read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Model model = ModelFile.read(in);
      model.requireFit();
      return model;
    } catch (IOException broken) {
      throw new IllegalArgumentException(
          "no model can be read from " + file + ": " + broken.getMessage(), broken);
    }
  }

  /** A model that was trained for another version's labels or inputs would judge by chance. */
  private void requireFit() throws IOException {
    if (!labels.containsAll(Labels.ofComment(List.of())) || !unitLabels.equals(Labels.ofUnit())) {
      throw new IOException("its labels are not those of this version");
    }
    Weighing weighing = new Weighing(labels, unitLabels);
    for (int label = 0; label < weights.length; label++) {
      if (weights[label].length != weighing.width(label)) {
        throw new IOException("this version weighs other things for " + labels.get(label));
      }
    }
  }

  /** The same with other linear models, not saved yet. */
  public Model with(LinearModels other) {
    return new Model("unsaved", labels, unitLabels, other, weights, thresholds);
  }

  /** The same with other thresholds, not saved yet. */
  public Model with(double[] other) {
    return new Model("unsaved", labels, unitLabels, linear, weights, other);
  }

  /** Probability from 0 to 1 that weighed inputs speak for a label. */
  public static double probability(double[] inputs, double[] weights) {
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      sum += inputs[i] * weights[i];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }
}
