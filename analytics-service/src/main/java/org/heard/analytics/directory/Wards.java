package org.heard.analytics.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** The wards that exist for somebody. */
@ApplicationScoped
public class Wards {
  private final WardRepository repository;

  Wards(WardRepository repository) {
    this.repository = repository;
  }

  /** A ward of one of these organisations, else {@code UNKNOWN_WARD}, existing elsewhere or not. */
  public Ward require(String id, List<String> organisations) {
    return repository
        .find(id, organisations)
        .map(KnownWard::toWard)
        .orElseThrow(
            () -> new ProblemException(ErrorCode.UNKNOWN_WARD, "No such ward for this caller."));
  }

  long knownEverywhere() {
    return repository.count();
  }

  long count(WardFilter filter) {
    return repository.count(filter);
  }

  List<Ward> list(WardFilter filter, String after, int limit) {
    return repository.list(filter, after, limit).stream().map(KnownWard::toWard).toList();
  }
}
