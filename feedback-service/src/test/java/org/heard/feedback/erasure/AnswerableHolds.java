package org.heard.feedback.erasure;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What analytics-service would say; it holds nothing until a test says so. */
@Alternative
@Priority(1)
@ApplicationScoped
public class AnswerableHolds implements Holds {
  private final Set<UUID> held = ConcurrentHashMap.newKeySet();
  private final Map<UUID, String> erased = new ConcurrentHashMap<>();
  private volatile boolean away;
  private volatile Consumer<Collection<UUID>> asked = about -> {};
  private volatile Runnable placing = () -> {};
  private volatile Runnable preparing = () -> {};

  /** This submission exists, and is held. */
  public void hold(UUID submission) {
    held.add(submission);
  }

  void release(UUID submission) {
    held.remove(submission);
  }

  /** What happens elsewhere while it is asked whether these are held, before the answer. */
  void whileAsked(Consumer<Collection<UUID>> happening) {
    asked = happening;
  }

  /** The same, while a legal hold is placed or lifted. */
  void whilePlacing(Runnable happening) {
    placing = happening;
  }

  /** The same, before one is placed. */
  void whilePreparing(Runnable happening) {
    preparing = happening;
  }

  void away(boolean now) {
    away = now;
  }

  /** Its erasure came there. */
  public void erased(UUID submission, String reason) {
    erased.put(submission, reason);
  }

  @Override
  public Optional<String> erasedReason(UUID submission) throws IOException {
    if (away) {
      throw new IOException("away");
    }
    return Optional.ofNullable(erased.get(submission));
  }

  @Override
  public void prepare() throws IOException {
    if (away) {
      throw new IOException("away");
    }
    preparing.run();
  }

  @Override
  public boolean legalHold(UUID submission, boolean placed, String caller) throws IOException {
    if (away) {
      throw new IOException("away");
    }
    placing.run();
    // Whether a submission exists for the caller is analytics-service's to know; here those that
    // a test has held do.
    return held.contains(submission) && !caller.isBlank();
  }

  @Override
  public boolean held(UUID submission) throws IOException {
    return held(List.of(submission)).contains(submission);
  }

  @Override
  public Set<UUID> held(Collection<UUID> submissions) throws IOException {
    if (away) {
      throw new IOException("away");
    }
    Set<UUID> answer = submissions.stream().filter(held::contains).collect(Collectors.toSet());
    asked.accept(submissions);
    return answer;
  }
}
