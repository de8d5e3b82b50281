package org.heard.feedback.junk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.vault.Sealed;
import org.heard.feedback.vault.Vault;

/** What answers said is kept, to be compared with what is. */
final class Kept {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANSWERS = "answers";
  private static final String STORED =
      "SELECT id, ward_id, rating, key_id, sealed FROM submission"
          + " LEFT JOIN sealed ON submission_id = id AND purpose = '"
          + ANSWERS
          + "' WHERE id = ANY (?)";

  private final DataSource database;
  private final Vault vault;
  private final Instant begun = Instant.now();
  private final Map<Counted, Long> before;
  private final Map<Counted, Long> made = new EnumMap<>(Counted.class);
  private final Map<UUID, JsonNode> submissions = new HashMap<>();
  private final Map<UUID, String> devices = new HashMap<>();
  private final Map<String, JsonNode> states = new HashMap<>();
  private final Set<UUID> putAside = new HashSet<>();
  private final Set<Object> once = new HashSet<>();
  private long untold;

  Kept(DataSource database, Vault vault) throws SQLException {
    this.database = database;
    this.vault = vault;
    this.before = counts();
  }

  /** Rows that a door could add, and how they are counted. */
  private enum Counted {
    SUBMISSIONS("submission"),
    DEVICES("device"),
    KEYS("device_key"),
    UNITS("directory_unit"),
    QUARANTINED("quarantine"),
    CODES("pairing_code"),
    ERASURES("erasure"),
    RAW_ACCESSES("raw_access"),
    RAW_READINGS("raw_reading"),
    SEEN("raw_access_seen"),
    NAME_READINGS("name_reading"),
    FACTS("outbox WHERE topic IN ('feedback.submitted', 'feedback.erased')"),

    /** Of each version of an entry there is a fact. */
    VERSIONS_WITHOUT_A_FACT(
        "generate_series(1, (SELECT coalesce(sum(version), 0) FROM directory_unit)"
            + " - (SELECT count(*) FROM outbox WHERE topic = 'directory.changed'))"),
    SEALED_OF_NOTHING("sealed LEFT JOIN submission ON id = submission_id WHERE id IS NULL"),

    /**
     * But of one whose id is among the junk: where it was stored, another door can take it back.
     */
    SEALED_OF_BEFORE(
        "sealed JOIN submission ON id = submission_id WHERE id <> '"
            + Junk.ID
            + "' AND received_at < ?");

    private final String rows;

    Counted(String rows) {
      this.rows = rows;
    }
  }

  private void made(Counted what, long count) {
    made.merge(what, count, Long::sum);
  }

  private void madeOnce(Counted what, Object about) {
    made(what, once.add(List.of(what, about)) ? 1 : 0);
  }

  /** A submission was stored, and says exactly this. */
  synchronized void submission(JsonNode sent) {
    submissions.put(UUID.fromString(sent.path("id").asText()), sent);
    submissions(1);
  }

  /** So many submissions were stored. */
  synchronized void submissions(int count) {
    made(Counted.SUBMISSIONS, count);
    facts(count);
  }

  /**
   * An import of so many lines was taken over by another of its name, which goes on: what it had
   * stored by then is told to nobody.
   */
  synchronized void takenOver(long lines) {
    untold += lines;
  }

  /** So many facts about feedback were left to be published. */
  synchronized void facts(int count) {
    made(Counted.FACTS, count);
  }

  /** A submission was taken back, however often. */
  synchronized void erased(UUID submission) {
    facts(once.add(List.of("erased", submission)) ? 1 : 0);
    madeOnce(Counted.ERASURES, submission);
  }

  /** So was the agreement to publish it. */
  synchronized void withdrawn(Lane lane) {
    facts(once.add(List.of("withdrawn", lane)) ? 1 : 0);
  }

  /** Raw words were read, in an access that there may have been before. */
  synchronized void read(String access) {
    madeOnce(Counted.RAW_ACCESSES, access);
    made(Counted.RAW_READINGS, 1);
  }

  /** A second person has seen who read what this lane had sent. */
  synchronized void seen(Lane lane) {
    madeOnce(Counted.SEEN, lane);
  }

  /** Names of so many submissions were told. */
  synchronized void told(int count) {
    made(Counted.NAME_READINGS, count);
  }

  /** A submission was put aside, sealed, however often it came. */
  synchronized void putAside(JsonNode sent) {
    made(Counted.QUARANTINED, putAside.add(UUID.fromString(sent.path("id").asText())) ? 1 : 0);
  }

  synchronized void device(JsonNode sent, JsonNode view) {
    devices.put(UUID.fromString(view.path("id").asText()), sent.path("name").asText());
    made(Counted.DEVICES, 1);
    made(Counted.KEYS, 1);
  }

  /** A device was given another key. */
  synchronized void key() {
    made(Counted.KEYS, 1);
  }

  /** There is a code for the device of this lane, in the place of the one before. */
  synchronized void code(Lane lane) {
    madeOnce(Counted.CODES, lane);
  }

  /** So many entries were added to the directory. */
  synchronized void units(int count) {
    made(Counted.UNITS, count);
  }

  /** What is at an address from now on; of one with versions, the highest. */
  synchronized void state(String target, KeepAlive.Answer answer) {
    JsonNode view = parse(answer.body());
    units(answer.status() == 201 ? 1 : 0);
    states.merge(
        target,
        view,
        (known, now) -> known.path("version").asInt() > now.path("version").asInt() ? known : now);
  }

