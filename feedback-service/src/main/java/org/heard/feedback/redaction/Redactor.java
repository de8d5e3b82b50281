package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.heard.feedback.redaction.Redaction.Removed;
import org.heard.feedback.redaction.Redaction.StaffToken;

/**
 * Takes out of a text what tells who somebody is: identifiers that have a form, and names of
 * persons, unless the text is in a language whose names cannot be told. Pure and safe for use by
 * many threads. It lessens a risk and makes nobody anonymous.
 */
public final class Redactor {
  /** Changes whenever the same text could come out differently. */
  public static final String VERSION = "names-8";

  private static final Pattern TELEPHONE =
      Pattern.compile("tel\\.?[ :]{0,3}[0-9+(]", Pattern.CASE_INSENSITIVE);

  private final Structured structured;

  /**
   * A redactor of one trust.
   *
   * @param hospitalNumbers forms of its own numbers, beside those that all have
   */
  public Redactor(List<Pattern> hospitalNumbers) {
    structured = new Structured(hospitalNumbers);
  }

  /**
   * A text of a submission.
   *
   * @param withNames false where the language is not one whose names are found
   */
  public record Text(String text, boolean withNames) {}

  /**
   * The text without identifiers, where it is all that a submission says.
   *
   * @param places names that stay where they name a place
   * @param tokens that the names get
   * @param withNames false where the language is not one whose names are found
   */
  public Redaction redact(String text, PlaceNames places, NameTokens tokens, boolean withNames) {
    return redact(List.of(new Text(text, withNames)), places, tokens).get(0);
  }

  /**
   * The texts of one submission without identifiers. A name that is found in one of them goes
   * wherever it stands, also before it was found and where names are not looked for.
   *
   * @param places names that stay where they name a place
   * @param tokens that the names get
   */
  public List<Redaction> redact(List<Text> texts, PlaceNames places, NameTokens tokens) {
    List<List<Removed>> taken = new ArrayList<>();
    for (Text each : texts) {
      taken.add(withTokens(withoutOverlaps(find(each, places)), each.text(), tokens));
    }
    NameMentions mentions = new NameMentions(places, tokens);
    List<Redaction> redacted = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      String text = texts.get(i).text();
      List<Removed> all = taken.get(i);
      if (!tokens.isEmpty()) {
        Words words = Words.of(text);
        NameCues cues = new NameCues(words);
        all = mentions.with(all, text, words, cues);
        Tellable.judge(words, cues, all, tokens);
      }
      redacted.add(replace(text, all));
    }
    return redacted;
  }

  private List<Found> find(Text text, PlaceNames places) {
    Folded folded = Folded.of(text.text());
    List<Found> found = new ArrayList<>();
    structured.find(folded.text()).forEach(each -> found.add(folded.inOriginal(each)));
    if (text.withNames()) {
      for (NameFinder.Name name : NameFinder.find(text.text(), places)) {
        if (!isTelephone(text.text(), name.start(), name.end())) {
          found.add(
              new Found(
                  name.staff() ? IdentifierKind.STAFF : IdentifierKind.PERSON,
                  name.start(),
                  name.end()));
        }
      }
    }
    return found;
  }

  /** "Tel: 07700 900123" names nobody, "Tel was kind" does. */
  static boolean isTelephone(String text, int start, int end) {
    return end - start == "tel".length()
        && TELEPHONE.matcher(text).region(start, text.length()).lookingAt();
  }

  /** Of identifiers that overlap one is left, widened to cover all. */
  private static List<Found> withoutOverlaps(List<Found> found) {
    List<Found> kept = new ArrayList<>();
    List<Found> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparingInt(Found::start));
    for (Found next : ordered) {
      Found last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null || next.start() >= last.end()) {
        kept.add(next);
      } else {
        IdentifierKind kind = last.kind().compareTo(next.kind()) <= 0 ? last.kind() : next.kind();
        kept.set(kept.size() - 1, new Found(kind, last.start(), Math.max(last.end(), next.end())));
      }
    }
    return kept;
  }

  private static List<Removed> withTokens(List<Found> found, String text, NameTokens tokens) {
    List<Removed> removed = new ArrayList<>();
    for (Found identifier : found) {
      IdentifierKind kind = identifier.kind();
      String written = text.substring(identifier.start(), identifier.end());
      String token =
          kind.isName() ? tokens.of(written, kind == IdentifierKind.STAFF) : kind.token();
      removed.add(new Removed(kind, identifier.start(), identifier.end(), token));
    }
    return removed;
  }

  private static Redaction replace(String text, List<Removed> removed) {
    StringBuilder out = new StringBuilder(text.length());
    List<StaffToken> staff = new ArrayList<>();
    int from = 0;
    for (Removed each : removed) {
      out.append(text, from, each.start());
      if (each.kind() == IdentifierKind.STAFF) {
        staff.add(new StaffToken(each.token(), out.length(), out.length() + each.token().length()));
      }
      out.append(each.token());
      from = each.end();
    }
    out.append(text, from, text.length());
    return new Redaction(out.toString(), List.copyOf(removed), List.copyOf(staff));
  }
}
