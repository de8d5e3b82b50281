package org.heard.analytics.comment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
    TaggedComment tagged,
    List<String> praised) {

  private static final String UNKNOWN_LANGUAGE = "und";

  String knownLanguage() {
    if (language != null) {
      return language;
    }
    return UNKNOWN_LANGUAGE.equals(tagged.language()) ? null : tagged.language();
  }

  String withheld() {
    return Withheld.of(tagged, heldForLanguage).map(Withheld::name).orElse(null);
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
