package org.heard.gateway.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.gateway.upstream.CommentPage;

/** A text in which names stand instead of some tokens, and where its passages are now. */
final class NamedText {
  private static final Pattern TOKEN = Pattern.compile("\\[STAFF-[0-9]{1,6}\\]");

  private final String text;
  private final List<Swap> swaps;

  private NamedText(String text, List<Swap> swaps) {
    this.text = text;
    this.swaps = swaps;
  }

  /** A token's place in the text as it was, and the name's in the text as it is. */
  private record Swap(int start, int end, int newStart, int newEnd) {}

  /** The text with these names by token; other tokens stay. What a name says is never a token. */
  static NamedText of(String text, Map<String, String> names) {
    StringBuilder out = new StringBuilder();
    List<Swap> swaps = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int from = 0;
    while (token.find()) {
      String name = names.get(token.group());
      if (name != null) {
        out.append(text, from, token.start()).append(name);
        swaps.add(new Swap(token.start(), token.end(), out.length() - name.length(), out.length()));
        from = token.end();
      }
    }
    return new NamedText(out.append(text, from, text.length()).toString(), swaps);
  }

  String text() {
    return text;
  }

  /** Where a passage of the text as it was is now; one that cuts a token holds the whole name. */
  CommentPage.Evidence passage(CommentPage.Evidence was) {
    int start = Math.min(start(was.start()), text.length());
    int end = Math.max(start, Math.min(end(was.end()), text.length()));
    return new CommentPage.Evidence(start, end, text.substring(start, end));
  }

  private int start(int was) {
    int shift = 0;
    for (Swap swap : swaps) {
      if (was < swap.start()) {
        break;
      }
      if (was < swap.end()) {
        return swap.newStart();
      }
      shift = swap.newEnd() - swap.end();
    }
    return was + shift;
  }

  private int end(int was) {
    int shift = 0;
    for (Swap swap : swaps) {
      if (was <= swap.start()) {
        break;
      }
      if (was <= swap.end()) {
        return swap.newEnd();
      }
      shift = swap.newEnd() - swap.end();
    }
    return was + shift;
  }
}
