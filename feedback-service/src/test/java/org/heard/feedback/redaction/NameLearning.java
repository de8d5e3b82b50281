package org.heard.feedback.redaction;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns how much each cue counts: logistic regression with an L2 penalty. A cue that stands in one
 * example only says nothing about others and is left out.
 */
final class NameLearning {
  private static final double COST = 1;
  private static final double PRECISION = 0.0001;
  private static final int FEWEST = 2;

  private final List<List<String>> cues = new ArrayList<>();
  private final List<Boolean> answers = new ArrayList<>();

  void add(List<String> of, boolean answer) {
    cues.add(of);
    answers.add(answer);
  }

  static NameLearning ofNames(List<NameExamples.Example> examples) {
    NameLearning learning = new NameLearning();
    for (NameExamples.Example example : examples) {
      Words words = Words.of(example.text());
      NameCues cues = new NameCues(words);
      for (int i = 0; i < words.size(); i++) {
        if (cues.isCandidate(i)) {
          Word word = words.get(i);
          learning.add(cues.of(i), example.at(word.start(), word.end()) != null);
        }
      }
    }
    return learning;
  }

  static NameLearning ofPersons(List<NameExamples.Example> examples) {
    NameLearning learning = new NameLearning();
    for (NameExamples.Example example : examples) {
      Words words = Words.of(example.text());
      NameCues cues = new NameCues(words);
      for (int i = 0; i < words.size(); i++) {
        NameFinder.Name name = example.at(words.get(i).start(), words.get(i).end());
        if (name != null) {
          learning.add(cues.ofRole(i), !name.staff());
        }
      }
    }
    return learning;
  }

  /** The weight of each cue, and of {@link NameWeights#ALWAYS}. */
  Map<String, Double> weights() {
    Map<String, Integer> counts = new TreeMap<>();
    for (List<String> of : cues) {
      new TreeSet<>(of).forEach(cue -> counts.merge(cue, 1, Integer::sum));
    }
    List<String> kept = new ArrayList<>(List.of(NameWeights.ALWAYS));
    counts.forEach(
        (cue, count) -> {
          if (count >= FEWEST) {
            kept.add(cue);
          }
        });
    Map<String, Integer> places = new TreeMap<>();
    kept.forEach(cue -> places.put(cue, places.size() + 1));
    Model model = model(places);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    Map<String, Double> weights = new TreeMap<>();
    places.forEach((cue, place) -> weights.put(cue, sign * model.getFeatureWeights()[place - 1]));
    return weights;
  }

  private Model model(Map<String, Integer> places) {
    Problem problem = new Problem();
    problem.l = cues.size();
    problem.n = places.size();
    problem.bias = -1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      TreeSet<Integer> held = new TreeSet<>(List.of(places.get(NameWeights.ALWAYS)));
      for (String cue : cues.get(i)) {
        if (places.containsKey(cue)) {
          held.add(places.get(cue));
        }
      }
      problem.x[i] = held.stream().map(place -> new FeatureNode(place, 1)).toArray(Feature[]::new);
      problem.y[i] = answers.get(i) ? 1 : 0;
    }
    Linear.disableDebugOutput();
    return Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
  }
}
