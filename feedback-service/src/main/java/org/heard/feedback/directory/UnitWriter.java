package org.heard.feedback.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.outbox.Outbox;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/**
 * Puts entries, in the caller's transaction. It has no annotation of its own that would end the
 * transaction at the first refusal: a file has many rows, and all that are wrong are told.
 */
@ApplicationScoped
class UnitWriter {
  private final UnitRepository units;
  private final Outbox outbox;
  private final Clock clock;

  UnitWriter(UnitRepository units, Outbox outbox, Clock clock) {
    this.units = units;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** See {@link Directory#put}. */
  Directory.Put put(UnitKind kind, String id, UnitRequest.Draft draft, Set<String> organisations) {
    UnitRequest request = draft.request();
    String organisation = organisationOf(kind, id, draft, organisations);
    Optional<Unit> existing = units.lockOrClaim(kind, id);
    existing.ifPresent(unit -> requireOwn(unit, organisation));
    Unit unit = existing.orElseGet(() -> fresh(kind, id, organisation));
    List<DatedName> names =
        DatedName.with(
            unit.names, request.name(), request.nameFrom(), today(kind, organisation, request));
    if (existing.isPresent() && sameState(unit, request, names)) {
      return new Directory.Put(unit.view(), false, false);
    }
    apply(unit, request, names);
    units.persist(unit);
    outbox.append(EventEncoder.encode(unit.fact(), unit.changedAt));
    return new Directory.Put(unit.view(), existing.isEmpty(), true);
  }

  /**
   * The entry's organisation, when nothing is wrong with what was sent: neither what its reader
   * found nor what only the directory can tell.
   */
  private String organisationOf(
      UnitKind kind, String id, UnitRequest.Draft draft, Set<String> organisations) {
    UnitRequest request = draft.request();
    String organisation =
        switch (kind) {
          case ORGANISATION -> id;
          case SITE, DIVISION -> request.organisationId();
          case WARD -> organisationOfSite(request.siteId());
        };
    boolean own = organisation != null && organisations.contains(organisation);
    if (kind == UnitKind.ORGANISATION && !own) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such organisation for this caller.");
    }
    boolean known =
        own && (kind == UnitKind.ORGANISATION || exists(UnitKind.ORGANISATION, organisation));
    List<FieldError> errors = new ArrayList<>(draft.errors());
    String parent = kind == UnitKind.WARD ? "/siteId" : "/organisationId";
    if (!known && draft.isFine(parent)) {
      errors.add(new FieldError(parent, ErrorCode.UNKNOWN_UNIT));
    }
    if (kind == UnitKind.WARD && draft.isFine("/divisionIds")) {
      addUnknownDivisions(request, known ? Set.of(organisation) : organisations, errors);
    }
    addNameOfTomorrow(kind, known ? organisation : null, request, errors);
    if (!errors.isEmpty()) {
      throw ProblemException.of(errors);
    }
    return organisation;
  }

  private String organisationOfSite(String siteId) {
    return siteId == null
        ? null
        : units.find(UnitKind.SITE, siteId).map(site -> site.organisationId).orElse(null);
  }

  private void addUnknownDivisions(
      UnitRequest request, Set<String> organisations, List<FieldError> errors) {
    for (int i = 0; i < request.divisionIds().size(); i++) {
      boolean known =
          units
              .find(UnitKind.DIVISION, request.divisionIds().get(i))
              .filter(division -> organisations.contains(division.organisationId))
              .isPresent();
      if (!known) {
        errors.add(new FieldError("/divisionIds/" + i, ErrorCode.UNKNOWN_UNIT));
      }
    }
  }

  /** What it is called is a fact of today; a name of tomorrow is put tomorrow. */
  private void addNameOfTomorrow(
      UnitKind kind, String organisation, UnitRequest request, List<FieldError> errors) {
    if (request.nameFrom() != null
        && request.nameFrom().compareTo(today(kind, organisation, request)) > 0) {
      errors.add(new FieldError("/nameFrom", ErrorCode.INVALID_DAY));
    }
  }

  private boolean exists(UnitKind kind, String id) {
    return units.find(kind, id).isPresent();
  }

  private static void requireOwn(Unit unit, String organisation) {
    if (!unit.organisationId.equals(organisation)) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such entry for this caller.");
    }
  }

  private Unit fresh(UnitKind kind, String id, String organisation) {
    Unit unit = new Unit();
    unit.key = UnitKey.of(kind, id);
    unit.organisationId = organisation;
    unit.formCode = kind == UnitKind.WARD ? units.freshFormCode() : null;
    return unit;
  }

  /** The days of an organisation that is new, or not known, are those that were sent with it. */
  private String today(UnitKind kind, String organisation, UnitRequest request) {
    String sent = request.zone() == null ? UnitRequest.DEFAULT_ZONE : request.zone();
    String zone = owner(kind, organisation).map(known -> known.zone).orElse(sent);
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)).toString();
  }

  /** An organisation that is put itself is never read before it is locked: it may just change. */
  private Optional<Unit> owner(UnitKind kind, String organisation) {
    if (organisation == null) {
      return Optional.empty();
    }
    return kind == UnitKind.ORGANISATION
        ? units.lockOrClaim(kind, organisation)
        : units.find(UnitKind.ORGANISATION, organisation);
  }

  private static boolean sameState(Unit unit, UnitRequest request, List<DatedName> names) {
    return Objects.equals(unit.names, names)
        && Objects.equals(unit.odsCode, request.odsCode())
        && Objects.equals(unit.zone, request.zone())
        && Objects.equals(unit.siteId, request.siteId())
        && Objects.equals(List.of(unit.divisionIds), request.divisionIds())
        && Objects.equals(unit.careSetting, request.careSetting())
        && Objects.equals(List.of(unit.specialties), request.specialties())
        && Objects.equals(unit.closedOn, request.closedOn());
  }

  private void apply(Unit unit, UnitRequest request, List<DatedName> names) {
    unit.version++;
    unit.name = request.name();
    unit.names = names;
    unit.odsCode = request.odsCode();
    unit.zone = request.zone();
    unit.siteId = request.siteId();
    unit.divisionIds = request.divisionIds().toArray(String[]::new);
    unit.careSetting = request.careSetting();
    unit.specialties = request.specialties().toArray(String[]::new);
    unit.closedOn = request.closedOn();
    unit.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
