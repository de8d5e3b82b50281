package org.heard.suite.canary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that somebody said and that must stand nowhere.
 *
 * @param name what it is, for people
 * @param text ASCII, and found nowhere by chance
 */
record Secret(String name, String text) {
  private static final int ALIGNMENTS = 3;

  /** As it was said, without gaps, and as an index of words keeps it. */
  List<String> plain() {
    Set<String> spellings = new LinkedHashSet<>();
    for (String each : List.of(text, text.replaceAll("[ -]", ""))) {
      spellings.add(each);
      spellings.add(each.toLowerCase(Locale.ROOT));
    }
    return List.copyOf(spellings);
  }

  /** These, and what becomes of bytes that are printed: hexadecimal and base64. */
  List<String> printed() {
    Set<String> spellings = new LinkedHashSet<>(plain());
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    spellings.add(HexFormat.of().formatHex(bytes));
    for (int before = 0; before < ALIGNMENTS; before++) {
      spellings.add(base64(bytes, before));
    }
    return List.copyOf(spellings);
  }

  /** The characters that stand there whatever so many bytes before it and any after it are. */
  private static String base64(byte[] bytes, int before) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = (before * Byte.SIZE + 5) / 6;
    int last = shifted.length * Byte.SIZE / 6;
    return encoded.substring(first, last);
  }
}
