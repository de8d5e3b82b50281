package org.heard.suite.checker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.heard.suite.RunningSuite;

/**
 * Words by which a patient's text is recognised wherever it turns up.
 *
 * @param word stands in every comment; may be where comments may be
 * @param identifiers stand in some as they are sent; may be nowhere but in the record
 */
public record Canary(String word, List<String> identifiers) {
  private static final int FIRST_MANAGEMENT_PORT = 6;
  private static final int LAST_MANAGEMENT_PORT = 8;

  boolean isIn(String text) {
    return text.contains(word) || hasIdentifier(text);
  }

  boolean hasIdentifier(String text) {
    return spellings().anyMatch(text::contains);
  }

  private Stream<String> spellings() {
    return identifiers.stream().flatMap(each -> Stream.of(each, each.replace(" ", "")));
  }

  /** Tables of a database in which an identifier stands, as text or as bytes. */
  List<String> tables(Databases databases, String database) throws SQLException {
    List<String> leaks = new ArrayList<>();
    String[] sought =
        spellings()
            .flatMap(
                each ->
                    Stream.of(
                        each, HexFormat.of().formatHex(each.getBytes(StandardCharsets.UTF_8))))
            .map(each -> "%" + each + "%")
            .toArray(String[]::new);
    try (Connection connection = databases.open(database)) {
      for (String table :
          Databases.query(
              connection,
              "select tablename from pg_tables where schemaname = current_schema()",
              row -> row.getString(1))) {
        long found =
            Databases.query(
                    connection,
                    "select count(*) from \"" + table + "\" t where t::text like any (?)",
                    row -> row.getLong(1),
                    (Object) sought)
                .get(0);
        if (found > 0) {
          leaks.add(found + " rows of " + database + "." + table + " (an identifier)");
        }
      }
    }
    return leaks;
  }

  /** Where a suite says a patient's words in its logs, on its screen or in its metrics. */
  List<String> leaks(RunningSuite suite) {
    List<String> leaks = new ArrayList<>();
    try (var logs = Files.newDirectoryStream(suite.data("logs"))) {
      for (Path log : logs) {
        look(log, leaks);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (isIn(suite.said())) {
      leaks.add("what deploy/up printed");
    }
    for (int port = FIRST_MANAGEMENT_PORT; port <= LAST_MANAGEMENT_PORT; port++) {
      if (isIn(suite.metrics(port))) {
        leaks.add("metrics on port base + " + port);
      }
    }
    return leaks;
  }

  private void look(Path log, List<String> leaks) throws IOException {
    // Latin-1 reads any byte; the canary is ASCII.
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (isIn(line)) {
          leaks.add(log.getFileName() + ":" + number);
        }
        number++;
      }
    }
  }
}
