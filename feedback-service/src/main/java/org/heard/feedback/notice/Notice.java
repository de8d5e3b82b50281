package org.heard.feedback.notice;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people are told before they answer, in one language, of one organisation.
 *
 * @param staff what staff say who hand out cards
 * @param languages in which there is one
 */
@Schema(name = "Notice")
public record Notice(
    @Schema(maxLength = 35, description = "Of these texts, BCP 47", examples = "en")
        String language,
    @Schema(
            maxLength = 10000,
            description = "Above it all",
            examples = "How we use what you tell us")
        String title,
    @Schema(
            maxLength = 10000,
            description = "Always shown, before any question",
            examples = "Nobody watches these answers for urgent help.")
        String urgent,
    @Schema(
            maxLength = 10000,
            description = "What to do instead; always shown, too",
            examples = "If you need someone now, tell a member of staff or use your call bell.")
        String help,
    @Schema(
            maxLength = 10000,
            description = "Who is responsible, and for what; always shown, too",
            examples = "Northmoor asks you for this answer and is responsible for it.")
        String controller,
    @Schema(
            maxLength = 10000,
            description = "Opens the paragraphs, where they are not shown at once",
            examples = "Read more about your answer")
        String more,
    @Schema(
            maxItems = 7,
            description =
                "How it is used, that nothing has to be agreed to, what happens to names, when"
                    + " words are shown, what happens to a contact, what the receipt is for, what"
                    + " one may do against it",
            examples = "[\"You choose whether to answer.\"]")
        List<String> paragraphs,
    @Schema(
            maxLength = 10000,
            description = "For staff: what to say before somebody gets a card",
            examples = "Before somebody gets a card, tell them: …")
        String staff,
    @Schema(maxItems = 200, description = "In which there is a notice") List<Language> languages) {

  /** A language in which there is a notice. */
  @Schema(name = "NoticeLanguage")
  public record Language(
      @Schema(maxLength = 35, description = "BCP 47", examples = "cy") String language,
      @Schema(maxLength = 10000, description = "In that language", examples = "Cymraeg")
          String name) {}

  /** The texts with the organisation's name in them. */
  static Notice of(
      String language, Map<String, String> texts, String organisation, List<Language> languages) {
    return new Notice(
            language,
            texts.get("title"),
            texts.get("urgent"),
            texts.get("help"),
            texts.get("controller"),
            texts.get("more"),
            NoticeFile.MORE.stream().map(texts::get).toList(),
            texts.get("staff"),
            languages)
        .by(organisation);
  }

  private Notice by(String organisation) {
    return new Notice(
        language,
        named(title, organisation),
        named(urgent, organisation),
        named(help, organisation),
        named(controller, organisation),
        named(more, organisation),
        paragraphs.stream().map(text -> named(text, organisation)).toList(),
        named(staff, organisation),
        languages);
  }

  private static String named(String text, String organisation) {
    return text.replace(NoticeFile.ORGANISATION, organisation);
  }

  /** The other languages, to choose from. */
  public List<Language> others() {
    return languages.stream().filter(each -> !each.language().equals(language)).toList();
  }
}
