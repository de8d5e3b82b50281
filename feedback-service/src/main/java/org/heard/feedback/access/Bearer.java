package org.heard.feedback.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** What a request shows as its bearer. Read in one way, so that a key has one spelling. */
public final class Bearer {
  private static final String SCHEME = "bearer ";

  private Bearer() {}

  /**
   * The key or token of a request, without the scheme and what is blank around it.
   *
   * @return null if it shows none
   */
  public static String of(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? null
        : header.substring(SCHEME.length()).strip();
  }
}
