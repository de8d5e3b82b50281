package org.heard.feedback.notice;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heard.feedback.directory.Directory;

/** The notices of all languages, read once at the start, which a faulty one stops. */
@Startup
@ApplicationScoped
public class Notices {
  private static final String ENGLISH = "en";
  private static final int MAX_WISH = 200;

  private final Directory directory;
  private final Map<String, Map<String, String>> texts;
  private final List<Notice.Language> languages;

  Notices(Directory directory, NoticeSettings settings) {
    this.directory = directory;
    this.texts = NoticeFolder.read(settings);
    this.languages =
        texts.entrySet().stream()
            .map(each -> new Notice.Language(each.getKey(), each.getValue().get("name")))
            .toList();
  }

  /**
   * The notice of an organisation.
   *
   * @param organisationId null where it is not known whose ward it will be about
   * @param wishes languages, each BCP 47 or as in {@code Accept-Language}, or null: the first that
   *     can be met; English where none can
   */
  @Transactional
  public Notice of(String organisationId, String... wishes) {
    String language = choose(texts.keySet(), wishes);
    return in(language, organisationId);
  }

  /** In each of these languages in which there is one, in their order; in English if in none. */
  @Transactional
  public List<Notice> of(String organisationId, List<String> wishes) {
    List<String> met =
        wishes.stream()
            .map(wish -> met(texts.keySet(), wish))
            .filter(each -> each != null)
            .toList();
    return (met.isEmpty() ? List.of(ENGLISH) : met)
        .stream().distinct().map(language -> in(language, organisationId)).toList();
  }

  private Notice in(String language, String organisationId) {
    Map<String, String> its = texts.get(language);
    String name =
        organisationId == null
            ? its.get("organisation")
            : directory.organisationName(organisationId).orElse(its.get("organisation"));
    return Notice.of(language, its, name, languages);
  }

  /** Of these languages the one for the first wish that can be met; English where none can. */
  static String choose(Collection<String> known, String... wishes) {
    for (String wish : wishes) {
      String language = met(known, wish);
      if (language != null) {
        return language;
      }
    }
    return ENGLISH;
  }

  private static String met(Collection<String> known, String wish) {
    if (wish == null || wish.isBlank() || wish.length() > MAX_WISH) {
      return null;
    }
    try {
      String found = Locale.lookupTag(Locale.LanguageRange.parse(wish), known);
      return found == null ? null : spelt(known, found);
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      // The second is what the library throws at hyphens without a word between them.
      return null;
    }
  }

  /** As the file is named: what was looked up comes back in small letters. */
  private static String spelt(Collection<String> known, String found) {
    return known.stream().filter(found::equalsIgnoreCase).findFirst().orElse(null);
  }
}
