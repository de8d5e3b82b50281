package org.heard.analytics.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;

/** How a tagger does on texts that people invented: those that must alert, and near misses. */
final class AlertScores {

  private AlertScores() {}

  /** How many of how many. */
  private static final class Share {
    private int some;
    private int all;

    void add(boolean one) {
      some += one ? 1 : 0;
      all++;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d of %d (%.1f %%)", some, all, 100.0 * some / all);
    }
  }

  /** Lines of a Markdown table: each file of texts with its near misses, and each half. */
  static List<String> lines(Tagger tagger, Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| invented texts | found | in the right lane | near misses flagged | found without a score"
            + " | near misses flagged without a score |");
    lines.add("|---|---|---|---|---|---|");
    for (List<String> files : InventedTexts.WRITERS) {
      for (int i = 0; i < files.size(); i += 2) {
        List<InventedTexts.Invented> alerts = InventedTexts.read(folder.resolve(files.get(i)));
        List<InventedTexts.Invented> misses = InventedTexts.read(folder.resolve(files.get(i + 1)));
        for (boolean measured : new boolean[] {false, true}) {
          String kind = measured ? ", kept for measuring" : "";
          lines.addAll(
              line(files.get(i) + kind, of(alerts, measured), of(misses, measured), tagger));
        }
      }
    }
    return lines;
  }

  private static List<InventedTexts.Invented> of(
      List<InventedTexts.Invented> texts, boolean measured) {
    return texts.stream().filter(text -> text.measured() == measured).toList();
  }

  private static List<String> line(
      String name,
      List<InventedTexts.Invented> alerts,
      List<InventedTexts.Invented> misses,
      Tagger tagger) {
    if (alerts.isEmpty()) {
      return List.of();
    }
    Share found = new Share();
    Share lane = new Share();
    for (InventedTexts.Invented text : alerts) {
      TaggedComment said = tagger.tag(text.comment());
      found.add(!said.alerts().isEmpty());
      lane.add(said.categories().contains(text.category()));
    }
    Share flagged = alerting(misses, InventedTexts.Invented::comment, tagger);
    Share foundBare = alerting(alerts, AlertScores::withoutScore, tagger);
    Share flaggedBare = alerting(misses, AlertScores::withoutScore, tagger);
    return List.of(
        Stream.of(name, found, lane, flagged, foundBare, flaggedBare)
            .map(String::valueOf)
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  private static Share alerting(
      List<InventedTexts.Invented> texts,
      Function<InventedTexts.Invented, CommentText> as,
      Tagger tagger) {
    Share alerting = new Share();
    texts.forEach(text -> alerting.add(!tagger.tag(as.apply(text)).alerts().isEmpty()));
    return alerting;
  }

  /** Most comments come without one, and a poor one speaks for an alert. */
  private static CommentText withoutScore(InventedTexts.Invented text) {
    return new CommentText(text.comment().question(), null, text.comment().text());
  }
}
