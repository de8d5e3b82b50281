package org.heard.feedback.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.heard.feedback.problem.ErrorCode;

/**
 * Where staff make a browser a desk.
 *
 * @param code why what was typed did not do, null if nothing was
 * @param card one that was keyed when the desk was none any more, by the names of its fields; empty
 *     if there is none
 * @param open whether the code did and this browser is the desk now, only the card could not be
 *     shown
 */
public record DeskPage(ErrorCode code, Map<String, String> card, boolean open) {
  /** Of these there is more to read than to choose. */
  private static final Map<String, String> WORDS =
      Map.of("good", "What was good", "improve", "What could be better", "why", "The reason");

  /** A page without a card. */
  public DeskPage(ErrorCode code) {
    this(code, Map.of());
  }

  /** A page that asks for a code, with what was keyed. */
  public DeskPage(ErrorCode code, Map<String, String> card) {
    this(code, card, false);
  }

  /** Whether a card waits for the desk. */
  public boolean waiting() {
    return !card.isEmpty();
  }

  /**
   * Whether to press the button once more is all that it takes: the browser is the desk, and the
   * fault was ours. What was refused would be refused again.
   */
  public boolean again() {
    return open && code.status() >= 500;
  }

  /** What the card says in words, to be read again. */
  public List<TextField> words() {
    return WORDS.entrySet().stream()
        .filter(each -> !card.getOrDefault(each.getKey(), "").isEmpty())
        .sorted(Map.Entry.comparingByKey())
        .map(each -> text(each.getKey(), each.getValue()))
        .toList();
  }

  private TextField text(String name, String label) {
    return new TextField(name, label, "en", null, null, card.get(name), null);
  }

  /** Everything else of the card. */
  public List<Map.Entry<String, String>> others() {
    return card.entrySet().stream()
        .filter(each -> !WORDS.containsKey(each.getKey()))
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .toList();
  }

  /** In plain words, why it did not do. */
  public String error() {
    if (again()) {
      return "The desk is open, but we could not show the card just now. Press Open once more: it"
          + " needs no code.";
    }
    return switch (code) {
      case RATE_LIMITED -> "Too many codes were tried just now. Wait a little and try again.";
      case FORBIDDEN -> "This came from another page. Please type it here.";
      case UNAVAILABLE, INTERNAL -> "We could not check it just now. Please try again.";
      case KEY_REVOKED, UNAUTHORIZED ->
          waiting()
              ? "This browser is no desk any more. Ask an admin for a new code and type it here."
              : unknown();
      default ->
          open
              ? "The desk is open, but this card cannot be shown on it. Please tell an admin."
              : unknown();
    };
  }

  private static String unknown() {
    return "This is unknown, used or no longer good. Ask an admin for a new code.";
  }
}
