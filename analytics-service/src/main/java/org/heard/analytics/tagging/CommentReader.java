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

  /** What a model may look at. */
  public static Views views(ReadComment comment) {
    CommentFeatures features = new CommentFeatures(comment);
    FeatureVector whole = features.ofComment();
    FeatureVector plain = features.plain();
    List<FeatureVector> units = new ArrayList<>(comment.units());
    for (int unit = 0; unit < comment.units(); unit++) {
      units.add(features.ofUnit(unit));
    }
    return new Views(whole, plain, units);
  }
}
