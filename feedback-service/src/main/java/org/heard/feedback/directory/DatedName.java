package org.heard.feedback.directory;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A name and the day from which it holds, until the next one does.
 *
 * @param from ISO 8601, so that days sort as texts; null: since ever
 */
@Schema(name = "DatedName")
record DatedName(
    @Schema(
            maxLength = UnitRequest.MAX_NAME,
            description = "What people called it, or do",
            examples = "Ash and Oak Ward")
        String name,
    @Schema(
            nullable = true,
            format = "date",
            description = "From this day on, in the organisation's zone; null: since ever",
            examples = "2026-10-01")
        String from) {

  /**
   * The names of an entry that is called {@code name} from a day on: later ones do not come any
   * more. What holds already changes nothing.
   *
   * @param known in the order of their days
   * @param from null: as long as it is called that, or from {@code today} if it was not
   */
  static List<DatedName> with(List<DatedName> known, String name, String from, String today) {
    if (known.isEmpty()) {
      return List.of(new DatedName(name, from));
    }
    DatedName last = known.get(known.size() - 1);
    if (from == null && last.name.equals(name)) {
      return known;
    }
    String day = from == null ? today : from;
    List<DatedName> names = new ArrayList<>(known);
    names.removeIf(each -> each.from != null && each.from.compareTo(day) >= 0);
    if (names.isEmpty() || !names.get(names.size() - 1).name.equals(name)) {
      names.add(new DatedName(name, day));
    }
    return List.copyOf(names);
  }
}
