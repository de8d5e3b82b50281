package org.heard.suite.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/**
 * A page in a browser. The page makes the id, so it is opened first; one that was sent too soon or
 * too late for the service's clock is shown again, and sent again as it is shown.
 */
abstract class PageDoor extends OneByOne {
  private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("data-code=\"([A-Z_]+)\"");
  private static final Pattern RECEIPT =
      Pattern.compile("<strong>((?:[0-9A-Z]{4}-){4}[0-9A-Z*~$=])</strong>");
  private static final List<String> FIELDS = List.of("good", "improve");
  private static final List<String> AGAIN = List.of("FORM_TOO_FAST", "FORM_EXPIRED");

  private final Map<UUID, String> tokens = new ConcurrentHashMap<>();

  PageDoor(int port) {
    super(port);
  }

  /** Where the page for these words is, and goes; with what the browser sends along. */
  abstract HttpRequest.Builder page(Sent said);

  /** Fields that only this page has, as a browser sends them, each after an ampersand. */
  abstract String more(Sent sent);

  /** The same words under the id of a page that was opened for them; empty without a page. */
  Optional<Sent> open(Sent said) throws InterruptedException {
    try {
      HttpResponse<String> shown = client.send(page(said).GET().build(), BodyHandlers.ofString());
      return shown.statusCode() == 200
          ? Optional.of(said.under(remember(shown.body())))
          : Optional.empty();
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  @Override
  final Entry send(Sent sent) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(page(sent), filledIn(sent));
    if (answer.statusCode() < 300) {
      return Entry.of(kind(answer.statusCode()), sent, found(RECEIPT, answer.body()));
    }
    if (answer.statusCode() == 422 && AGAIN.contains(found(CODE, answer.body()))) {
      UUID shown = remember(answer.body());
      if (!shown.equals(sent.id())) {
        throw new AssertionError("the page of " + sent.id() + " came back as that of " + shown);
      }
      return Entry.of(Entry.Kind.UNKNOWN, sent, "");
    }
    return Entry.of(kind(answer.statusCode()), sent, "");
  }

  HttpRequest.Builder browser(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(PATIENCE)
        .header("Accept", "text/html");
  }

  HttpResponse<String> post(HttpRequest.Builder page, String fields)
      throws IOException, InterruptedException {
    return client.send(
        page.header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields))
            .build(),
        BodyHandlers.ofString());
  }

  private String filledIn(Sent sent) {
    StringBuilder form =
        new StringBuilder("form=" + tokens.get(sent.id()) + "&rating=" + sent.rating());
    for (int i = 0; i < sent.texts().size(); i++) {
      form.append('&').append(FIELDS.get(i)).append('=');
      form.append(URLEncoder.encode(sent.texts().get(i), StandardCharsets.UTF_8));
    }
    return form.append(more(sent)).toString();
  }

  /** The id that what the page sends will have. */
  private UUID remember(String page) {
    String token = found(TOKEN, page);
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    UUID id = new UUID(bytes.getLong(), bytes.getLong());
    tokens.put(id, token);
    return id;
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in a page of feedback-service");
    }
    return matcher.group(1);
  }
}
