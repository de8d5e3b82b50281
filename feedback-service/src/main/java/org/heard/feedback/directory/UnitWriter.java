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
  Directory.Put put(UnitKind kind, String id, UnitRequest request, Set<String> organisations) {
    String organisation = organisationOf(kind, id, request, organisations);
    Optional<Unit> existing = units.lockOrClaim(kind, id);
    existing.ifPresent(unit -> requireOwn(unit, organisation));
    Unit unit = existing.orElseGet(() -> fresh(kind, id, organisation));
    List<DatedName> names = names(unit, request);
    if (existing.isPresent() && sameState(unit, request, names)) {
      return new Directory.Put(unit.view(), false, false);
    }
    apply(unit, request, names);
    units.persist(unit);
    outbox.append(EventEncoder.encode(unit.fact(), unit.changedAt));
    return new Directory.Put(unit.view(), existing.isEmpty(), true);
  }

  private String organisationOf(
      UnitKind kind, String id, UnitRequest request, Set<String> organisations) {
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
    boolean own = organisation != null && organisations.contains(organisation);
    if (kind == UnitKind.ORGANISATION && !own) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such organisation for this caller.");
    }
    List<FieldError> errors = new ArrayList<>();
    if (!own || (kind != UnitKind.ORGANISATION && !exists(UnitKind.ORGANISATION, organisation))) {
      String pointer = kind == UnitKind.WARD ? "/siteId" : "/organisationId";
      errors.add(new FieldError(pointer, ErrorCode.UNKNOWN_UNIT));
    }
    addUnknownDivisions(kind, request, organisation, errors);
    if (!errors.isEmpty()) {
      throw ProblemException.of(errors);
    }
    return organisation;
  }

  private void addUnknownDivisions(
      UnitKind kind, UnitRequest request, String organisation, List<FieldError> errors) {
    for (int i = 0; kind == UnitKind.WARD && i < request.divisionIds().size(); i++) {
      boolean known =
          units
              .find(UnitKind.DIVISION, request.divisionIds().get(i))
              .filter(division -> division.organisationId.equals(organisation))
              .isPresent();
      if (!known) {
        errors.add(new FieldError("/divisionIds/" + i, ErrorCode.UNKNOWN_UNIT));
      }
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

  private List<DatedName> names(Unit unit, UnitRequest request) {
    ZoneId zone =
        units
            .find(UnitKind.ORGANISATION, unit.organisationId)
            .map(organisation -> ZoneId.of(organisation.zone))
            .orElseGet(() -> ZoneId.of(request.zone()));
    String today = LocalDate.ofInstant(clock.instant(), zone).toString();
    // What it is called is a fact of today; a name of tomorrow is put tomorrow.
    if (request.nameFrom() != null && request.nameFrom().compareTo(today) > 0) {
      throw ProblemException.of(List.of(new FieldError("/nameFrom", ErrorCode.INVALID_DAY)));
    }
    return DatedName.with(unit.names, request.name(), request.nameFrom(), today);
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
