package org.heard.analytics.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;

/**
 * What a person wrote in the place of an answer that was held back for its language.
 *
 * @param originalHash of what was published
 * @param alerts that the answer and every text in its place have raised
 */
record Translation(
    CommentId comment, Kind kind, String text, byte[] originalHash, Set<AlertCategory> alerts) {

  /** What the text is. */
  enum Kind {
    /** The answer in English: it is read, tagged and counted as any other. */
    TRANSLATION,
    /** The answer in its language, without identifiers: it is shown and has no content to count. */
    CLEARED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for null or any other code. */
    static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  private static final int VERSION_BYTES = 6;
  private static final String ENGLISH = "en";
  private static final String UNDETERMINED = "und";

  Translation {
    alerts = Set.copyOf(alerts);
  }

  static byte[] hash(String original) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(original.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Tells one answer's words from other words of it: 48 bits of a hash, in hexadecimal. It is given
   * to nobody but who is given the words; with the id in it, it does not tell which answers are
   * alike either.
   */
  static String version(CommentId comment, String published) {
    byte[] digest = hash(comment + "\n" + published);
    return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
  }

  boolean saysTheSame(Translation other) {
    return kind == other.kind && text.equals(other.text);
  }

  Translation raising(Set<AlertCategory> others) {
    Set<AlertCategory> all = EnumSet.noneOf(AlertCategory.class);
    all.addAll(alerts);
    all.addAll(others);
    return new Translation(comment, kind, text, originalHash, all);
  }

  /** Whether an answer is still the one that this was written for, and still held back. */
  boolean fits(NewComment published) {
    return published.text() != null
        && (published.heldForLanguage() || published.tagged().unsupportedLanguage())
        && Arrays.equals(originalHash, hash(published.text()));
  }

  /**
   * The answer with this text in its place. Tokens in it were numbered without the submission's
   * other answers and stand for nobody there, so no name is told by them.
   */
  NewComment appliedTo(NewComment published, Tagger tagger) {
    CommentText read = new CommentText(published.question(), published.rating(), text);
    TaggedComment tagged = kind == Kind.TRANSLATION ? tagger.tag(read) : tagger.tagUnread(read);
    Set<AlertCategory> raised = raising(published.tagged().categories()).alerts();
    String known = published.knownLanguage();
    boolean english = kind == Kind.TRANSLATION;
    return published.with(
        text,
        english ? ENGLISH : known,
        published.text(),
        !english ? null : known == null ? UNDETERMINED : known,
        tagged.alsoRaising(raised, text));
  }
}
