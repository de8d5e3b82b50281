package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Parts of about equal size; comments with the same words are in the same part. */
final class Folds {

  private Folds() {}

  /** The part of each comment, from 0 to {@code parts - 1}. */
  static int[] of(List<LabelledComment> comments, int parts, long seed) {
    List<String> groups =
        new ArrayList<>(new TreeSet<>(comments.stream().map(LabelledComment::group).toList()));
    Collections.shuffle(groups, new Random(seed));
    Map<String, Integer> part = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      part.put(groups.get(i), i % parts);
    }
    return comments.stream().mapToInt(comment -> part.get(comment.group())).toArray();
  }
}
