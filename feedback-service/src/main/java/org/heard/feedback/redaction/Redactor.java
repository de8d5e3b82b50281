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
  public static final String VERSION = "names-4";

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
   * The text without identifiers.
   *
   * @param places names that stay where they name a place
   * @param tokens of the names in the same submission so far
   * @param withNames false where the language is not one whose names are found
   */
  public Redaction redact(String text, PlaceNames places, NameTokens tokens, boolean withNames) {
    List<Found> found = structured.find(Folded.of(text));
    if (withNames) {
      for (NameFinder.Name name : NameFinder.find(text, places)) {
        if (!isTelephone(text, name)) {
          found.add(
              new Found(
                  name.staff() ? IdentifierKind.STAFF : IdentifierKind.PERSON,
                  name.start(),
                  name.end()));
        }
      }
    }
    return replace(text, withoutOverlaps(found), tokens);
  }

  /** "Tel: 07700 900123" names nobody, "Tel was kind" does. */
  private static boolean isTelephone(String text, NameFinder.Name name) {
    return name.end() - name.start() == "tel".length()
        && TELEPHONE.matcher(text).region(name.start(), text.length()).lookingAt();
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

  private static Redaction replace(String text, List<Found> found, NameTokens tokens) {
    StringBuilder out = new StringBuilder(text.length());
    List<Removed> removed = new ArrayList<>();
    List<StaffToken> staff = new ArrayList<>();
    int from = 0;
    for (Found identifier : found) {
      IdentifierKind kind = identifier.kind();
      String token =
          kind.isName()
              ? tokens.of(
                  text.substring(identifier.start(), identifier.end()),
                  kind == IdentifierKind.STAFF)
              : kind.token();
      out.append(text, from, identifier.start());
      if (kind == IdentifierKind.STAFF) {
        staff.add(new StaffToken(token, out.length(), out.length() + token.length()));
      }
      out.append(token);
      removed.add(new Removed(kind, identifier.start(), identifier.end(), token));
      from = identifier.end();
    }
    out.append(text, from, text.length());
    return new Redaction(out.toString(), List.copyOf(removed), List.copyOf(staff));
  }
}
