package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.List;
import org.heard.feedback.redaction.NameExamples.Example;
import org.heard.feedback.redaction.NameFinder.Name;

/** How many names were found, how many words were taken for one, and for whose. */
final class NameScore {
  private int names;
  private int found;
  private int taken;
  private int right;
  private int whose;
  private final List<String> mistakes = new ArrayList<>();

  void add(Example example, List<Name> answers) {
    for (Name name : example.names()) {
      names++;
      if (isCovered(example.text(), name, answers)) {
        found++;
      } else {
        mistakes.add("missed: " + at(example, name));
      }
    }
    for (Name answer : answers) {
      taken++;
      Name meant = example.at(answer.start(), answer.end());
      if (meant == null) {
        mistakes.add("wrong: " + at(example, answer));
      } else {
        right++;
        whose += meant.staff() == answer.staff() ? 1 : 0;
      }
    }
  }

  double recall() {
    return (double) found / names;
  }

  double precision() {
    return (double) right / taken;
  }

  List<String> mistakes() {
    return mistakes;
  }

  @Override
  public String toString() {
    return "recall %s, precision %s, staff or not right %s"
        .formatted(new Wilson(found, names), new Wilson(right, taken), new Wilson(whose, right));
  }

  private static String at(Example example, Name name) {
    return example.text().substring(name.start(), name.end()) + " | " + example.text();
  }

  /** A name is found when none of its letters is left. */
  private static boolean isCovered(String text, Name name, List<Name> answers) {
    for (int i = name.start(); i < name.end(); i++) {
      int place = i;
      boolean inside =
          answers.stream().anyMatch(answer -> answer.start() <= place && place < answer.end());
      if (Character.isLetter(text.charAt(i)) && !inside) {
        return false;
      }
    }
    return true;
  }
}
