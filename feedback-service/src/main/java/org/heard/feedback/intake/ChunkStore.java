package org.heard.feedback.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Outage;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;

/** Stores submissions that came together, a transaction for each chunk. */
@ApplicationScoped
class ChunkStore {
  private final SubmissionService submissions;

  ChunkStore(SubmissionService submissions) {
    this.submissions = submissions;
  }

  /**
   * Stores a chunk; returns after the commit. A row that cannot be stored fails alone.
   *
   * @param each done in every transaction that stores some of it, told their outcomes; what it
   *     refuses is not stored, nor is what would come after
   * @param within done in the same transaction, or in one after them, told all outcomes
   * @return an outcome for each, in the same order
   */
  List<Outcome> store(
      List<Sent> chunk, Consumer<List<Outcome>> each, Consumer<List<Outcome>> within) {
    try {
      return transaction(chunk, each.andThen(within));
    } catch (ProblemException refusal) {
      throw refusal;
    } catch (RuntimeException failed) {
      if (Outage.isBehind(failed)) {
        throw failed;
      }
      List<Outcome> outcomes = oneByOne(chunk, each);
      QuarkusTransaction.requiringNew().run(() -> within.accept(outcomes));
      return outcomes;
    }
  }

  /** What would become of a chunk: done in earnest and rolled back. */
  List<Outcome> rehearse(List<Sent> chunk) {
    QuarkusTransaction.begin();
    try {
      return submit(chunk);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private List<Outcome> transaction(List<Sent> chunk, Consumer<List<Outcome>> within) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<Outcome> outcomes = submit(chunk);
              within.accept(outcomes);
              return outcomes;
            });
  }

  private List<Outcome> submit(List<Sent> chunk) {
    return chunk.isEmpty() ? List.of() : submissions.submit(chunk);
  }

  private List<Outcome> oneByOne(List<Sent> chunk, Consumer<List<Outcome>> each) {
    List<Outcome> outcomes = new ArrayList<>(chunk.size());
    for (Sent sent : chunk) {
      try {
        outcomes.addAll(transaction(List.of(sent), each));
      } catch (ProblemException refusal) {
        throw refusal;
      } catch (RuntimeException failed) {
        if (Outage.isBehind(failed)) {
          throw failed;
        }
        outcomes.add(new Outcome(null, false, notStored()));
      }
    }
    return outcomes;
  }

  private static ProblemException notStored() {
    return new ProblemException(ErrorCode.INTERNAL, "This line could not be stored; others were.");
  }
}
