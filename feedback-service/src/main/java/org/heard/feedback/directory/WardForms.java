package org.heard.feedback.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.outbox.Outbox;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Wards by the codes on their posters. */
@ApplicationScoped
public class WardForms {
  private final UnitRepository units;
  private final Outbox outbox;
  private final FormCodeSettings settings;
  private final Clock clock;

  WardForms(UnitRepository units, Outbox outbox, FormCodeSettings settings, Clock clock) {
    this.units = units;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** The ward to which a code leads or, until lately, led; nothing for what is no code at all. */
  @Transactional
  public Optional<WardPlace> find(String typed) {
    String code = FormCode.canonical(typed);
    if (code == null) {
      return Optional.empty();
    }
    Instant oldest = clock.instant().minus(settings.oldFor());
    return units
        .findByFormCode(code)
        .or(() -> units.wardOfReplaced(code, oldest).flatMap(id -> units.find(UnitKind.WARD, id)))
        .map(this::place);
  }

  /** The same, of a code that may be missing. */
  @Transactional
  public Optional<WardPlace> findIfSent(String typed) {
    return typed == null ? Optional.empty() : find(typed);
  }

  /** The organisation of the ward to which a code leads; null for a code that leads nowhere. */
  @Transactional
  public String organisationOf(String typed) {
    return findIfSent(typed).map(place -> place.ward().organisationId()).orElse(null);
  }

  /** The ward with this id, whatever its organisation. */
  @Transactional
  public Optional<WardPlace> ofWard(String id) {
    return units.find(UnitKind.WARD, id).map(this::place);
  }

  /** The wards of an organisation, by their names. */
  @Transactional
  public List<WardPlace> ofOrganisation(String organisationId) {
    return units.all(UnitKind.WARD).stream()
        .filter(ward -> ward.organisationId.equals(organisationId))
        .map(this::place)
        .sorted(Comparator.comparing(WardPlace::name))
        .toList();
  }

  /** The ward with this id, if it belongs to one of these organisations. */
  @Transactional
  public WardPlace require(String id, Set<String> organisations) {
    return ofWard(id)
        .filter(place -> organisations.contains(place.ward().organisationId()))
        .orElseThrow(WardForms::unknown);
  }

  /**
   * Gives a ward another code, and publishes it. The one before leads there for a while, as it is
   * printed.
   *
   * @throws ProblemException {@code NOT_FOUND} for a ward that the caller does not have
   */
  @Transactional
  UnitView replace(String id, Set<String> organisations) {
    Unit ward =
        units
            .lock(UnitKind.WARD, id)
            .filter(unit -> organisations.contains(unit.organisationId))
            .orElseThrow(WardForms::unknown);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    units.keepReplaced(ward.formCode, id, now);
    ward.formCode = units.freshFormCode();
    ward.version++;
    ward.changedAt = now;
    outbox.append(EventEncoder.encode(ward.fact(), now));
    return ward.view();
  }

  private WardPlace place(Unit ward) {
    String site = units.find(UnitKind.SITE, ward.siteId).map(unit -> unit.name).orElse(ward.siteId);
    ZoneId zone =
        units
            .find(UnitKind.ORGANISATION, ward.organisationId)
            .map(organisation -> ZoneId.of(organisation.zone))
            .orElseThrow(() -> new IllegalStateException("a ward without an organisation"));
    return new WardPlace(ward.ward(), ward.name, site, ward.formCode, zone);
  }

  private static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "No such ward.");
  }
}
