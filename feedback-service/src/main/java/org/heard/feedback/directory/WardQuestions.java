package org.heard.feedback.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/**
 * What is asked on a ward. The first question is the Friends and Family Test's and the same
 * everywhere (NHS England, since April 2020); those for texts a trust may word itself.
 *
 * @param questions in the order in which they are asked
 */
@Schema(name = "WardQuestions")
public record WardQuestions(
    @Schema(
            readOnly = true,
            enumeration = WardQuestions.FFT,
            description = "The Friends and Family Test's question, which no trust words itself")
        String overall,
    @Schema(
            maxItems = 3,
            description =
                "For texts, in the order in which they are asked, each at most once; none sent: the"
                    + " usual ones")
        List<WardQuestion> questions) {
  static final int MAX_LANGUAGES = 40;

  /** The first question, word for word as NHS England has it. */
  public static final String FFT = "Overall, how was your experience of our service?";

  private static final List<WardQuestion> DEFAULTS =
      List.of(
          new WardQuestion("good", Map.of("en", "What was good about it?")),
          new WardQuestion("improve", Map.of("en", "What could we do better?")),
          new WardQuestion("why", Map.of("en", "Why did you give that answer?")));
  private static final Set<String> NAMES = Set.of("good", "improve", "why");
  private static final int MAX_LANGUAGE = 35;
  private static final int MAX_CODE_POINTS = 200;

  /** With a trust's own questions, or the usual ones where it has none. */
  static WardQuestions of(List<WardQuestion> own) {
    return new WardQuestions(FFT, own == null || own.isEmpty() ? DEFAULTS : own);
  }

  /** What is asked where a trust has no words of its own, or there is no ward to ask for. */
  public static WardQuestions usual() {
    return of(null);
  }

  /** Reads a trust's own questions; none: the usual ones. */
  static List<WardQuestion> read(ObjectNode body, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    List<WardQuestion> questions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Fields item : fields.objects("questions")) {
      String question = item.required("question", item.oneOf("question", NAMES));
      if (question != null && !seen.add(question)) {
        item.wrong("question", ErrorCode.INVALID_VALUE);
      }
      Fields texts = item.required("texts", item.object("texts"));
      questions.add(new WardQuestion(question, texts == null ? Map.of() : texts(texts)));
      item.rejectUnknown();
    }
    fields.rejectUnknown();
    fields.check();
    return questions;
  }

  private static Map<String, String> texts(Fields texts) {
    Map<String, String> byLanguage = new TreeMap<>();
    for (String language : texts.names()) {
      if (!isLanguage(language)) {
        texts.wrong("", ErrorCode.INVALID_LANGUAGE);
        continue;
      }
      String text = texts.requiredText(language);
      if (text != null && text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
        texts.wrong(language, ErrorCode.TEXT_TOO_LONG);
      } else if (text != null) {
        byLanguage.put(language, text.strip());
      }
    }
    if (texts.names().isEmpty() || texts.names().size() > MAX_LANGUAGES) {
      texts.wrong("", ErrorCode.INVALID_VALUE);
    }
    return byLanguage;
  }

  private static boolean isLanguage(String tag) {
    try {
      return !tag.isEmpty()
          && tag.length() <= MAX_LANGUAGE
          && new Locale.Builder().setLanguageTag(tag).build().toLanguageTag().equals(tag);
    } catch (IllformedLocaleException malformed) {
      return false;
    }
  }
}
