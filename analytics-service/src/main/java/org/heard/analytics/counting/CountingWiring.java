package org.heard.analytics.counting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes of settings what others may know of them. */
class CountingWiring {

  @Produces
  @Singleton
  LowConfidence lowConfidence(RecountConfig config) {
    return new LowConfidence(config.lowConfidence());
  }
}
