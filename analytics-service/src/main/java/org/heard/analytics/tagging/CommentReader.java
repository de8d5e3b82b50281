package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;

/** Cuts comments into words and units and finds the lexicon in them. Immutable. */
public final class CommentReader {

  private final Normaliser normaliser;
  private final Lexicon lexicon;

  private CommentReader(Normaliser normaliser, Lexicon lexicon) {
    this.normaliser = normaliser;
    this.lexicon = lexicon;
  }

  /** With the shipped lexicon. */
  public static CommentReader load() {
    return new CommentReader(
        new Normaliser(LexiconReader.readSpelling("spelling.txt")), Lexicon.load());
  }

  Words words(String text) {
    return normaliser.read(text);
  }

  ReadComment read(CommentText comment, Words words) {
    return new ReadComment(new Reading(comment, words, lexicon.find(words, comment.question())));
  }

  /** Reads one comment. */
  public ReadComment read(CommentText comment) {
    return read(comment, words(comment.text()));
  }

  /** What a model may look at: the whole comment first, then each unit. */
  public static List<FeatureVector> features(ReadComment comment) {
    CommentFeatures features = new CommentFeatures(comment);
    List<FeatureVector> vectors = new ArrayList<>(comment.units() + 1);
    vectors.add(features.ofComment());
    for (int unit = 0; unit < comment.units(); unit++) {
      vectors.add(features.ofUnit(unit));
    }
    return vectors;
  }
}
