package org.heard.feedback.problem;

import java.util.Map;

/** A refusal for a person with a browser: the same closed codes in plain words. */
public final class ProblemPage {
  /** The media type of pages. */
  public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  /**
   * What every page carries: no script, nothing from elsewhere, in nobody's frame. To pages of its
   * own a browser tells where a form came from, to others nothing.
   */
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  private ProblemPage() {}

  /** The page for a problem; it holds nothing that was sent. */
  public static String html(ErrorCode code) {
    String[] words = words(code);
    return """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%1$s</title>
    <link rel="stylesheet" href="/pages/heard.css">
    </head>
    <body data-code="%3$s">
    <main>
    <h1>%1$s</h1>
    <p>%2$s</p>
    <p class="code">Code: %3$s</p>
    </main>
    </body>
    </html>
    """
        .formatted(words[0], words[1], code.name());
  }

  private static String[] words(ErrorCode code) {
    return switch (code.status()) {
      case 401 ->
          new String[] {
            "This browser is not open for cards any more",
            "Nothing was stored. Open the page of this address in another tab with a new code, then"
                + " reload this page and say yes if your browser asks whether to send again."
          };
      case 404 ->
          new String[] {
            "There is no page here",
            "Please check the six characters after the last stroke of the address. The letters I, L"
                + " and O may be typed for 1 and 0. If the address is right, ask a member of staff:"
                + " the poster may be an old one."
          };
      case 413 ->
          new String[] {
            "That is more than we can take at once",
            "Nothing was sent. Please go back, shorten what you wrote and send it again."
          };
      case 408, 429, 500, 503 ->
          new String[] {
            "Please try again in a moment",
            "We could not take this just now. Wait a few seconds and reload this page. If your"
                + " browser asks whether to send again, say yes: it will not be counted twice."
          };
      default ->
          new String[] {
            "That could not be sent",
            "Nothing was stored. Please go back and open the page again from its address."
          };
    };
  }
}
