package org.heard.analytics;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.heard.analytics.counting.TagVersions;
import org.heard.analytics.tagging.Tagger;

/** Makes the plain objects that know nothing of a container. */
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Tagger tagger() {
    return Tagger.load();
  }

  @Produces
  @Singleton
  TagVersions versions(Tagger tagger) {
    return new TagVersions(tagger.taxonomyVersion(), tagger.modelVersion());
  }
}
