package org.heard.local.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.heard.embedded.OwnerOnly;

/**
 * What an import must remember: when it was first run, since records without a time of their own
 * got that time and must get it again, and how far it came.
 */
final class ImportState {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final String content;
  private final Map<String, Entry> entries;

  private ImportState(Path file, String content, Map<String, Entry> entries) {
    this.file = file;
    this.content = content;
    this.entries = entries;
  }

  /**
   * One file under one import name.
   *
   * @param authoredAt ISO 8601, given to records without a time
   * @param recordsDone answered records from the beginning; 0 when the last run came to its end
   * @param options the options of that run: another mapping makes other submissions
   * @param counts what became of the records done
   */
  record Entry(String authoredAt, long recordsDone, String options, Tally.Counts counts) {}

  /** The state of an import, kept in {@code folder}, for the file with this content. */
  static ImportState open(Path folder, String importName, Path source, String options)
      throws IOException {
    OwnerOnly.directories(folder);
    // A readable name, and a hash because two names may share one.
    String readable = importName.replaceAll("[^A-Za-z0-9._-]", "_");
    Path file =
        folder.resolve(
            "%.60s-%.8s.json"
                .formatted(readable, ImportIds.version5(ImportIds.NAMESPACE, importName)));
    ImportState state = new ImportState(file, hash(source), read(file));
    Entry known = state.entries.get(state.content);
    if (known == null) {
      String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
      state.put(new Entry(now, 0, options, Tally.Counts.NONE));
    } else if (!known.options().equals(options)) {
      state.put(new Entry(known.authoredAt(), 0, options, Tally.Counts.NONE));
    }
    return state;
  }

  Instant authoredAt() {
    return Instant.parse(entry().authoredAt());
  }

  long recordsDone() {
    return entry().recordsDone();
  }

  Tally.Counts counts() {
    return entry().counts();
  }

  /** All records up to this one are answered. */
  void advance(long recordsDone, Tally.Counts counts) throws IOException {
    put(new Entry(entry().authoredAt(), recordsDone, entry().options(), counts));
  }

  /** The next run of the same file begins at its beginning and finds everything there. */
  void finish() throws IOException {
    advance(0, Tally.Counts.NONE);
  }

  private Entry entry() {
    return entries.get(content);
  }

  private void put(Entry entry) throws IOException {
    entries.put(content, entry);
    OwnerOnly.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries));
  }

  private static Map<String, Entry> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    return JSON.readValue(
        file.toFile(),
        JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, Entry.class));
  }

  private static String hash(Path source) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(source), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
