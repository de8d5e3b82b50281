package org.heard.gateway.upstream;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/**
 * Asks feedback-service, with the gateway's own token and the caller's. Every failure is a {@link
 * ProblemException}.
 */
@Singleton
@Startup
public class Feedback {
  private final FeedbackApi api;
  private final NamesApi names;
  private final RedactApi redact;
  private final UpstreamCall call;

  Feedback(ServiceClients clients, UpstreamSettings settings) {
    this.api = clients.client(FeedbackApi.class, settings.feedbackUrl());
    this.names =
        clients.client(NamesApi.class, settings.feedbackUrl(), settings.staffNamesTimeout());
    this.redact = clients.client(RedactApi.class, settings.feedbackUrl());
    this.call = clients.calls();
  }

  /** The part of feedback-service that the gateway uses. */
  @Path("/v1/events")
  @Produces(MediaType.APPLICATION_JSON)
  interface FeedbackApi {
    @POST
    @Path("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    Queued redrive(@HeaderParam(AnalyticsApi.CALLER) String caller, WardDay day);
  }

  /** Apart, since a page of comments does not wait for names as long as for itself. */
  @Path("/v1/staff-names")
  @Produces(MediaType.APPLICATION_JSON)
  interface NamesApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    List<Named> names(@HeaderParam(AnalyticsApi.CALLER) String caller, List<Tokens> asked);
  }

  /** Takes identifiers out of what a person wrote. */
  @Path("/v1/redact")
  @Produces(MediaType.APPLICATION_JSON)
  interface RedactApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Redacted redact(@HeaderParam(AnalyticsApi.CALLER) String caller, Written text);
  }

  /**
   * A text that a person wrote about a ward; never log.
   *
   * @param language null where feedback-service is to say
   */
  public record Written(String wardId, String language, String text) {}

  /** The same without identifiers. */
  public record Redacted(String text) {}

  /** Tokens such as {@code [STAFF-1]} in the answers of a submission. */
  public record Tokens(String submissionId, Collection<String> tokens) {}

  /** By token, names of staff of a submission; never log. */
  public record Named(String submissionId, Map<String, String> names) {}

  /** A ward's day in its organisation's zone, {@code 2026-10-05}. */
  public record WardDay(String wardId, String day) {}

  /** How many facts will be published. */
  public record Queued(int events) {}

  /**
   * Has a ward-day's facts published again.
   *
   * @throws ProblemException {@link ErrorCode#UNKNOWN_WARD}, {@link ErrorCode#TOO_MANY_FACTS}
   */
  public Queued redrive(String caller, WardDay day) {
    return call.answer(() -> api.redrive(caller, day));
  }

  /** The names of these tokens, as far as this leader may be told. */
  public List<Named> staffNames(String caller, List<Tokens> asked) {
    return call.answer(() -> names.names(caller, asked));
  }

  /** A text without identifiers, as an answer with these words would be. */
  public String redacted(String caller, Written text) {
    return call.find(() -> redact.redact(caller, text))
        .map(Redacted::text)
        .orElseThrow(() -> UpstreamCall.fault("a text came back without its words"));
  }
}
