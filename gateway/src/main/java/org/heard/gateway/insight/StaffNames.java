package org.heard.gateway.insight;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heard.gateway.problem.ProblemException;
import org.heard.gateway.upstream.CommentPage;
import org.heard.gateway.upstream.Feedback;

/**
 * Puts names of staff in the place of their tokens, for the ward's own leader. Asked for with every
 * page and kept nowhere; a page without them is still a page.
 */
@Singleton
class StaffNames {
  private final Feedback feedback;

  StaffNames(Feedback feedback) {
    this.feedback = feedback;
  }

  /** The page with the names of those who are praised, or as it is where they cannot be had. */
  CommentPage told(String caller, CommentPage page) {
    Map<String, Set<String>> praised = praised(page);
    if (praised.isEmpty()) {
      return page;
    }
    Map<String, Map<String, String>> names = names(caller, praised);
    return new CommentPage(
        page.items().stream().map(comment -> told(comment, names)).toList(),
        page.total(),
        page.next());
  }

  private static Map<String, Set<String>> praised(CommentPage page) {
    Map<String, Set<String>> praised = new LinkedHashMap<>();
    for (CommentPage.Comment comment : page.items()) {
      if (mayHoldNames(comment) && !comment.praised().isEmpty()) {
        praised
            .computeIfAbsent(comment.submissionId(), id -> new TreeSet<>())
            .addAll(comment.praised());
      }
    }
    return praised;
  }

  /** Tokens of a translation were numbered by themselves and stand for nobody who has a name. */
  private static boolean mayHoldNames(CommentPage.Comment comment) {
    return comment.withheld() == null && comment.text() != null && comment.translatedFrom() == null;
  }

  private Map<String, Map<String, String>> names(String caller, Map<String, Set<String>> praised) {
    List<Feedback.Tokens> asked = new ArrayList<>();
    praised.forEach((submission, tokens) -> asked.add(new Feedback.Tokens(submission, tokens)));
    Map<String, Map<String, String>> names = new HashMap<>();
    try {
      feedback.staffNames(caller, asked).stream()
          .filter(each -> each.names() != null)
          .forEach(each -> names.put(each.submissionId(), each.names()));
    } catch (ProblemException noNames) {
      // Logged where it happened. The page says what it says with tokens, too.
      return Map.of();
    }
    return names;
  }

  private static CommentPage.Comment told(
      CommentPage.Comment comment, Map<String, Map<String, String>> names) {
    Map<String, String> known = names.getOrDefault(comment.submissionId(), Map.of());
    // Only what analytics-service lists for this very comment, whatever has come back.
    Map<String, String> these = new HashMap<>();
    comment.praised().stream()
        .filter(known::containsKey)
        .forEach(token -> these.put(token, known.get(token)));
    if (!mayHoldNames(comment) || these.isEmpty()) {
      return comment;
    }
    NamedText text = NamedText.of(comment.text(), these);
    return new CommentPage.Comment(
        comment.id(),
        comment.submissionId(),
        comment.wardId(),
        comment.question(),
        comment.rating(),
        text.text(),
        comment.countedOn(),
        comment.period(),
        comment.language(),
        comment.translatedFrom(),
        comment.severity(),
        comment.tags().stream().map(tag -> moved(tag, text)).toList(),
        comment.praised(),
        comment.withheld());
  }

  private static CommentPage.Tag moved(CommentPage.Tag tag, NamedText text) {
    return new CommentPage.Tag(
        tag.layer(),
        tag.theme(),
        tag.polarity(),
        tag.specificity(),
        tag.confidence(),
        tag.evidence() == null ? null : text.passage(tag.evidence()),
        tag.source());
  }
}
