package org.heard.analytics.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.analytics.counting.ThemeCounts;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/**
 * What is done with an action: each change is one transaction with its row of history, and meets
 * the version that its author has seen or does not happen.
 */
@ApplicationScoped
@Transactional(rollbackOn = SQLException.class)
class Actions {
  private final ActionStore store;
  private final ThemeCounts counts;
  private final ActionConfig limits;
  private final Clock clock;

  Actions(ActionStore store, ThemeCounts counts, ActionConfig limits, Clock clock) {
    this.store = store;
    this.counts = counts;
    this.limits = limits;
    this.clock = clock;
  }

  /** Creates an action; the numbers that it answers are counted now. */
  ActionView create(Ward ward, NewAction asked, String subject) throws SQLException {
    Instant now = clock.instant();
    Plan plan = asked.plan();
    String author = plan.statement() == null ? null : subject;
    Action created =
        new Action(
            UUID.randomUUID(),
            0,
            ward.id(),
            1,
            plan,
            counted(ward, asked.insight(), now),
            author,
            null,
            null,
            now,
            now,
            false,
            false);
    store.insert(created);
    note(created, null, new By(Change.What.CREATED, asked.fields(), subject, now));
    return whole(ward, created.id());
  }

  private InsightRef counted(Ward ward, InsightRef.Asked asked, Instant now) throws SQLException {
    if (asked == null) {
      return null;
    }
    ThemeKey key = asked.key();
    return asked.counted(
        counts.of(ward.id(), asked.period(), key.layer(), key.theme(), key.polarity()), now);
  }

  /**
   * The whole action.
   *
   * @throws ProblemException {@code NOT_FOUND}
   */
  ActionView whole(Ward ward, UUID id) throws SQLException {
    Action action = store.find(ward.id(), id).orElseThrow(Actions::unknown);
    return ActionView.whole(action, store.history(id, limits.maxHistory()));
  }

  /**
   * Merges changes in; what changes nothing makes no version.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code STALE_VERSION}, {@code BAD_TRANSITION}, and
   *     what is wrong with the plan that comes out
   */
  ActionView change(Ward ward, UUID id, int version, ObjectNode patch, String subject)
      throws SQLException {
    Action before = locked(ward, id, version);
    Plan plan = before.plan().changedBy(patch, limits);
    List<String> fields = plan.differencesFrom(before.plan());
    if (!fields.isEmpty()) {
      Instant now = clock.instant();
      save(before.with(plan, subject, now), before, Change.What.CHANGED, fields, subject);
    }
    return whole(ward, id);
  }

  /**
   * Makes the statement of this very version public, and the status with it; who last changed the
   * statement may not. What is public as it is makes no version.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code STALE_VERSION}, {@code NO_STATEMENT}, {@code
   *     SAME_PERSON}
   */
  ActionView publish(Ward ward, UUID id, int version, String subject) throws SQLException {
    Action before = locked(ward, id, version);
    Statement statement = before.plan().statement();
    if (statement == null || !statement.isWhole()) {
      throw new ProblemException(
          ErrorCode.NO_STATEMENT, "A statement says both what was said and what was done.");
    }
    if (subject.equals(before.statementBy())) {
      throw new ProblemException(
          ErrorCode.SAME_PERSON, "Somebody else than who last changed the statement publishes it.");
    }
    if (!before.isPublicAsItIs()) {
      Action published = before.published(clock.instant());
      save(published, before, Change.What.PUBLISHED, List.of(), subject);
    }
    return whole(ward, id);
  }

  /**
   * Takes the statement back.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code STALE_VERSION}
   */
  ActionView withdraw(Ward ward, UUID id, int version, String subject) throws SQLException {
    Action before = locked(ward, id, version);
    if (before.isPublic()) {
      Action withdrawn = before.withdrawn(clock.instant());
      save(withdrawn, before, Change.What.WITHDRAWN, List.of(), subject);
    }
    return whole(ward, id);
  }

  private Action locked(Ward ward, UUID id, int version) throws SQLException {
    Action action = store.lock(ward.id(), id).orElseThrow(Actions::unknown);
    if (action.version() != version) {
      throw new ProblemException(
          ErrorCode.STALE_VERSION, "Read it again: its version is " + action.version() + ".");
    }
    return action;
  }

  private void save(
      Action now, Action before, Change.What what, List<String> fields, String subject)
      throws SQLException {
    store.update(now);
    note(now, before.plan().status(), new By(what, fields, subject, now.changedAt()));
  }

  private record By(Change.What what, List<String> fields, String subject, Instant at) {}

  private void note(Action now, Status from, By by) throws SQLException {
    store.note(
        now.id(),
        new Change(
            now.version(),
            by.what(),
            by.fields(),
            from == null ? null : from.code(),
            now.plan().status().code(),
            by.subject(),
            by.at()));
  }

  static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "The ward has no such action.");
  }
}
