package org.heard.analytics.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.LinearModel;

/**
 * Fits a linear classifier a label: L2-regularised squared hinge loss by dual coordinate descent
 * (Hsieh et al., ICML 2008, as liblinear's solver 1), for all labels in one walk over the data. The
 * regulariser pulls towards a base model where there is one, else towards 0; where keys have scales
 * ({@link KeyScales}) it pulls less at those with a larger one.
 */
final class DualDescent {

  private static final long SEED = 5;

  /**
   * @param cost of an error against the pull of the regulariser
   * @param rareWeight from 0 to 1: how far errors on a rare label's examples weigh more
   * @param leastDocuments a key of fewer documents is not learnt
   * @param rounds how often all examples are seen
   * @param scaled whether keys have scales, else all count alike
   */
  record Settings(double cost, double rareWeight, int leastDocuments, int rounds, boolean scaled) {}

  private final Settings settings;
  private final List<byte[]> targets;
  private final int labels;
  private final int[] keys;
  private final float[] weights;
  private final Rows rows;

  /** Square of the scale of each weight; null where all keys count alike: nothing to read. */
  private final float[] scales;

  private final float[] squares;
  private final float[] duals;
  private final float[] slack;

  private DualDescent(
      Settings settings,
      List<FeatureVector> vectors,
      List<byte[]> targets,
      LinearModel base,
      boolean scaled) {
    this.settings = settings;
    this.targets = targets;
    labels = base.labels();
    keys = base.keys();
    weights = base.weights().clone();
    rows = Rows.of(vectors, base);
    squares = new float[vectors.size() * labels];
    duals = new float[vectors.size() * labels];
    slack = slack();
    scales = scaled ? KeyScales.learnt(keys.length, labels, rows, targets) : null;
  }

  /** Without a label, as where no file has one of QDC, a model without keys. */
  static LinearModel fit(
      Settings settings, List<FeatureVector> vectors, List<byte[]> targets, int labels) {
    if (labels == 0) {
      return new LinearModel(0, new int[0], new float[0]);
    }
    int[] keys = frequent(vectors, settings.leastDocuments());
    LinearModel nothing = new LinearModel(labels, keys, new float[(keys.length + 1) * labels]);
    return new DualDescent(settings, vectors, targets, nothing, settings.scaled()).fit();
  }

  /** Goes on from a base model: its keys stay the only ones, and all count alike. */
  static LinearModel fit(
      Settings settings, List<FeatureVector> vectors, List<byte[]> targets, LinearModel base) {
    return new DualDescent(settings, vectors, targets, base, false).fit();
  }

  /** The keys that stand in enough vectors, ascending. */
  private static int[] frequent(List<FeatureVector> vectors, int least) {
    int[] all =
        vectors.stream().flatMapToInt(vector -> Arrays.stream(vector.keys()).distinct()).toArray();
    Arrays.sort(all);
    int[] kept = new int[all.length];
    int count = 0;
    for (int from = 0, to = 0; from < all.length; from = to) {
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      if (to - from >= least) {
        kept[count++] = all[from];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private LinearModel fit() {
    for (int i = 0; i < rows.size(); i++) {
      measure(i);
    }
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(SEED);
    for (int round = 0; round < settings.rounds(); round++) {
      shuffle(order, random);
      for (int example : order) {
        step(example);
      }
    }
    return new LinearModel(labels, keys, weights);
  }

  private float scale(int place) {
    return scales == null ? 1 : scales[place];
  }

  /** The square of the example's length, as each label sees it. */
  private void measure(int example) {
    for (int i = 0; i < rows.offsets()[example].length; i++) {
      int offset = rows.offsets()[example][i];
      float value = rows.values()[example][i];
      for (int label = 0; label < labels; label++) {
        squares[example * labels + label] += value * value * scale(offset + label);
      }
    }
  }

  /** The diagonal that squared hinge loss adds, for examples that say yes to each label. */
  private float[] slack() {
    float[] slack = new float[labels];
    for (int label = 0; label < labels; label++) {
      double yes = 0;
      double known = 0;
      for (byte[] target : targets) {
        yes += target[label] > 0 ? 1 : 0;
        known += target[label] != 0 ? 1 : 0;
      }
      double odds = yes == 0 ? 1 : Math.max(1, (known - yes) / yes);
      slack[label] =
          (float) (1 / (2 * settings.cost() * StrictMath.pow(odds, settings.rareWeight())));
    }
    return slack;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private void step(int example) {
    float[] margins = margins(example);
    byte[] target = targets.get(example);
    float usual = (float) (1 / (2 * settings.cost()));
    boolean moved = false;
    for (int label = 0; label < labels; label++) {
      float diagonal = target[label] > 0 ? slack[label] : usual;
      float change = target[label] == 0 ? 0 : change(example, label, margins[label], diagonal);
      margins[label] = change * target[label];
      moved |= change != 0;
    }
    if (moved) {
      move(example, margins);
    }
  }

  private float[] margins(int example) {
    float[] margins = new float[labels];
    for (int i = 0; i < rows.offsets()[example].length; i++) {
      int offset = rows.offsets()[example][i];
      float value = rows.values()[example][i];
      for (int label = 0; label < labels; label++) {
        margins[label] += value * weights[offset + label];
      }
    }
    return margins;
  }

  /** The step of one dual variable to its best place, kept from falling below 0. */
  private float change(int example, int label, float margin, float diagonal) {
    int place = example * labels + label;
    float dual = duals[place];
    float gradient = targets.get(example)[label] * margin - 1 + diagonal * dual;
    duals[place] = Math.max(0, dual - gradient / (squares[place] + diagonal));
    return duals[place] - dual;
  }

  private void move(int example, float[] changes) {
    for (int i = 0; i < rows.offsets()[example].length; i++) {
      int offset = rows.offsets()[example][i];
      float value = rows.values()[example][i];
      for (int label = 0; label < labels; label++) {
        weights[offset + label] += value * scale(offset + label) * changes[label];
      }
    }
  }
}
