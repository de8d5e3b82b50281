package org.heard.feedback.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.outbox.Outbox;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/** Organisations, sites, divisions and wards: kept here, published as facts. */
@ApplicationScoped
public class Directory {
  private final UnitRepository units;
  private final Outbox outbox;
  private final Clock clock;

  Directory(UnitRepository units, Outbox outbox, Clock clock) {
    this.units = units;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The ward with this id, whatever its organisation. */
  @Transactional
  public Optional<Ward> ward(String id) {
    return units.find(UnitKind.WARD, id).map(Directory::ward);
  }

  /** Those of these wards that exist, by id, whatever their organisation. */
  @Transactional
  public Map<String, Ward> wards(Set<String> ids) {
    return units.wards(ids).stream()
        .map(Directory::ward)
        .collect(Collectors.toMap(Ward::id, ward -> ward));
  }

  /** What the ward with this id is called now, whatever its organisation. */
  @Transactional
  public Optional<String> wardName(String id) {
    return units.find(UnitKind.WARD, id).map(ward -> ward.name);
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
        .map(Directory::ward)
        .toList();
  }

  private static Ward ward(Unit unit) {
    return new Ward(unit.key.id(), unit.siteId, unit.organisationId);
  }

  /** Wards known, of all organisations. */
  @Transactional
  long wards() {
    return units.count(UnitKind.WARD);
  }

  /**
   * Puts the full state of an entry. An equal state changes nothing; a new one gets the next
   * version and is published with the same transaction.
   *
   * @throws ProblemException {@code UNKNOWN_UNIT} for a parent that the caller does not have,
   *     {@code NOT_FOUND} for an entry of another organisation
   */
  @Transactional
  Put put(UnitKind kind, String id, UnitRequest request, Set<String> organisations) {
    String organisation = organisationOf(kind, id, request, organisations);
    Optional<Unit> existing = units.lock(kind, id);
    existing.ifPresent(unit -> requireOwn(unit, organisation));
    Unit unit = existing.orElseGet(() -> fresh(kind, id, organisation));
    if (existing.isPresent() && sameState(unit, request)) {
      return new Put(unit.view(), false);
    }
    apply(unit, request);
    units.persist(unit);
    outbox.append(EventEncoder.encode(unit.fact(), unit.changedAt));
    return new Put(unit.view(), existing.isEmpty());
  }

  /** What a put left behind, and whether the entry is new. */
  record Put(UnitView unit, boolean created) {}

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

  private String organisationOf(
      UnitKind kind, String id, UnitRequest request, Set<String> organisations) {
    List<FieldError> errors = new ArrayList<>();
    String organisation =
        switch (kind) {
          case ORGANISATION -> id;
          case SITE, DIVISION -> request.organisationId();
          case WARD ->
              units
                  .find(UnitKind.SITE, request.siteId())
                  .map(site -> site.organisationId)
                  .orElse(null);
        };
    String pointer = kind == UnitKind.WARD ? "/siteId" : "/organisationId";
    boolean own = organisation != null && organisations.contains(organisation);
    if (kind == UnitKind.ORGANISATION && !own) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such organisation for this caller.");
    }
    if (!own || (kind != UnitKind.ORGANISATION && !hasOrganisation(organisation))) {
      errors.add(new FieldError(pointer, ErrorCode.UNKNOWN_UNIT));
    }
    for (int i = 0; kind == UnitKind.WARD && i < request.divisionIds().size(); i++) {
      if (find(
              UnitKind.DIVISION, request.divisionIds().get(i), Set.of(String.valueOf(organisation)))
          .isEmpty()) {
        errors.add(new FieldError("/divisionIds/" + i, ErrorCode.UNKNOWN_UNIT));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(errors);
    }
    return organisation;
  }

  private static void requireOwn(Unit unit, String organisation) {
    if (!unit.organisationId.equals(organisation)) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such entry for this caller.");
    }
  }

  private static Unit fresh(UnitKind kind, String id, String organisation) {
    Unit unit = new Unit();
    unit.key = UnitKey.of(kind, id);
    unit.organisationId = organisation;
    return unit;
  }

  private static boolean sameState(Unit unit, UnitRequest request) {
    return Objects.equals(unit.name, request.name())
        && Objects.equals(unit.odsCode, request.odsCode())
        && Objects.equals(unit.zone, request.zone())
        && Objects.equals(unit.siteId, request.siteId())
        && Objects.equals(List.of(unit.divisionIds), divisions(request))
        && Objects.equals(unit.careSetting, request.careSetting());
  }

  private void apply(Unit unit, UnitRequest request) {
    unit.version++;
    unit.name = request.name();
    unit.odsCode = request.odsCode();
    unit.zone = request.zone();
    unit.siteId = request.siteId();
    unit.divisionIds = divisions(request).toArray(String[]::new);
    unit.careSetting = request.careSetting();
    unit.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static List<String> divisions(UnitRequest request) {
    return request.divisionIds() == null ? List.of() : request.divisionIds();
  }
}
