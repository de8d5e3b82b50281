package org.heard.feedback.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Organisations, sites, divisions and wards: kept here, published as facts. */
@ApplicationScoped
public class Directory {
  /** What the id of an entry looks like, for this service and for JSON Schema alike. */
  public static final String ID_PATTERN = "^[A-Za-z0-9_-]{1,50}$";

  private final UnitRepository units;
  private final UnitWriter writer;

  Directory(UnitRepository units, UnitWriter writer) {
    this.units = units;
    this.writer = writer;
  }

  /** The ward with this id, whatever its organisation. */
  @Transactional
  public Optional<Ward> ward(String id) {
    return units.find(UnitKind.WARD, id).map(Unit::ward);
  }

  /**
   * Whether a ward is closed at a moment. It still resolves, and feedback of its patients is still
   * taken, but nothing new is set up there.
   */
  @Transactional
  public boolean isClosed(String wardId, Instant moment) {
    return units
        .find(UnitKind.WARD, wardId)
        .filter(ward -> ward.closedOn != null)
        .map(
            ward ->
                !LocalDate.ofInstant(moment, zone(ward.organisationId))
                    .isBefore(LocalDate.parse(ward.closedOn)))
        .orElse(false);
  }

  /** Those of these wards that exist, by id, whatever their organisation. */
  @Transactional
  public Map<String, Ward> wards(Set<String> ids) {
    return units.wards(ids).stream().collect(Collectors.toMap(Ward::id, ward -> ward));
  }

  /** The ward with this id and the site and divisions above it; none if there is no such ward. */
  @Transactional
  public Set<String> unitsOf(String wardId) {
    return units
        .find(UnitKind.WARD, wardId)
        .map(
            ward ->
                Stream.concat(Stream.of(wardId, ward.siteId), Stream.of(ward.divisionIds))
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /** What the ward with this id is called now, whatever its organisation. */
  @Transactional
  public Optional<String> wardName(String id) {
    return units.find(UnitKind.WARD, id).map(ward -> ward.name);
  }

  /** What an organisation's entries are and were called: names of places, not of persons. */
  @Transactional
  public Set<String> placeNames(String organisationId) {
    return units.ofOrganisation(organisationId).stream()
        .flatMap(
            unit -> Stream.concat(Stream.of(unit.name), unit.names.stream().map(DatedName::name)))
        .collect(Collectors.toSet());
  }

  /** Whether there is an organisation with this id. */
  @Transactional
  public boolean hasOrganisation(String id) {
    return units.find(UnitKind.ORGANISATION, id).isPresent();
  }

  /** The time zone an organisation's days are counted in. */
  @Transactional
  public ZoneId zone(String organisationId) {
    return units
        .find(UnitKind.ORGANISATION, organisationId)
        .map(organisation -> ZoneId.of(organisation.zone))
        .orElseThrow(() -> new IllegalStateException("a ward without an organisation"));
  }

  /** The time zones of all organisations, by id. */
  @Transactional
  public Map<String, ZoneId> zones() {
    return units.all(UnitKind.ORGANISATION).stream()
        .collect(Collectors.toMap(unit -> unit.key.id(), unit -> ZoneId.of(unit.zone)));
  }

  /** The wards of these organisations. */
  @Transactional
  public List<Ward> wardsOf(Set<String> organisations) {
    return units.all(UnitKind.WARD).stream()
        .filter(ward -> organisations.contains(ward.organisationId))
        .map(Unit::ward)
        .toList();
  }

  /** Wards known, of all organisations. */
  @Transactional
  long wards() {
    return units.count(UnitKind.WARD);
  }

  /**
   * Puts the full state of an entry, unless its reader found something wrong. An equal state
   * changes nothing; a new one gets the next version and is published with the same transaction.
   *
   * @throws ProblemException naming everything wrong, {@code UNKNOWN_UNIT} for a parent that the
   *     caller does not have; {@code NOT_FOUND} for an entry of another organisation
   */
  @Transactional
  Put put(UnitKind kind, String id, UnitRequest.Draft draft, Set<String> organisations) {
    return writer.put(kind, id, draft, organisations);
  }

  /** What a put left behind, and whether the entry is new or was changed by it. */
  record Put(UnitView unit, boolean created, boolean changed) {}

  /** What is asked on a ward; the usual questions where it has no words of its own. */
  @Transactional
  public WardQuestions questions(String wardId) {
    return WardQuestions.of(
        units.find(UnitKind.WARD, wardId).map(ward -> ward.questions).orElse(null));
  }

  /**
   * Puts the words in which a ward asks.
   *
   * @throws ProblemException {@code NOT_FOUND} for a ward that the caller does not have
   */
  @Transactional
  WardQuestions putQuestions(
      String wardId, List<WardQuestion> questions, Set<String> organisations) {
    Unit ward =
        units
            .lock(UnitKind.WARD, wardId)
            .filter(unit -> organisations.contains(unit.organisationId))
            .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such ward."));
    ward.questions = questions;
    return WardQuestions.of(questions);
  }

  /** The entry, if it belongs to one of these organisations. */
  @Transactional
  Optional<UnitView> find(UnitKind kind, String id, Set<String> organisations) {
    return units
        .find(kind, id)
        .filter(unit -> organisations.contains(unit.organisationId))
        .map(Unit::view);
  }

  /** At most {@code limit} entries with ids after {@code afterId}. */
  @Transactional
  List<UnitView> list(UnitKind kind, Set<String> organisations, String afterId, int limit) {
    return units.page(kind, organisations, afterId, limit).stream().map(Unit::view).toList();
  }

  @Transactional
  long count(UnitKind kind, Set<String> organisations) {
    return units.count(kind, organisations);
  }
}
