package org.heard.feedback.overload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heard.feedback.access.Bearer;
import org.heard.feedback.problem.EarlyProblem;
import org.heard.feedback.problem.ErrorCode;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/**
 * Lets in what there is room for, and bodies that can be handled. Documents are collected here;
 * every other body is streamed to the thread that reads it.
 */
@ApplicationScoped
class Gate {
  static final Set<String> STREAMED =
      Set.of("application/x-ndjson", "application/jsonl", "text/csv");

  private static final String TOO_SLOW = "heard.body-too-slow";

  /** After the check of the path, before everything else. */
  private static final int SECOND = Integer.MAX_VALUE - 2;

  private final OverloadSettings settings;
  private final Credentials credentials;
  private final Admission admission;
  private final HeldBytes held;
  private final long largest;

  Gate(
      OverloadSettings settings,
      Credentials credentials,
      MeterRegistry meters,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    this.settings = settings;
    this.largest = largest.asLongValue();
    this.credentials = credentials;
    this.admission = new Admission(settings);
    this.held =
        new HeldBytes(
            settings.maxHeldBytes(), settings.maxAnonymousBytes(), settings.maxHeldBytesPerKey());
    Gauge.builder("heard.requests.unanswered", admission::requests)
        .description("Requests that are not answered yet")
        .register(meters);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, SECOND);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.uri().length() > settings.maxAddress()) {
      EarlyProblem.answer(context, ErrorCode.ADDRESS_TOO_LONG, "A shorter one is needed.");
    } else if (size(request.headers()) > settings.maxHeaders()) {
      EarlyProblem.answer(
          context, ErrorCode.HEADERS_TOO_LARGE, "Fewer or shorter ones are needed.");
    } else if (request.path().startsWith("/q/")) {
      // Whether it is healthy can be asked however much there is to do.
      context.next();
    } else if (request.authority() == null) {
      // HTTP/1.0 may leave it out, and the framework fails on it where it needs its own address.
      EarlyProblem.answer(
          context,
          ErrorCode.HOST_REQUIRED,
          "Send a Host header with a name and, if need be, a port.");
    } else if (!saysWhatItAccepts(request)) {
      EarlyProblem.answer(
          context, ErrorCode.NOT_ACCEPTABLE, "Accept is not a list of media types.");
    } else {
      body(context);
    }
  }

  private void body(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!hasMediaType(request)) {
      EarlyProblem.answer(
          context, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not a media type.");
    } else if (!Leftovers.hasBody(request)) {
      enter(context);
    } else if (isEncoded(request)) {
      // What is small on the way may be endless once unpacked.
      EarlyProblem.answer(
          context, ErrorCode.UNSUPPORTED_ENCODING, "Send the body without Content-Encoding.");
    } else if (isStreamed(request) && isBeyondAll(request)) {
      EarlyProblem.answer(context, ErrorCode.BODY_TOO_LARGE, "No door takes as much.");
    } else if (isStreamed(request)) {
      stream(context);
    } else if (request.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
      EarlyProblem.answer(context, ErrorCode.LENGTH_REQUIRED, "Send Content-Length.");
    } else {
      document(context);
    }
  }

  /**
   * Whose credentials are good has more room than strangers, and a share of their own. Looking at
   * them costs a thread, so it counts as a request meanwhile; where there is no room for one the
   * sender stays a stranger.
   */
  private void document(RoutingContext context) {
    if (context.request().getHeader(HttpHeaders.AUTHORIZATION) == null || !admission.enter()) {
      collect(context, null);
      return;
    }
    credentials.check(
        context,
        sender -> {
          admission.leave();
          // Who has gone meanwhile sends nothing, and nobody would say when that is over.
          if (!context.response().closed()) {
            collect(context, sender);
          }
        });
  }

  private void collect(RoutingContext context, String sender) {
    DocumentBody.collect(context, held, sender, settings, () -> enter(context));
  }

  private static int size(MultiMap headers) {
    int size = 0;
    for (Map.Entry<String, String> header : headers) {
      size += header.getKey().length() + header.getValue().length();
    }
    return size;
  }

  /** Slow senders of documents are not counted: they must not keep others out. */
  private void enter(RoutingContext context) {
    if (admission.enter()) {
      context.addEndHandler(answered -> admission.leave());
      context.next();
    } else {
      busy(context);
    }
  }

  private void stream(RoutingContext context) {
    String key = Bearer.of(context.request());
    ErrorCode refusal = admission.enterStream(key);
    if (refusal != null) {
      EarlyProblem.answer(context, refusal, "Nothing was stored. Send it again later.");
      return;
    }
    long timer =
        context.vertx().setTimer(settings.streamTimeout().toMillis(), late -> hangUp(context));
    context.addEndHandler(
        answered -> {
          context.vertx().cancelTimer(timer);
          admission.leaveStream(key);
          if (context.get(TOO_SLOW) != null) {
            hangUp(context);
          }
        });
    enter(context);
  }

  /** What still comes of the body is not waited for. */
  static void hangUpOnceAnswered(RoutingContext context) {
    context.put(TOO_SLOW, true);
  }

  private static void hangUp(RoutingContext context) {
    context.request().connection().close();
  }

  /** Where an address takes several types, the framework fails on one without a slash. */
  private static boolean hasMediaType(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    try {
      return type == null || MediaType.valueOf(type) != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /**
   * Whether the framework would refuse it for its length. It does so in a way of which nobody here
   * hears, and what it took of our room would be taken for ever.
   */
  private boolean isBeyondAll(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > largest;
  }

  /**
   * Empty elements of a list are to be ignored (RFC 9110, 5.6.1.2); the framework fails on them.
   */
  private static void ignoreEmptyAccepts(HttpServerRequest request) {
    List<String> said =
        request.headers().getAll(HttpHeaders.ACCEPT).stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .toList();
    List<String> kept = said.stream().filter(type -> !type.isBlank()).toList();
    if (kept.isEmpty()) {
      request.headers().remove(HttpHeaders.ACCEPT);
    } else if (kept.size() < said.size()) {
      request.headers().set(HttpHeaders.ACCEPT, String.join(",", kept));
    }
  }

  /** The framework may find out only when the answer is written, and what was sent is stored. */
  private static boolean saysWhatItAccepts(HttpServerRequest request) {
    ignoreEmptyAccepts(request);
    try {
      return request.headers().getAll(HttpHeaders.ACCEPT).stream()
          .flatMap(accepted -> MediaTypeHelper.parseHeader(accepted).stream())
          .allMatch(type -> MediaTypeHelper.getQWithParamInfo(type) >= 0);
    } catch (IllegalArgumentException | WebApplicationException malformed) {
      return false;
    }
  }

  private static boolean isEncoded(HttpServerRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return encoding != null && !encoding.equalsIgnoreCase("identity");
  }

  /** Lines and tables; JSON objects and forms are read as a whole anyway. */
  static boolean isStreamed(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return STREAMED.contains(plain);
  }

  private static void busy(RoutingContext context) {
    EarlyProblem.answer(context, ErrorCode.UNAVAILABLE, "Nothing was stored. Send it again later.");
  }
}
