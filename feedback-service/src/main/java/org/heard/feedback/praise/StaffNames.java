package org.heard.feedback.praise;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.submission.ShownSubmissions;
import org.heard.feedback.submission.ShownSubmissions.Shown;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Vault;

/** Opens names of staff for a leader of their ward, and notes it in the same transaction. */
@ApplicationScoped
class StaffNames {
  private static final TypeReference<Map<String, String>> BY_TOKEN = new TypeReference<>() {};

  private final ShownSubmissions submissions;
  private final Directory directory;
  private final Vault vault;
  private final NameReadingRepository readings;
  private final ObjectMapper json;
  private final Clock clock;

  StaffNames(
      ShownSubmissions submissions,
      Directory directory,
      Vault vault,
      NameReadingRepository readings,
      ObjectMapper json,
      Clock clock) {
    this.submissions = submissions;
    this.directory = directory;
    this.vault = vault;
    this.readings = readings;
    this.json = json;
    this.clock = clock;
  }

  /** Who is to be told. */
  record Leader(String subject, Set<String> organisations, Set<String> units) {}

  /**
   * By submission, the names of the tokens asked for. Whatever is not there, not shown or not of a
   * ward that this person leads has none, all alike.
   */
  @Transactional
  Map<UUID, Map<String, String>> told(List<NamesRequest> asked, Leader leader) {
    Map<UUID, Set<String>> tokens = new LinkedHashMap<>();
    asked.forEach(
        each ->
            tokens
                .computeIfAbsent(each.submissionId(), id -> new TreeSet<>())
                .addAll(each.tokens()));
    Map<UUID, Shown> led = led(tokens.keySet(), leader);
    Map<UUID, byte[]> sealed = vault.open(led.keySet(), Purpose.NAMES);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<UUID, Map<String, String>> told = new HashMap<>();
    sealed.forEach(
        (id, names) -> {
          Map<String, String> these = SealedNames.told(read(names), tokens.get(id));
          if (!these.isEmpty()) {
            told.put(id, these);
            readings.persist(reading(led.get(id), these.keySet(), leader, now));
          }
        });
    return told;
  }

  private Map<UUID, Shown> led(Set<UUID> ids, Leader leader) {
    Map<UUID, Shown> led = new HashMap<>(submissions.of(ids));
    Map<String, Boolean> wards = new HashMap<>();
    led.values()
        .removeIf(
            shown ->
                !leader.organisations().contains(shown.organisationId())
                    || !wards.computeIfAbsent(shown.wardId(), ward -> leads(leader, ward)));
    return led;
  }

  private boolean leads(Leader leader, String ward) {
    return !Collections.disjoint(directory.unitsOf(ward), leader.units());
  }

  private Map<String, String> read(byte[] names) {
    try {
      return json.readValue(names, BY_TOKEN);
    } catch (IOException impossible) {
      // Without its cause, whose message would quote a name.
      throw new IllegalStateException("a map of our own could not be read");
    }
  }

  private static NameReading reading(
      Shown submission, Set<String> tokens, Leader leader, Instant now) {
    NameReading reading = new NameReading();
    reading.id = UUID.randomUUID();
    reading.submissionId = submission.id();
    reading.organisationId = submission.organisationId();
    reading.wardId = submission.wardId();
    reading.subject = leader.subject();
    reading.tokens = tokens.toArray(String[]::new);
    reading.readAt = now;
    return reading;
  }
}
