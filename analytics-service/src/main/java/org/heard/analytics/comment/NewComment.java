package org.heard.analytics.comment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.Question;
import org.heard.analytics.tagging.TaggedComment;

/**
 * One answered question, tagged, to be kept.
 *
 * @param n its place among the answers of its submission, from 1
 * @param countedOn day in the organisation's zone
 * @param rating of the whole submission; may be null
 * @param text null when only the fact may be kept
 * @param language identified on arrival; may be null
 * @param heldForLanguage what feedback-service said of it
 * @param original what was published, where a person has put another text in its place; else null
 * @param translatedFrom the original's language where the text is a translation of it; else null
 * @param praised tokens of staff names that its ward's leader may be told
 */
public record NewComment(
    UUID submissionId,
    int n,
    String wardId,
    LocalDate countedOn,
    Integer rating,
    Question question,
    String text,
    String language,
    boolean heldForLanguage,
    String original,
    String translatedFrom,
    TaggedComment tagged,
    List<String> praised) {

  private static final String UNKNOWN_LANGUAGE = "und";

  /** Goes with the words: what is kept without them is of a language that nobody knows. */
  String knownLanguage() {
    if (text == null) {
      return null;
    }
    if (language != null) {
      return language;
    }
    return UNKNOWN_LANGUAGE.equals(tagged.language()) ? null : tagged.language();
  }

  String withheld() {
    Optional<Withheld> reason =
        original == null ? Withheld.of(tagged, heldForLanguage) : Withheld.inReview(tagged);
    return reason.map(Withheld::name).orElse(null);
  }

  CommentId id() {
    return new CommentId(submissionId, n);
  }

  NewComment withoutNames() {
    return with(text, language, original, translatedFrom, tagged);
  }

  /** The same with these alerts, too, and no name of staff in it that anyone may be told. */
  NewComment alsoRaising(Set<AlertCategory> categories) {
    TaggedComment raising = tagged.alsoRaising(categories, text == null ? "" : text);
    return with(text, language, original, translatedFrom, raising);
  }

  /** The same answer in other words, and no name of staff in it that anyone may be told. */
  NewComment with(
      String otherText,
      String otherLanguage,
      String publishedText,
      String publishedLanguage,
      TaggedComment otherTagged) {
    return new NewComment(
        submissionId,
        n,
        wardId,
        countedOn,
        rating,
        question,
        otherText,
        otherLanguage,
        heldForLanguage,
        publishedText,
        publishedLanguage,
        otherTagged,
        List.of());
  }

  /**
   * Orders the comments of a day by nothing that means anything: ids can be made in the order of
   * arrival, so their bits are mixed (the finaliser of MurmurHash3).
   */
  long shuffle() {
    long bits = submissionId.getMostSignificantBits() * 31 + submissionId.getLeastSignificantBits();
    bits += n * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    bits = (bits ^ (bits >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return bits ^ (bits >>> 33);
  }
}
