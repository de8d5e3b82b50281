package org.heard.feedback.redaction;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.redaction.Word.Gap;
import org.heard.feedback.redaction.Word.Spelling;

/** The words of a text, in their order, and how the text as a whole uses capitals. */
final class Words {

  /** How a text uses capitals; only in the first kind does a capital say something. */
  enum Style {
    SENTENCES,
    TITLES,
    SHOUTED,
    NO_CAPITALS
  }

  private static final String APOSTROPHE = "(?:['’‘`´]|â€[™˜])";

  private static final int ASCII_END = 0x80;
  private static final Pattern ANY_APOSTROPHE = Pattern.compile(APOSTROPHE);
  private static final Pattern POSSESSIVE =
      Pattern.compile(APOSTROPHE + "s$", Pattern.CASE_INSENSITIVE);
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?\\n\\r…•]|[^\\p{ASCII}\\p{L}’‘“”–—-]");
  private static final Pattern LINE_END = Pattern.compile(" {0,20}(?:\\r\\n|[\\r\\n]) {0,20}");
  private static final Map<Character, Gap> MARKS =
      Map.ofEntries(
          Map.entry(',', Gap.COMMA),
          Map.entry(';', Gap.COMMA),
          Map.entry(':', Gap.COLON),
          Map.entry('/', Gap.SLASH),
          Map.entry('&', Gap.SLASH),
          Map.entry('+', Gap.SLASH),
          Map.entry('(', Gap.OPEN),
          Map.entry('"', Gap.OPEN),
          Map.entry('*', Gap.OPEN),
          Map.entry('“', Gap.OPEN),
          Map.entry('-', Gap.DASH),
          Map.entry('–', Gap.DASH),
          Map.entry('—', Gap.DASH),
          Map.entry('~', Gap.DASH));
  private static final int SHORTEST_TOLD = 3;

  /** As it was written, where the words say they stand. */
  private final String text;

  private final List<Word> words;
  private final Style style;

  private Words(String text, List<Word> words) {
    this.text = text;
    this.words = words;
    this.style = styleOf(words);
  }

  static Words of(String original) {
    Legible legible = Legible.of(original);
    String text = legible.text();
    List<Word> words = new ArrayList<>();
    int last = 0;
    int start = 0;
    while (start < text.length()) {
      int end = WordEnd.of(text, start);
      if (end > start) {
        Word before = words.isEmpty() ? null : words.get(words.size() - 1);
        Word word = word(text, start, end, before, last);
        words.add(word.at(legible.inOriginal(word.start()), legible.inOriginal(word.end())));
        last = end;
      }
      start = Math.max(end, start + 1);
    }
    return new Words(original, words);
  }

  int size() {
    return words.size();
  }

  Word get(int place) {
    return words.get(place);
  }

  /** The words from {@code start} to one before {@code end}, as {@link Word#plain} has them. */
  List<String> plain(int start, int end) {
    return words.subList(start, end).stream().map(Word::plain).toList();
  }

  /** Whether these words stand here, in one sentence. */
  boolean areAt(int start, List<String> plain) {
    if (start + plain.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < plain.size(); i++) {
      Word word = words.get(start + i);
      if ((i > 0 && word.before() == Gap.START) || !word.plain().equals(plain.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a title stands right before: "Nurse Little". */
  boolean followsTitle(int place) {
    return place > 0
        && words.get(place).before() == Gap.NONE
        && NameLexicon.isTitle(words.get(place - 1).plain());
  }

  /** Whether a word of one of these groups follows directly here, or a verb of the past. */
  boolean tellOf(int place, Set<String> groups) {
    if (place >= words.size() || words.get(place).before() != Gap.NONE) {
      return false;
    }
    String plain = words.get(place).plain();
    return plain.endsWith("ed") || groups.contains(String.valueOf(NameLexicon.context(plain)));
  }

  /** Whether the word is part of something with digits: "2nd", "F20". */
  boolean touchesDigit(int place) {
    int end = words.get(place).end();
    return followsDigit(place) || (end < text.length() && Character.isDigit(text.charAt(end)));
  }

  /** Whether a digit stands right before: "2nd". */
  boolean followsDigit(int place) {
    int start = words.get(place).start();
    return start > 0 && Character.isDigit(text.charAt(start - 1));
  }

  Style style() {
    return style;
  }

  private static Word word(String text, int start, int end, Word before, int last) {
    String written = text.substring(start, end);
    Matcher possessive = POSSESSIVE.matcher(written);
    boolean owner =
        Character.toLowerCase(written.charAt(written.length() - 1)) == 's'
            && possessive.find()
            && possessive.start() > 0;
    int length = owner ? possessive.start() : written.length();
    String name = written.substring(0, length);
    Word word = new Word(start, start + length, plain(name), spelling(name), Gap.START, owner);
    return word.after(gap(text, last, before, word));
  }

  /** In lower case, with plain apostrophes and without accents, those of a wrong encoding too. */
  private static String plain(String written) {
    if (written.chars().allMatch(letter -> letter < ASCII_END && letter != '`')) {
      return written.toLowerCase(Locale.ROOT);
    }
    String read = WordEnd.hasBrokenLetter(written) ? repaired(written) : written;
    String apart =
        Normalizer.normalize(ANY_APOSTROPHE.matcher(read).replaceAll("'"), Normalizer.Form.NFD);
    return ACCENT.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String repaired(String written) {
    return new String(written.getBytes(WINDOWS), StandardCharsets.UTF_8);
  }

  private static Spelling spelling(String written) {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < written.length(); i++) {
      upper += Character.isUpperCase(written.charAt(i)) ? 1 : 0;
      lower += Character.isLowerCase(written.charAt(i)) ? 1 : 0;
    }
    if (!Character.isUpperCase(written.charAt(0))) {
      return upper > lower ? Spelling.UPPER : Spelling.LOWER;
    }
    return lower == 0 && upper > 1 ? Spelling.UPPER : Spelling.CAPITAL;
  }

  private static Gap gap(String text, int from, Word before, Word next) {
    if (before == null) {
      return Gap.START;
    }
    int to = next.start();
    if (to - from == 1 && text.charAt(from) == ' ') {
      return Gap.NONE;
    }
    String between = text.substring(from, to);
    if (LINE_END.matcher(between).matches() && goesOn(before, next)) {
      return Gap.NONE;
    }
    boolean abbreviated =
        between.startsWith(".")
            && (before.plain().length() == 1 || NameLexicon.isTitle(before.plain()));
    if (SENTENCE_END.matcher(abbreviated ? between.substring(1) : between).find()) {
      return Gap.START;
    }
    return mark(between);
  }

  /** Whether a name begun in one line ends in the next, or what leads to one does. */
  private static boolean goesOn(Word before, Word next) {
    String group = String.valueOf(NameLexicon.context(before.plain()));
    boolean surname = NameLexicon.isSurname(next.plain()) && !NameLexicon.isFirstName(next.plain());
    boolean name =
        surname
            || (NameLexicon.isFirstName(next.plain())
                && !"auxiliary".equals(NameLexicon.wordedName(next.plain())))
            || !NameLexicon.isKnown(next.plain());
    return switch (group) {
      case "title" -> before.capital() || name;
      case "called", "by", "be", "relation", "possessive" -> name;
      default ->
          surname && NameLexicon.isFirstName(before.plain()) && before.capital() == next.capital();
    };
  }

  private static Gap mark(String between) {
    for (int i = 0; i < between.length(); i++) {
      char c = between.charAt(i);
      if (c >= '0' && c <= '9') {
        return Gap.NUMBER;
      }
      Gap gap = MARKS.get(c);
      if (gap != null) {
        return gap;
      }
    }
    return Gap.NONE;
  }

  private static Style styleOf(List<Word> words) {
    int capital = 0;
    int upper = 0;
    int told = 0;
    int any = 0;
    for (Word word : words) {
      any += word.capital() ? 1 : 0;
      if (word.before() != Gap.START && word.plain().length() >= SHORTEST_TOLD) {
        told++;
        capital += word.spelling() == Spelling.CAPITAL ? 1 : 0;
        upper += word.spelling() == Spelling.UPPER ? 1 : 0;
      }
    }
    if (any == 0) {
      return Style.NO_CAPITALS;
    }
    boolean allUpper = told > 0 ? upper * 5 > told * 3 : allUpper(words);
    if (allUpper) {
      return Style.SHOUTED;
    }
    return told >= 2 && capital * 5 > told * 3 ? Style.TITLES : Style.SENTENCES;
  }

  private static boolean allUpper(List<Word> words) {
    return words.stream().allMatch(word -> word.spelling() == Spelling.UPPER);
  }
}
