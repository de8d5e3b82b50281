package org.heard.analytics;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.heard.analytics.counting.TagVersions;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Tagger;

/** Makes the plain objects that know nothing of a container. */
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Made at the start: a model that cannot be read stops it and says why. */
  @Produces
  @Singleton
  @Startup
  Tagger tagger(ModelConfig config) {
    return config.path().map(Model::read).map(Tagger::with).orElseGet(Tagger::load);
  }

  @Produces
  @Singleton
  TagVersions versions(Tagger tagger) {
    return new TagVersions(tagger.taxonomyVersion(), tagger.modelVersion());
  }
}
