package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;

/** Names of staff in one comment, alone or side by side ("Jo, Sam and nurse Ali"). */
final class NameList {
  /** A token is two words to the tagger: "staff" and its number. */
  private static final int WORDS = 2;

  private final Words words;
  private final Parts parts;
  private final List<Name> names = new ArrayList<>();

  NameList(Words words, Parts parts) {
    this.words = words;
    this.parts = parts;
    for (StaffNames.Token token : StaffNames.tokens(words.text())) {
      int word = words.at(token.start() + 1);
      names.add(new Name(token.text(), word, word + WORDS));
    }
  }

  /** A name's token and its words. */
  record Name(String token, int from, int to) {}

  List<Name> all() {
    return names;
  }

  boolean startsAt(int word) {
    return names.stream().anyMatch(each -> each.from() == word);
  }

  /** Whether another name than this begins here. */
  boolean isOther(Name name, int word) {
    return names.stream()
        .anyMatch(each -> each.from() == word && !each.token().equals(name.token()));
  }

  /** The first of those that stand side by side with a name. */
  Name first(Name name) {
    return furthest(name, -1);
  }

  /** The last of those that stand side by side with a name. */
  Name last(Name name) {
    return furthest(name, 1);
  }

  private Name furthest(Name name, int step) {
    Name last = name;
    int next = names.indexOf(name) + step;
    while (next >= 0 && next < names.size() && sideBySide(last, names.get(next))) {
      last = names.get(next);
      next += step;
    }
    return last;
  }

  private boolean sideBySide(Name one, Name other) {
    int to = Math.max(one.from(), other.from());
    for (int i = Math.min(one.to(), other.to()); i < to; i++) {
      if (!Address.LEADS_TO_NAME.contains(words.word(i))
          || Cutting.CONTRAST.contains(words.word(i))) {
        return false;
      }
    }
    return parts.of(one.from()) == parts.of(other.from());
  }
}
