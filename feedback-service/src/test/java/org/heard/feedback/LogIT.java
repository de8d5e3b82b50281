package org.heard.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.HibernateException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class LogIT {
  @Inject EntityManager entities;

  @Test
  void saysNothingOfWhatTheDatabaseChokedOn() {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    Handler watcher = new Watcher(lines);
    Logger root = LogContext.getLogContext().getLogger("");
    root.addHandler(watcher);
    try {
      assertThatExceptionOfType(HibernateException.class)
          .isThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () ->
                              entities
                                  .createNativeQuery("select cast(:said as integer)", Integer.class)
                                  .setParameter("said", "the nurse was kind")
                                  .getSingleResult()));
      Logger.getLogger("org.heard.feedback").warning("the watcher watches");
    } finally {
      root.removeHandler(watcher);
    }
    assertThat(lines).anyMatch(line -> line.contains("the watcher watches"));
    assertThat(lines).noneMatch(line -> line.contains("kind"));
  }

  private static final class Watcher extends Handler {
    private final PatternFormatter format = new PatternFormatter("%s%e");
    private final Queue<String> lines;

    Watcher(Queue<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(format.format(ExtLogRecord.wrap(record)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
