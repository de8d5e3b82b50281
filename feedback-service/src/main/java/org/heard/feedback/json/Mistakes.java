package org.heard.feedback.json;

import java.util.ArrayList;
import java.util.List;
import org.heard.feedback.problem.FieldError;

/**
 * What is wrong with a document, in the order in which it is found. Of more than the limit the
 * first are told, and what could not be read (400) in any case, as that decides the status.
 */
public final class Mistakes {
  private final List<FieldError> told = new ArrayList<>();
  private final int max;

  /**
   * @param max how many are told, see {@link FieldSettings#maxErrors}
   */
  public Mistakes(int max) {
    this.max = max;
  }

  /** Adds one, if it is told. */
  public void add(FieldError error) {
    boolean full = told.size() >= max;
    if (!full || (error.code().status() == 400 && !unreadable())) {
      told.add(error);
    }
  }

  /** Those that are told. */
  public List<FieldError> all() {
    return List.copyOf(told);
  }

  /** Those of them that could not be read at all. */
  public List<FieldError> unreadables() {
    return told.stream().filter(error -> error.code().status() == 400).toList();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return told.isEmpty();
  }

  /** Whether anything could not be read at all. */
  public boolean unreadable() {
    return told.stream().anyMatch(error -> error.code().status() == 400);
  }
}
