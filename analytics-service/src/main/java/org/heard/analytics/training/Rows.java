package org.heard.analytics.training;

import java.util.Arrays;
import java.util.List;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.LinearModel;

/**
 * Examples as rows of a model's weights: the keys it knows, the bias last.
 *
 * @param offsets for each example, where the row of each of its keys begins among the weights
 * @param values as many as offsets
 */
record Rows(int[][] offsets, float[][] values) {

  static Rows of(List<FeatureVector> vectors, LinearModel model) {
    Rows rows = new Rows(new int[vectors.size()][], new float[vectors.size()][]);
    for (int i = 0; i < rows.size(); i++) {
      rows.place(i, vectors.get(i), model);
    }
    return rows;
  }

  private void place(int example, FeatureVector vector, LinearModel model) {
    int size = vector.keys().length;
    int[] places = new int[size + 1];
    float[] found = new float[size + 1];
    int count = 0;
    for (int i = 0; i < size; i++) {
      int row = model.row(vector.keys()[i]);
      if (row >= 0) {
        places[count] = row * model.labels();
        found[count++] = vector.values()[i];
      }
    }
    places[count] = model.keys().length * model.labels();
    found[count++] = 1;
    offsets[example] = Arrays.copyOf(places, count);
    values[example] = Arrays.copyOf(found, count);
  }

  /** How many examples there are. */
  int size() {
    return offsets.length;
  }
}
