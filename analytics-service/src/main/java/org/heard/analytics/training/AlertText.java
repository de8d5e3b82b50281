package org.heard.analytics.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.AlertReader;
import org.heard.analytics.tagging.AlertWords;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Opinion;
import org.heard.analytics.tagging.ReadComment;

/**
 * A comment or invented text as the words of alerts are learnt from it.
 *
 * @param stems its different words
 * @param length how many words it has
 * @param circumstances in the order of {@link AlertWords#CIRCUMSTANCES}
 * @param line whether a line of the lexicon alerts
 * @param category what it must raise; null where nothing
 * @param writer who invented it, from 0; {@link #PUBLIC} for a comment
 * @param measured whether nothing may be learnt from it
 */
record AlertText(
    Set<String> stems,
    int length,
    double[] circumstances,
    boolean line,
    AlertCategory category,
    int writer,
    boolean measured) {

  static final int PUBLIC = -1;

  /** Reads them all. */
  static final class Reader {

    private final CommentReader comments = CommentReader.load();
    private final Opinion.Judge judge;

    Reader(Opinion.Judge judge) {
      this.judge = judge;
    }

    /**
     * The comments that were annotated without an alert. Those with one are left out: they are few,
     * and what was taken for an alert is wider than what a line of the lexicon means.
     */
    List<AlertText> quiet(Path file) throws IOException {
      return LabelledFile.read(file).stream()
          .filter(comment -> comment.annotation() == null || comment.annotation().alert() == null)
          .map(comment -> of(comment.comment(), null, PUBLIC, false))
          .toList();
    }

    /** The invented texts in the folder, those kept for measuring, too. */
    List<AlertText> invented(Path folder) throws IOException {
      List<AlertText> texts = new ArrayList<>();
      for (int writer = 0; writer < InventedTexts.WRITERS.size(); writer++) {
        for (String file : InventedTexts.WRITERS.get(writer)) {
          for (InventedTexts.Invented text : InventedTexts.read(folder.resolve(file))) {
            texts.add(of(text.comment(), text.category(), writer, text.measured()));
          }
        }
      }
      return texts;
    }

    private AlertText of(
        CommentText comment, AlertCategory category, int writer, boolean measured) {
      ReadComment read = comments.read(comment);
      Opinion opinion = judge.of(read);
      List<String> stems = AlertWords.stems(read);
      return new AlertText(
          new TreeSet<>(stems),
          stems.size(),
          AlertWords.circumstances(comment, opinion),
          AlertReader.lineSpeaks(read, opinion),
          category,
          writer,
          measured);
    }
  }
}
