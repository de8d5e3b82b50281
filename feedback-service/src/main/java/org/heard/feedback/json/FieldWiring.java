package org.heard.feedback.json;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Documents are read without CDI: they learn their limit once, before the first comes. */
@ApplicationScoped
class FieldWiring {
  void limit(@Observes StartupEvent start, FieldSettings settings) {
    Fields.tellAtMost(settings.maxErrors());
  }
}
