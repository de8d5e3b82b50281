package org.heard.feedback.background;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All the work that goes on in the background. */
@ApplicationScoped
public class BackgroundWorks {
  private final MeterRegistry meters;
  private final List<BackgroundWork> all = new CopyOnWriteArrayList<>();

  BackgroundWorks(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Work of this name, which is watched from now on. */
  public BackgroundWork named(String name) {
    BackgroundWork work = new BackgroundWork(name);
    all.add(work);
    Gauge.builder("heard.background.failing", () -> work.trouble() == null ? 0 : 1)
        .description("1 while the last round of this work failed")
        .tag("work", name)
        .register(meters);
    return work;
  }

  List<BackgroundWork> all() {
    return all;
  }
}
