package org.heard.gateway.upstream;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/**
 * Asks analytics-service. Every question carries the gateway's own token, and the caller's unless
 * no person asked. Every failure is a {@link ProblemException}.
 */
@Singleton
@Startup
public class Analytics {
  private final AnalyticsApi api;
  private final UpstreamCall call;

  Analytics(ServiceClients clients, UpstreamSettings settings) {
    this.api = clients.client(AnalyticsApi.class, settings.analyticsUrl());
    this.call = clients.calls();
  }

  /** How many wards analytics-service knows. */
  long knownWards() {
    return call.answer(api::directoryStatus).wards();
  }

  /** A page of wards, narrowed to units where the caller has no wider view. */
  public WardPage wards(
      String caller,
      String site,
      String ods,
      Optional<Set<String>> units,
      String cursor,
      String limit) {
    String listed = units.map(ids -> String.join(",", ids)).orElse(null);
    return call.answer(() -> api.wards(caller, site, ods, listed, cursor, limit));
  }

  /** Where a ward belongs, or nothing if analytics-service knows none for this caller. */
  public Optional<WardPage.Ward> ward(String caller, String ward) {
    return call.find(() -> api.ward(caller, ward));
  }

  /** Exact counts; {@link ErrorCode#UNKNOWN_WARD} if the ward has gone meanwhile. */
  public WardCounts counts(String caller, String ward, String bucket, String from, String to) {
    return call.find(() -> api.counts(caller, ward, bucket, from, to))
        .orElseThrow(Analytics::unknownWard);
  }

  /** Comments of a ward; {@link ErrorCode#UNKNOWN_WARD} if the ward has gone meanwhile. */
  public CommentPage comments(String caller, String ward, CommentQuery query) {
    return call.find(
            () ->
                api.comments(
                    caller,
                    ward,
                    query.theme(),
                    query.polarity(),
                    query.rating(),
                    query.q(),
                    query.bucket(),
                    query.period(),
                    query.cursor(),
                    query.limit()))
        .orElseThrow(Analytics::unknownWard);
  }

  /** Comments held back for their language; {@link ErrorCode#UNKNOWN_WARD} as above. */
  public HeldPage held(String caller, String ward, String cursor, String limit) {
    return call.find(() -> api.held(caller, ward, cursor, limit))
        .orElseThrow(Analytics::unknownWard);
  }

  /**
   * Puts a text in the place of a held comment.
   *
   * @throws ProblemException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#NOT_HELD}, {@link
   *     ErrorCode#CHANGED}, {@link ErrorCode#NOT_ENGLISH}
   */
  public Translated translate(String caller, String ward, String comment, Translation translation) {
    return call.find(() -> api.translate(caller, ward, comment, translation))
        .orElseThrow(Analytics::unknownComment);
  }

  /** Who read held comments, or wrote in their place. */
  public HeldAccessPage heldAccesses(String caller, String cursor, String limit) {
    return call.answer(() -> api.heldAccesses(caller, cursor, limit));
  }

  /** Ward-days on which analytics-service and feedback-service do not agree. */
  public MismatchPage mismatches(String caller, String state, String cursor, String limit) {
    return call.answer(() -> api.mismatches(caller, state, cursor, limit));
  }

  /** Tags of comments that nobody keeps, in order; no person asks, so no caller's token goes. */
  public List<TaggedItem> tag(List<TagItem> items) {
    return call.answer(() -> api.tag(items));
  }

  /** The one answer for wards that do not exist and wards that do not exist for the caller. */
  public static ProblemException unknownWard() {
    return new ProblemException(ErrorCode.UNKNOWN_WARD, "No ward of that id is within your reach.");
  }

  /** The one answer for comments that a ward does not have, for whatever reason. */
  public static ProblemException unknownComment() {
    return new ProblemException(ErrorCode.NOT_FOUND, "The ward has no comment of that id.");
  }
}
