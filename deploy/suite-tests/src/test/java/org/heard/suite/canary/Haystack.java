package org.heard.suite.canary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.Record;
import org.heard.suite.RunningSuite;
import org.heard.suite.checker.Databases;
import org.heard.suite.checker.Segment;

/** Everywhere that a running suite writes, and what of some secrets stands there. */
final class Haystack {
  private static final int CHUNK = 4 << 20;
  private static final int FIRST_MANAGEMENT_PORT = 6;
  private static final int LAST_MANAGEMENT_PORT = 8;

  private final RunningSuite suite;
  private final List<Secret> secrets;

  Haystack(RunningSuite suite, List<Secret> secrets) {
    this.suite = suite;
    this.secrets = List.copyOf(secrets);
  }

  /** What of them stands in a text, each named with the place. */
  List<String> in(String place, String text) {
    return found(place, text, Secret::printed);
  }

  private List<String> found(String place, String text, Function<Secret, List<String>> spellings) {
    return secrets.stream()
        .filter(secret -> spellings.apply(secret).stream().anyMatch(text::contains))
        .map(secret -> secret.name() + " in " + place)
        .toList();
  }

  /** What {@code up} printed, and the metrics of all services. */
  List<String> printed() {
    List<String> found = new ArrayList<>(in("what deploy/up printed", suite.said()));
    for (int port = FIRST_MANAGEMENT_PORT; port <= LAST_MANAGEMENT_PORT; port++) {
      found.addAll(in("metrics on port base + " + port, suite.metrics(port)));
    }
    return found;
  }

  /**
   * Every byte below the data folder: logs, the files and the write-ahead log of PostgreSQL,
   * whatever a service spools there.
   */
  List<String> files() throws IOException {
    List<String> found = new ArrayList<>();
    Path data = suite.data("");
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes kind) throws IOException {
            if (kind.isRegularFile()) {
              found.addAll(file(data.relativize(file).toString(), file));
            }
            return FileVisitResult.CONTINUE;
          }

          /** Servers that run take files away. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
            if (gone instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw gone;
          }
        });
    return found;
  }

  private List<String> file(String name, Path file) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    int overlap = secrets.stream().mapToInt(secret -> secret.text().length()).max().orElse(0);
    byte[] bytes = new byte[CHUNK];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(bytes, 0, CHUNK);
          read > 0;
          read = in.readNBytes(bytes, kept, CHUNK - kept)) {
        // One byte a character: a search of strings is one of bytes.
        String text = new String(bytes, 0, kept + read, StandardCharsets.ISO_8859_1);
        found.addAll(found(name, text, Secret::plain));
        int end = kept + read;
        kept = Math.min(overlap, end);
        System.arraycopy(bytes, end - kept, bytes, 0, kept);
      }
    } catch (NoSuchFileException gone) {
      // Old segments and temporary files of a server that runs.
    }
    return List.copyOf(found);
  }

  /** Keys, headers and values of all records of all topics, out of their compressed batches. */
  List<String> kafka() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(suite.data("kafka/data"))) {
      for (Path segment : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        String topic = segment.getParent().getFileName().toString();
        if (topic.matches(".+-[0-9]+")) {
          new Segment(segment)
              .forEach(record -> found.addAll(record(topic + "@" + record.offset(), record)));
        }
      }
    }
    return found;
  }

  private List<String> record(String place, Record record) {
    List<String> found = new ArrayList<>();
    found.addAll(in("the key of " + place, text(record.key())));
    found.addAll(in("the value of " + place, text(record.value())));
    for (Header header : record.headers()) {
      String value =
          header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
      found.addAll(in("header " + header.key() + " of " + place, value));
    }
    return found;
  }

  private static String text(ByteBuffer bytes) {
    return bytes == null ? "" : StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
  }

  /** What a dump of a database would hold. */
  List<String> database(String name) throws SQLException {
    Databases databases = new Databases(suite);
    List<String> found = new ArrayList<>();
    for (String table :
        databases.query(
            name,
            "select tablename from pg_tables where schemaname = current_schema()",
            row -> row.getString(1))) {
      for (String row :
          databases.query(
              name, "select t::text from \"" + table + "\" t", row -> row.getString(1))) {
        found.addAll(in(name + "." + table, row));
      }
    }
    return found;
  }
}
