package org.heard.feedback.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The texts of all languages: ours, and a trust's own in their place. */
final class NoticeFolder {
  private static final String SUFFIX = ".properties";
  private static final List<String> OURS = List.of("cy", "en");
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final int MAX_BYTES = 256 * 1024;

  private NoticeFolder() {}

  /**
   * The texts by language.
   *
   * @throws IllegalStateException with the reason
   */
  static Map<String, Map<String, String>> read(NoticeSettings settings) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (String language : OURS) {
      String file = language + SUFFIX;
      all.put(language, NoticeFile.read(file, ours(file), settings.maxText()));
    }
    settings.directory().ifPresent(folder -> all.putAll(own(folder, settings.maxText())));
    if (all.size() > settings.maxLanguages()) {
      throw new IllegalStateException(
          "heard.notice.directory has more languages than heard.notice.max-languages, "
              + settings.maxLanguages());
    }
    return all;
  }

  private static String ours(String file) {
    try (InputStream in = NoticeFolder.class.getResourceAsStream("/notice/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Map<String, String>> own(Path folder, int maxText) {
    Map<String, Map<String, String>> own = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        own.put(language(file), NoticeFile.read(file.toString(), content(file), maxText));
      }
    } catch (IOException unreadable) {
      throw NoticeFile.refused(folder.toString(), "is no folder that can be read");
    }
    if (own.isEmpty()) {
      throw NoticeFile.refused(folder.toString(), "holds no file such as en" + SUFFIX);
    }
    return own;
  }

  private static String language(Path file) {
    String name = file.getFileName().toString();
    String language = name.substring(0, name.length() - SUFFIX.length());
    if (!TAG.matcher(language).matches()) {
      throw NoticeFile.refused(file.toString(), "is not named after a language, as en" + SUFFIX);
    }
    return language;
  }

  private static String content(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw NoticeFile.refused(file.toString(), "is larger than " + MAX_BYTES + " bytes");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw NoticeFile.refused(file.toString(), "cannot be read as UTF-8");
    }
  }
}
