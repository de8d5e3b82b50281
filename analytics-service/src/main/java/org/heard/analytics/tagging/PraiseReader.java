package org.heard.analytics.tagging;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which names of staff a comment praises. A name is told to a ward's leader only where nothing
 * speaks against it, so whatever is uncertain counts as criticism.
 */
final class PraiseReader {
  /** More names than this are no praise of somebody; it also bounds the work, each meets each. */
  static final int MOST_NAMES = 30;

  private final Lexicon doubts;

  private PraiseReader(Lexicon doubts) {
    this.doubts = doubts;
  }

  static PraiseReader load() {
    return new PraiseReader(Lexicon.load(List.of("doubts.txt")));
  }

  StaffNames read(
      ReadComment read, Opinion opinion, TagList tags, List<Alert> alerts, Severity severity) {
    Reading reading = read.reading();
    String text = reading.words().text();
    boolean grave = !alerts.isEmpty() || severity == Severity.SERIOUS;
    if (!StaffNames.in(text)) {
      return new StaffNames(
          Set.of(), Set.of(), grave || Aftermath.mayMeanSomebodyElsewhere(reading.words(), tags));
    }
    // Asked what to improve, people name whom they want more of, or want to be other.
    boolean wishing = reading.improve() && !reading.opensWithNothing();
    boolean crowded = StaffNames.tokens(text).size() > MOST_NAMES;
    if (grave || reading.has("sarcasm") || wishing || crowded) {
      return StaffNames.doubted(text, grave);
    }
    return names(read, opinion, tags);
  }

  private StaffNames names(ReadComment read, Opinion opinion, TagList tags) {
    Reading reading = read.reading();
    Parts parts = new Parts(reading.words());
    List<Hit> found = doubts.find(reading.words(), reading.comment().question());
    boolean[] clean = new Blemishes(read, opinion, tags, found).clean(parts);
    NameList names = new NameList(reading.words(), parts);
    Praise praise = new Praise(read, tags, names);
    Aftermath after = new Aftermath(reading.words(), parts, names, praise, clean);
    boolean contradicted = reading.ratedPoor() && Blemishes.none(clean);
    Set<String> praised = new TreeSet<>();
    Set<String> doubtful = new TreeSet<>();
    for (NameList.Name name : names.all()) {
      boolean sure =
          !contradicted
              && clean[parts.of(name.from())]
              && praise.of(name)
              && !after.takesBack(name);
      (sure ? praised : doubtful).add(name.token());
    }
    praised.removeAll(doubtful);
    return new StaffNames(praised, doubtful, false);
  }
}
