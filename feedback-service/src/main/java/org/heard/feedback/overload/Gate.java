package org.heard.feedback.overload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.heard.feedback.problem.EarlyProblem;
import org.heard.feedback.problem.ErrorCode;

/**
 * Lets in what there is room for, and bodies that can be handled. Documents are collected here;
 * every other body is streamed to the thread that reads it.
 */
@ApplicationScoped
class Gate {
  private static final Set<String> STREAMED =
      Set.of("application/x-ndjson", "application/jsonl", "text/csv");

  /** After the check of the path, before everything else. */
  private static final int SECOND = Integer.MAX_VALUE - 1;

  private final OverloadSettings settings;
  private final Admission admission;

  Gate(OverloadSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.admission = new Admission(settings);
    Gauge.builder("heard.requests.unanswered", admission::requests)
        .description("Requests that are not answered yet")
        .register(meters);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, SECOND);
  }

  private void check(RoutingContext context) {
    // Whether it is healthy can be asked however much there is to do.
    if (context.request().path().startsWith("/q/")) {
      context.next();
    } else {
      body(context);
    }
  }

  private void body(RoutingContext context) {
    HttpServerRequest request = context.request();
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    if (!hasMediaType(request)) {
      EarlyProblem.answer(
          context, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not a media type.");
      // What comes is dropped, so that the connection can be used again.
      request.resume();
    } else if (!chunked && (length == null || length.equals("0"))) {
      enter(context);
    } else if (isEncoded(request)) {
      // What is small on the way may be endless once unpacked.
      EarlyProblem.answer(
          context, ErrorCode.UNSUPPORTED_ENCODING, "Send the body without Content-Encoding.");
    } else if (!isDocument(request)) {
      stream(context);
    } else if (length == null) {
      EarlyProblem.answer(context, ErrorCode.LENGTH_REQUIRED, "Send Content-Length.");
    } else {
      DocumentBody.collect(context, admission, settings.bodyTimeout(), () -> enter(context));
    }
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
    if (!admission.enterStream()) {
      busy(context);
      return;
    }
    long timer =
        context
            .vertx()
            .setTimer(
                settings.streamTimeout().toMillis(),
                late -> context.request().connection().close());
    context.addEndHandler(
        answered -> {
          context.vertx().cancelTimer(timer);
          admission.leaveStream();
        });
    enter(context);
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

  private static boolean isEncoded(HttpServerRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return encoding != null && !encoding.equalsIgnoreCase("identity");
  }

  /** A JSON object or a form, which is read as a whole anyway; lines and tables are not. */
  private static boolean isDocument(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return !STREAMED.contains(plain);
  }

  private static void busy(RoutingContext context) {
    EarlyProblem.answer(context, ErrorCode.UNAVAILABLE, "Nothing was stored. Send it again later.");
  }
}
