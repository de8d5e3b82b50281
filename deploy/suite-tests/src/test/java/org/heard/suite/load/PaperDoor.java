package org.heard.suite.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.heard.suite.ledger.Sent;

/** Staff who key cards of many wards at one desk. */
final class PaperDoor extends PageDoor {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** Older than a clock jumps back: a card of tomorrow is refused, and rightly. */
  private static final int YOUNGEST_DAYS = 11;

  private static final int DAYS = 10;

  private final String key;
  private volatile String cookie = "";

  /**
   * @param key an importer's
   */
  PaperDoor(int port, String key) {
    super(port);
    this.key = key;
  }

  /** Opens the desk first if this browser is none yet. */
  @Override
  Optional<Sent> open(Sent said) throws InterruptedException {
    return isDesk() ? super.open(said) : Optional.empty();
  }

  private boolean isDesk() throws InterruptedException {
    try {
      if (cookie.isEmpty()) {
        HttpResponse<String> answer = post(browser("/paper/open"), "code=" + key);
        cookie =
            answer.headers().firstValue("Set-Cookie").map(set -> set.split(";", 2)[0]).orElse("");
      }
    } catch (IOException broken) {
      // No desk yet; whoever keys the next card tries again.
    }
    return !cookie.isEmpty();
  }

  @Override
  HttpRequest.Builder page(Sent said) {
    return browser("/paper").header("Cookie", cookie);
  }

  @Override
  String more(Sent sent) {
    return "&mode=paper-home&ward=" + sent.wardId() + "&day=" + day(sent);
  }

  /** The same each time that a card is sent. */
  private static LocalDate day(Sent sent) {
    return LocalDate.ofInstant(sent.authoredAt(), ZONE)
        .minusDays(YOUNGEST_DAYS + Math.floorMod(sent.id().hashCode(), DAYS));
  }
}
