package org.heard.analytics.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a model says about one comment: probabilities and the unit that shows each label best. */
public final class Opinion {

  private final Judge judge;
  private final Judgement judgement;
  private final double[] probabilities;

  private Opinion(Judge judge, Judgement judgement, double[] probabilities) {
    this.judge = judge;
    this.judgement = judgement;
    this.probabilities = probabilities;
  }

  /** A model made ready to judge. Immutable. */
  public static final class Judge {

    private final Model model;
    private final Weighing weighing;
    private final Map<String, Integer> places = new HashMap<>();
    private final int specific;
    private final int negative;

    public Judge(Model model) {
      this.model = model;
      weighing = new Weighing(model.labels(), model.unitLabels());
      model.labels().forEach(label -> places.put(label, places.size()));
      specific = model.unitLabels().indexOf(Labels.SPECIFIC);
      negative = model.unitLabels().indexOf(Labels.NEGATIVE);
    }

    List<String> labels() {
      return model.labels();
    }

    /** Judges one comment. */
    public Opinion of(ReadComment comment) {
      Judgement judgement = Judgement.of(CommentReader.views(comment), model.linear());
      double[] probabilities = new double[model.labels().size()];
      for (int label = 0; label < probabilities.length; label++) {
        probabilities[label] =
            Model.probability(weighing.inputs(label, judgement, comment), model.weights()[label]);
      }
      return new Opinion(this, judgement, probabilities);
    }
  }

  /** Probability from 0 to 1; 0 for a label the model does not know. */
  public double probability(String label) {
    Integer place = judge.places.get(label);
    return place == null ? 0 : probabilities[place];
  }

  /** Whether a label is probable enough to be said. */
  public boolean says(String label) {
    Integer place = judge.places.get(label);
    return place != null && probabilities[place] >= judge.model.thresholds()[place];
  }

  /** Whether the model has met this line of the lexicon in its training. */
  boolean knows(ReadComment.Suggestion suggestion) {
    return judge.model.linear().part().row(suggestion.key()) >= 0;
  }

  /** The unit that shows a label of the compassion or practical layer best. */
  int unit(String label) {
    return judgement.clearest(judge.weighing.unitLabel(judge.places.get(label)));
  }

  /** The margin by which a unit speaks of something missing or bad; below 0 it does not. */
  double negative(int unit) {
    return judgement.unit(unit, judge.negative);
  }

  Specificity specificity(int unit) {
    return judgement.unit(unit, judge.specific) > 0 ? Specificity.SPECIFIC : Specificity.GENERIC;
  }
}
