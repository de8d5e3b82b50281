package org.heard.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.heard.feedback.device.KeyExchange;
import org.heard.feedback.device.Sender;
import org.heard.feedback.notice.Notice;
import org.heard.feedback.notice.Notices;
import org.heard.feedback.page.PageSettings;
import org.heard.feedback.page.Pages;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Browsers that are desks: each holds its key in a cookie, and only pages of ours are heard. */
@ApplicationScoped
class Desks {
  static final String COOKIE = "heard-desk";
  static final URI HERE = URI.create("/paper");

  private final KeyExchange keys;
  private final PaperDoor door;
  private final PaperSettings settings;
  private final PageSettings pageSettings;
  private final Pages pages;
  private final Notices notices;

  Desks(
      KeyExchange keys,
      PaperDoor door,
      PaperSettings settings,
      PageSettings pageSettings,
      Pages pages,
      Notices notices) {
    this.keys = keys;
    this.door = door;
    this.settings = settings;
    this.pageSettings = pageSettings;
    this.pages = pages;
    this.notices = notices;
  }

  /** The key for a one-time code, which is used up then. */
  String keyFor(String code) {
    return keys.keyFor(code);
  }

  /** The cookie in which a browser holds its desk's key. */
  NewCookie cookie(String key) {
    return cookie(key, settings.session());
  }

  /** The same, ended. */
  NewCookie noCookie() {
    return cookie("", Duration.ZERO);
  }

  private static NewCookie cookie(String value, Duration lifetime) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path(HERE.getPath())
        .maxAge((int) lifetime.toSeconds())
        .httpOnly(true)
        .secure(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  /**
   * The desk of this key.
   *
   * @throws ProblemException {@code UNAUTHORIZED} or {@code KEY_REVOKED} if there is none any more
   */
  Sender good(String key) {
    if (key == null || key.isEmpty()) {
      throw new ProblemException(ErrorCode.UNAUTHORIZED, "This browser is no desk.");
    }
    Sender sender = keys.identify(key);
    sender.requireGoodKey();
    return sender;
  }

  /** The same; null if there is none or the key is not good any more. */
  Sender find(String key) {
    try {
      return good(key);
    } catch (ProblemException refused) {
      if (refused.problem().status() == 401) {
        return null;
      }
      throw refused;
    }
  }

  /** The page with a card that was keyed before its browser was this desk. */
  Response filledIn(Map<String, String> card, String key, HttpHeaders headers) {
    Sender desk = keys.identify(key);
    return pages.paper(door.open(desk, card), notice(desk, headers));
  }

  /** What people are told, on the pages of this desk. */
  Notice notice(Sender desk, HttpHeaders headers) {
    return notices.of(desk.organisationId(), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** The card in what was sent; none if another site's page sent it. */
  Map<String, String> card(Map<String, String> values, HttpHeaders headers) {
    return isOurs(headers) ? Card.in(values) : Map.of();
  }

  /** Whether a page of ours sent it. */
  boolean isOurs(HttpHeaders headers) {
    return FormOrigin.isOurs(headers, pageSettings.address());
  }

  /**
   * @throws ProblemException {@code FORBIDDEN} if another site's page sent it
   */
  void requireOurs(HttpHeaders headers) {
    if (!isOurs(headers)) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "Sent from another site's page.");
    }
  }
}
