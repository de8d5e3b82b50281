package org.heard.feedback.intake;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Reads what a browser sends of a form ({@code application/x-www-form-urlencoded}), strictly. */
final class FormBody {
  private FormBody() {}

  /**
   * The values of a form that says it is one.
   *
   * @throws ProblemException {@code UNSUPPORTED_MEDIA_TYPE}, and as below
   */
  static Map<String, String> read(HttpHeaders headers, InputStream body, FormSettings settings) {
    String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    String plain = type == null ? "" : type.split(";", 2)[0].strip();
    if (!plain.equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED)) {
      throw new ProblemException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the form as a browser does.");
    }
    return read(body, settings.maxBytes(), settings.maxFields());
  }

  /**
   * The values by their fields' names, line breaks as in every other door.
   *
   * @throws ProblemException {@code BODY_TOO_LARGE}, {@code INVALID_FORM}, {@code NUL_CHARACTER}
   */
  static Map<String, String> read(InputStream body, int maxBytes, int maxFields) {
    try {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new ProblemException(
            ErrorCode.BODY_TOO_LARGE, "At most " + maxBytes + " bytes are taken.");
      }
      return parse(new String(bytes, StandardCharsets.ISO_8859_1), maxFields);
    } catch (IOException brokenOff) {
      throw new ProblemException(
          ErrorCode.INCOMPLETE_BODY, "The body broke off or took too long to come.");
    }
  }

  private static Map<String, String> parse(String body, int maxFields) {
    Map<String, String> values = new LinkedHashMap<>();
    // One after the other: there may be far more than are taken.
    for (int begin = 0, end; begin <= body.length(); begin = end + 1) {
      int next = body.indexOf('&', begin);
      end = next < 0 ? body.length() : next;
      String pair = body.substring(begin, end);
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (values.put(name, value.replace("\r\n", "\n")) != null || values.size() > maxFields) {
        throw invalid();
      }
    }
    return values;
  }

  private static String decoded(String escaped) {
    try {
      // To bytes first: the library would replace what is no UTF-8.
      byte[] bytes =
          URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new ProblemException(
            ErrorCode.NUL_CHARACTER, "Text may hold any character but U+0000.");
      }
      return text;
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return new ProblemException(ErrorCode.INVALID_FORM, "Send the form as a browser does.");
  }
}
