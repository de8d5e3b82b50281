package org.heard.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Asks analytics-service. Every question carries the gateway's own token, and the caller's unless
 * no person asked. Every failure is a {@link ProblemException}.
 */
@Singleton
@Startup
public class Analytics {
  private static final int CREATED = 201;

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

  /**
   * Exact counts; {@link ErrorCode#UNKNOWN_WARD} if the ward has gone meanwhile.
   *
   * @param question that comments answer; null for all
   */
  public WardCounts counts(
      String caller, String ward, String bucket, String from, String to, String question) {
    return call.find(() -> api.counts(caller, ward, bucket, from, to, question))
        .orElseThrow(Analytics::unknownWard);
  }

  /** Exact counts of a period by what people say of themselves; the rest as above. */
  public WardBands demographics(
      String caller, String ward, String by, String bucket, String period) {
    return call.find(() -> api.demographics(caller, ward, by, bucket, period))
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
                    query.specificity(),
                    query.rating(),
                    query.question(),
                    query.severity(),
                    query.language(),
                    query.q(),
                    query.bucket(),
                    query.period(),
                    query.cursor(),
                    query.limit()))
        .orElseThrow(Analytics::unknownWard);
  }

  /** Comments of a ward whose good score hides harm; {@link ErrorCode#UNKNOWN_WARD} as above. */
  public HiddenHarmPage hiddenHarm(String caller, String ward, PageQuery query) {
    return call.find(
            () ->
                api.hiddenHarm(
                    caller, ward, query.bucket(), query.period(), query.cursor(), query.limit()))
        .orElseThrow(Analytics::unknownWard);
  }

  /** The same of all wards of an organisation; {@link ErrorCode#UNKNOWN_ORGANISATION}. */
  public HiddenHarmPage hiddenHarmWithin(String caller, String organisation, PageQuery query) {
    return call.find(
            () ->
                api.hiddenHarmWithin(
                    caller,
                    organisation,
                    query.bucket(),
                    query.period(),
                    query.cursor(),
                    query.limit()))
        .orElseThrow(Analytics::unknownOrganisation);
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

  /**
   * Says that a tag of a comment is wrong or missing.
   *
   * @throws ProblemException {@link ErrorCode#NOT_FOUND}, and what analytics-service says of the
   *     dispute
   */
  public Disputed dispute(String caller, String ward, String comment, JsonNode dispute) {
    RestResponse<CorrectionPage.Correction> answer =
        call.passedOn(() -> api.dispute(caller, ward, comment, dispute))
            .orElseThrow(Analytics::unknownComment);
    return new Disputed(answer.getEntity(), answer.getStatus() == CREATED);
  }

  /**
   * A dispute that is open now.
   *
   * @param fresh whether it was not before
   */
  public record Disputed(CorrectionPage.Correction correction, boolean fresh) {}

  /** Disputes of tags; {@link ErrorCode#UNKNOWN_WARD} where a ward is asked for that is none. */
  public CorrectionPage corrections(
      String caller, String state, String ward, String cursor, String limit) {
    return call.find(() -> api.corrections(caller, state, ward, cursor, limit))
        .orElseThrow(Analytics::unknownWard);
  }

  /** Decides a dispute; {@link ErrorCode#NOT_FOUND} where there is none for this caller. */
  public CorrectionPage.Correction decide(String caller, String correction, JsonNode decision) {
    return call.passedOn(() -> api.decide(caller, correction, decision))
        .orElseThrow(Analytics::unknownCorrection);
  }

  /**
   * Corrected comments, a JSON object a line, as they come; the reader closes it.
   *
   * @param organisation null for all of the caller's
   */
  public InputStream export(String caller, String organisation) {
    return call.find(() -> api.export(caller, organisation))
        .orElseThrow(Analytics::unknownOrganisation);
  }

  /** Comments whose tags a person is asked to judge. */
  public ReviewPage reviews(String caller, String cursor, String limit) {
    return call.answer(() -> api.reviews(caller, cursor, limit));
  }

  /** Judges a comment's tags; {@link ErrorCode#NOT_FOUND} where nobody is asked about it. */
  public ReviewPage.Reviewed review(String caller, String comment, JsonNode review) {
    return call.passedOn(() -> api.review(caller, comment, review))
        .orElseThrow(Analytics::unknownReview);
  }

  /** How right the present model was on comments that were drawn. */
  public ModelQuality quality(String caller, String from, String to) {
    return call.answer(() -> api.quality(caller, from, to));
  }

  /** Creates an action; texts in it have been redacted. */
  public WardAction createAction(String caller, String ward, ObjectNode action) {
    return call.passedOn(() -> api.createAction(caller, ward, action))
        .orElseThrow(Analytics::unknownWard);
  }

  /** A page of a ward's actions; {@link ErrorCode#UNKNOWN_WARD} if the ward has gone meanwhile. */
  public ActionPage actions(
      String caller, String ward, String status, String cursor, String limit) {
    return call.find(() -> api.actions(caller, ward, status, cursor, limit))
        .orElseThrow(Analytics::unknownWard);
  }

  /** A page of the actions of the caller's organisations. */
  public ActionPage actions(String caller, ActionQuery query) {
    return call.answer(
        () ->
            api.allActions(
                caller,
                query.overdue(),
                query.unmeasured(),
                query.status(),
                query.cursor(),
                query.limit()));
  }

  /** Counts of a ward's actions; {@link ErrorCode#UNKNOWN_WARD} as above. */
  public ActionSummary actionSummary(String caller, String ward) {
    return call.find(() -> api.actionSummary(caller, ward)).orElseThrow(Analytics::unknownWard);
  }

  /** One action; {@link ErrorCode#NOT_FOUND} if the ward has none of that id. */
  public WardAction action(String caller, String ward, String action) {
    return call.find(() -> api.action(caller, ward, action)).orElseThrow(Analytics::unknownAction);
  }

  /**
   * Merges changes into an action; texts in them have been redacted.
   *
   * @throws ProblemException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STALE_VERSION}, {@link
   *     ErrorCode#BAD_TRANSITION}
   */
  public WardAction changeAction(String caller, String ward, String action, ObjectNode patch) {
    return call.passedOn(() -> api.changeAction(caller, ward, action, patch))
        .orElseThrow(Analytics::unknownAction);
  }

  /**
   * Makes the statement of this version public.
   *
   * @throws ProblemException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STALE_VERSION}, {@link
   *     ErrorCode#NO_STATEMENT}, {@link ErrorCode#SAME_PERSON}
   */
  public WardAction publishStatement(String caller, String ward, String action, int version) {
    return step(caller, ward, action, "publish", version);
  }

  /** Takes the statement back; {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STALE_VERSION}. */
  public WardAction withdrawStatement(String caller, String ward, String action, int version) {
    return step(caller, ward, action, "withdraw", version);
  }

  private WardAction step(String caller, String ward, String action, String step, int version) {
    return call.find(
            () -> api.stepOfAction(caller, ward, action, step, new AnalyticsApi.Seen(version)))
        .orElseThrow(Analytics::unknownAction);
  }

  /** What a ward has made public, nothing for one that does not exist; no person asks. */
  public StatementPage statements(String ward, String cursor, String limit) {
    return call.answer(() -> api.statements(ward, cursor, limit));
  }

  /** Who read held comments, wrote in their place, or carried comments away. */
  public HeldAccessPage heldAccesses(String caller, String cursor, String limit) {
    return call.answer(() -> api.heldAccesses(caller, cursor, limit));
  }

  /** Ward-days on which analytics-service and feedback-service do not agree. */
  public MismatchPage mismatches(String caller, String state, String cursor, String limit) {
    return call.answer(() -> api.mismatches(caller, state, cursor, limit));
  }

  /** What recounts found, newest first. */
  public RecountPage recounts(String caller, String cursor, String limit) {
    return call.answer(() -> api.recounts(caller, cursor, limit));
  }

  /**
   * Starts a recount, or answers with the one that runs.
   *
   * @throws ProblemException {@link ErrorCode#RECOUNT_RUNNING}
   */
  public RecountPage.Recount recount(String caller, boolean rebuild) {
    return call.answer(() -> api.recount(caller, new RecountPage.Order(rebuild)));
  }

  /** Tags of comments that nobody keeps, in order; no person asks, so no caller's token goes. */
  public List<TaggedItem> tag(List<TagItem> items) {
    List<TaggedItem> tagged = call.answer(() -> api.tag(items));
    // The gateway has read every item: what is wrong with one, now, is our fault.
    if (!ids(tagged).equals(items.stream().map(TagItem::id).toList())) {
      throw UpstreamCall.fault("analytics-service has not tagged what it was sent");
    }
    return tagged;
  }

  /** Of those that were tagged. */
  private static List<String> ids(List<TaggedItem> tagged) {
    return tagged.stream().filter(item -> item.problem() == null).map(TaggedItem::id).toList();
  }

  /** The one answer for wards that do not exist and wards that do not exist for the caller. */
  public static ProblemException unknownWard() {
    return new ProblemException(ErrorCode.UNKNOWN_WARD, "No ward of that id is within your reach.");
  }

  /** The one answer for organisations that do not exist, or not for the caller. */
  public static ProblemException unknownOrganisation() {
    return new ProblemException(
        ErrorCode.UNKNOWN_ORGANISATION, "No organisation of that id is within your reach.");
  }

  /** The one answer for comments that a ward does not have, for whatever reason. */
  public static ProblemException unknownComment() {
    return new ProblemException(ErrorCode.NOT_FOUND, "The ward has no comment of that id.");
  }

  /** The one answer for disputes that do not exist for the caller, for whatever reason. */
  public static ProblemException unknownCorrection() {
    return new ProblemException(ErrorCode.NOT_FOUND, "No dispute of that id is within your reach.");
  }

  /** The one answer for comments that nobody is asked about. */
  public static ProblemException unknownReview() {
    return new ProblemException(ErrorCode.NOT_FOUND, "Nobody is asked about such a comment.");
  }

  /** The one answer for actions that a ward does not have. */
  public static ProblemException unknownAction() {
    return new ProblemException(ErrorCode.NOT_FOUND, "The ward has no action of that id.");
  }
}
