package org.heard.analytics.comment;

import java.util.UUID;
import org.heard.analytics.counting.LowConfidence;
import org.heard.analytics.counting.TagVersions;
import org.heard.analytics.tagging.Tagger;

/** Makes a store without a container. */
public final class CommentStoreFactory {
  private CommentStoreFactory() {}

  public static CommentStore create(Tagger tagger) {
    return new CommentStore(
        new TagVersions(tagger.taxonomyVersion(), tagger.modelVersion()), new LowConfidence(0.5));
  }

  /** Orders and draws a comment. */
  public static long shuffle(UUID submission, int n) {
    return new NewComment(
            submission, n, null, null, null, null, null, null, false, null, null, null, null)
        .shuffle();
  }

  /** The texts that people wrote, without a container. */
  public static Translations translations(Tagger tagger) {
    return new Translations(tagger);
  }
}
