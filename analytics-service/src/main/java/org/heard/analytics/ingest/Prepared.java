package org.heard.analytics.ingest;

import java.util.ArrayList;
import java.util.List;
import org.heard.analytics.reconciliation.PublishedTally;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;

/**
 * Events read and tagged: all the work that needs no transaction, done before one is open.
 *
 * @param unusable events that cannot be applied, with their reasons
 */
record Prepared(
    List<DirectoryFact> directory,
    List<ErasedFact> erasures,
    List<SubmittedFact> submissions,
    List<TallyFact> tallies,
    List<Parked> unusable) {

  /** A directory entry and where it came from. */
  record DirectoryFact(InboundEvent source, Event.DirectoryChanged event) {}

  /** An erasure and where it came from. */
  record ErasedFact(InboundEvent source, Event.Erased event) {}

  /** A submission, where it came from, and what its answers say, one entry an answer. */
  record SubmittedFact(InboundEvent source, Event.Submitted event, List<TaggedComment> tagged) {}

  /** A tally of the publisher's and where it came from. */
  record TallyFact(InboundEvent source, PublishedTally tally) {}

  static Prepared of(List<InboundEvent> events, EventDecoder decoder, Tagger tagger) {
    Prepared prepared =
        new Prepared(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (InboundEvent event : events) {
      try {
        prepared.take(event, decoder.decode(event), tagger);
      } catch (UnusableEvent unusable) {
        prepared.unusable.add(Parked.of(event, unusable.reason()));
      }
    }
    return prepared;
  }

  private void take(InboundEvent source, Event event, Tagger tagger) {
    if (event instanceof Event.DirectoryChanged changed) {
      directory.add(new DirectoryFact(source, changed));
    } else if (event instanceof Event.Erased erased) {
      erasures.add(new ErasedFact(source, erased));
    } else if (event instanceof Event.Tallied tallied) {
      tallies.add(new TallyFact(source, tallied.tally()));
    } else if (event instanceof Event.Submitted submitted) {
      submissions.add(new SubmittedFact(source, submitted, tag(submitted, tagger)));
    }
  }

  private static List<TaggedComment> tag(Event.Submitted submitted, Tagger tagger) {
    try {
      return submitted.answers().stream()
          .map(answer -> tag(answer, submitted.rating(), tagger))
          .toList();
    } catch (RuntimeException failed) {
      throw new UnusableEvent(ParkReason.TAGGER_FAILED, failed.getClass().getName());
    }
  }

  private static TaggedComment tag(Event.Answer answer, Integer rating, Tagger tagger) {
    CommentText text = new CommentText(answer.question(), rating, answer.text());
    return answer.heldForLanguage() ? tagger.tagUnread(text) : tagger.tag(text);
  }
}
