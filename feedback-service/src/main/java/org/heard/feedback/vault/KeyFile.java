package org.heard.feedback.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.access.SecretFile;

/**
 * The file of the keys that seal: one a line, {@code id:base64 of 32 bytes}. The first one seals,
 * all open. Whatever leaves in doubt which keys there are, or who else has them, is refused, as it
 * would be found out when it is too late; no message quotes the file.
 */
final class KeyFile {
  private static final String SETTING = "heard.vault.key-file";
  private static final int KEY_BYTES = 32;
  private static final int MAX_BYTES = 64 * 1024;
  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63}):(\\S+)");

  private KeyFile() {}

  /** One key. */
  record Key(String id, byte[] bytes) {}

  /**
   * The keys in their order.
   *
   * @throws IllegalStateException with the reason
   */
  static List<Key> read(Path file) {
    try {
      SecretFile.requirePrivate(SETTING, file);
      if (Files.size(file) > MAX_BYTES) {
        throw refused(file, "is larger than " + MAX_BYTES + " bytes, so it is no key file");
      }
      return keys(file, Files.readAllLines(file, StandardCharsets.US_ASCII));
    } catch (IOException unreadable) {
      throw refused(file, Files.exists(file) ? "cannot be read as text" : "does not exist");
    }
  }

  private static List<Key> keys(Path file, List<String> lines) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Key key = key(file, i + 1, lines.get(i).strip());
        if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
          throw refused(file, "has the id of line " + (i + 1) + " twice");
        }
        keys.add(key);
      }
    }
    if (keys.isEmpty()) {
      throw refused(file, "is empty");
    }
    return List.copyOf(keys);
  }

  private static Key key(Path file, int number, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw refused(file, "line " + number + " is not id:base64");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(parts.group(2));
    } catch (IllegalArgumentException malformed) {
      throw refused(file, "line " + number + " is not base64 after the colon");
    }
    if (bytes.length != KEY_BYTES) {
      throw refused(
          file, "line " + number + " has " + bytes.length + " bytes instead of " + KEY_BYTES);
    }
    return new Key(parts.group(1), bytes);
  }

  private static IllegalStateException refused(Path file, String why) {
    return new IllegalStateException(SETTING + ": " + file + " " + why);
  }
}
