package org.heard.feedback.intake;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One count of forms for all requests. */
class FormWiring {
  @Produces
  @Singleton
  FormLimits formLimits(FormSettings settings) {
    return new FormLimits(settings, TimeMeter.SYSTEM_NANOTIME);
  }
}
