package org.heard.analytics.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a command was called with: one file and named options with a value each. */
record Arguments(Path file, Map<String, String> options) {

  /** Null where the call cannot be understood. */
  static Arguments read(String[] arguments, String... known) {
    Path file = null;
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (List.of(known).contains(arguments[i]) && i + 1 < arguments.length) {
        options.put(arguments[i], arguments[++i]);
      } else if (file == null && !arguments[i].startsWith("-")) {
        file = Path.of(arguments[i]);
      } else {
        return null;
      }
    }
    return file == null ? null : new Arguments(file, Map.copyOf(options));
  }

  String option(String name) {
    return options.get(name);
  }

  /**
   * Where to write, by {@code --out} or as usual. Its folder is made at once: what took minutes to
   * learn is not lost for want of one.
   */
  Path out(String usual) throws IOException {
    Path out = Path.of(options.getOrDefault("--out", usual)).toAbsolutePath();
    Files.createDirectories(out.getParent());
    return out;
  }
}