  /** Compares all of it; what was compared one by one is forgotten, states last. */
  synchronized void check() throws SQLException {
    Map<Counted, Long> now = counts();
    long more = now.get(Counted.SUBMISSIONS) - expected().get(Counted.SUBMISSIONS);
    if (more > 0 && more <= untold) {
      submissions((int) more);
    }
    untold = 0;
    assertThat(now).isEqualTo(expected());
    checkSubmissions();
    checkPutAside();
    checkDevices();
    states.forEach(
        (target, view) ->
            assertThat(parse(Feedback.as(TestTokens.admin()).get(target).asString()))
                .as(target)
                .isEqualTo(view));
    submissions.clear();
    devices.clear();
  }

  private Map<Counted, Long> expected() {
    Map<Counted, Long> expected = new EnumMap<>(before);
    made.forEach((what, count) -> expected.merge(what, count, Long::sum));
    return expected;
  }

  /** All at once: to open each by itself would cost a transaction a submission. */
  private void checkSubmissions() throws SQLException {
    int found = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement rows = connection.prepareStatement(STORED)) {
      rows.setArray(1, connection.createArrayOf("uuid", submissions.keySet().toArray()));
      try (ResultSet row = rows.executeQuery()) {
        while (row.next()) {
          found++;
          UUID id = row.getObject(1, UUID.class);
          JsonNode sent = submissions.get(id);
          assertThat(row.getString(2)).isEqualTo(sent.path("wardId").asText());
          assertThat(row.getInt(3)).isEqualTo(sent.path("rating").asInt());
          assertThat(texts(answers(id, row.getString(4), row.getBytes(5))))
              .as("answers of %s", id)
              .isEqualTo(texts(sent.path("answers")));
        }
      }
    }
    assertThat(found).as("submissions that are there").isEqualTo(submissions.size());
  }

  /** Sealed, and nowhere else: not stored, and no fact of it on its way. */
  private void checkPutAside() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement rows =
            connection.prepareStatement(
                "SELECT (SELECT count(*) FROM quarantine WHERE id = ANY (?)),"
                    + " (SELECT count(*) FROM submission WHERE id = ANY (?)),"
                    + " (SELECT count(*) FROM outbox WHERE subject = ANY (?))")) {
      rows.setArray(1, connection.createArrayOf("uuid", putAside.toArray()));
      rows.setArray(2, connection.createArrayOf("uuid", putAside.toArray()));
      rows.setArray(
          3, connection.createArrayOf("text", putAside.stream().map(UUID::toString).toArray()));
      try (ResultSet row = rows.executeQuery()) {
        row.next();
        assertThat(row.getLong(1)).isEqualTo(putAside.size());
        assertThat(row.getLong(2) + row.getLong(3)).as("stored or published").isZero();
      }
    }
  }

  /** The answers as they were written; none where nothing is sealed. */
  private JsonNode answers(UUID id, String keyId, byte[] sealed) {
    return sealed == null
        ? JSON.createArrayNode()
        : parse(vault.open(ANSWERS, id, new Sealed(keyId, sealed)));
  }

  /** Questions and texts in which there is something to read. */
  private static List<String> texts(JsonNode answers) {
    List<String> texts = new ArrayList<>();
    for (JsonNode answer : answers) {
      String text = answer.path("text").asText("");
      if (text.codePoints().anyMatch(c -> c > 0x2FFF || Character.isLetterOrDigit(c))) {
        texts.add(answer.path("question").asText() + " " + text);
      }
    }
    return texts;
  }

  private void checkDevices() throws SQLException {
    Map<UUID, String> found = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement rows =
            connection.prepareStatement("SELECT id, name FROM device WHERE id = ANY (?)")) {
      rows.setArray(1, connection.createArrayOf("uuid", devices.keySet().toArray()));
      try (ResultSet row = rows.executeQuery()) {
        while (row.next()) {
          found.put(row.getObject(1, UUID.class), row.getString(2));
        }
      }
    }
    assertThat(found).isEqualTo(devices);
  }

  private Map<Counted, Long> counts() throws SQLException {
    Map<Counted, Long> counts = new EnumMap<>(Counted.class);
    try (Connection connection = database.getConnection()) {
      for (Counted what : Counted.values()) {
        try (PreparedStatement count =
            connection.prepareStatement("SELECT count(*) FROM " + what.rows)) {
          if (what == Counted.SEALED_OF_BEFORE) {
            count.setObject(1, OffsetDateTime.ofInstant(begun, ZoneOffset.UTC));
          }
          try (ResultSet row = count.executeQuery()) {
            row.next();
            counts.put(what, row.getLong(1));
          }
        }
      }
    }
    return counts;
  }

  static JsonNode parse(String json) {
    return parse(json.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException unreadable) {
      throw new AssertionError("taken, or answered, although it is no JSON", unreadable);
    }
  }

  /** The lines of a body, by their end alone. */
  static byte[][] lines(byte[] body) {
    String[] lines = new String(body, StandardCharsets.ISO_8859_1).split("\n", -1);
    byte[][] bytes = new byte[lines.length][];
    for (int i = 0; i < lines.length; i++) {
      bytes[i] = lines[i].getBytes(StandardCharsets.ISO_8859_1);
    }
    return bytes;
  }
}
