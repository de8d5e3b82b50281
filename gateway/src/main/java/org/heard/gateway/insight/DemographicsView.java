package org.heard.gateway.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.disclosure.Disclosed;
import org.heard.gateway.disclosure.HiddenCode;
import org.heard.gateway.disclosure.InsideDisclosure;
import org.heard.gateway.disclosure.SmallCells;
import org.heard.gateway.upstream.WardBands;

/** What a ward's feedback of a quarter says, by one thing that people say of themselves. */
record DemographicsView(
    InsightView.Ward ward,
    @Schema(examples = "ageBand") String by,
    @Schema(examples = "quarter") String bucket,
    @Schema(examples = "2026-Q3") String period,
    @Schema(description = "First day") LocalDate from,
    @Schema(description = "Last day") LocalDate to,
    @Schema(description = "Every band, in a fixed order") List<Band> bands,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            nullable = true,
            examples = "PERIOD_OPEN",
            description =
                "Why every number is null: `PERIOD_OPEN` until the quarter is over, `PERIOD_ENDED`"
                    + " once the bands of its people end")
        String suppressed,
    @Schema(description = "When the counts were read") Instant snapshotAt) {

  /**
   * One band. Its first three numbers are hidden together, and so are the last three: never by
   * themselves alone, so that no hidden one is what the others leave of the whole.
   */
  @Schema(name = "DemographicBand")
  record Band(
      @Schema(examples = "65-74", description = "`not-said`: would not say, or said nothing")
          String band,
      @Schema(nullable = true, examples = "38", description = "Submissions with a rating")
          Long responses,
      @Schema(nullable = true, examples = "29", description = "Those with a rating 1 or 2")
          Long positive,
      @Schema(
              nullable = true,
              examples = "76",
              description = "positive / responses in whole per cent")
          Integer percentPositive,
      @Schema(
              nullable = true,
              examples = "33",
              description = "Submissions with content in a comment")
          Long commenting,
      @Schema(
              nullable = true,
              examples = "7",
              description = "Those in which anything of compassion is missing or asked for")
          Long withShortfall,
      @Schema(
              nullable = true,
              examples = "21",
              description = "withShortfall / commenting in whole per cent")
          Integer shortfallRate,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description = "Why a value of this row is null",
              examples = "{\"responses\":\"SMALL_CELL\",\"percentPositive\":\"SMALL_CELL\"}")
          Map<String, HiddenCode> hidden) {}

  /** Two numbers of a band, the second a part of the first, and their rate. */
  private record Cut(Long whole, Long part, Integer rate) {
    private static final Cut NOTHING = new Cut(null, null, null);
  }

  static DemographicsView of(WardBands counts, SmallCells cells, InsideDisclosure disclosure) {
    Set<Integer> ratings =
        hidden(counts, cells, WardBands.Band::responses, WardBands.Band::positive);
    Set<Integer> shortfalls =
        hidden(counts, cells, WardBands.Band::commenting, WardBands.Band::withShortfall);
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < counts.bands().size(); i++) {
      WardBands.Band band = counts.bands().get(i);
      bands.add(band(band, ratings.contains(i), shortfalls.contains(i), disclosure));
    }
    return of(counts, bands, null);
  }

  /** The same without any number. */
  static DemographicsView suppressed(WardBands counts, String why) {
    List<Band> bands =
        counts.bands().stream()
            .map(b -> new Band(b.band(), null, null, null, null, null, null, Map.of()))
            .toList();
    return of(counts, bands, why);
  }

  private static DemographicsView of(WardBands counts, List<Band> bands, String suppressed) {
    return new DemographicsView(
        InsightView.Ward.of(counts.ward()),
        counts.by(),
        counts.bucket(),
        counts.period(),
        counts.from(),
        counts.to(),
        bands,
        suppressed,
        counts.snapshotAt());
  }

  private static Set<Integer> hidden(
      WardBands counts,
      SmallCells cells,
      Function<WardBands.Band, Long> whole,
      Function<WardBands.Band, Long> part) {
    return cells.hidden(
        counts.bands().stream()
            .map(b -> new long[] {part.apply(b), whole.apply(b) - part.apply(b)})
            .toList());
  }

  private static Band band(
      WardBands.Band band,
      boolean ratingHidden,
      boolean shortfallHidden,
      InsideDisclosure disclosure) {
    Map<String, HiddenCode> hidden = new LinkedHashMap<>();
    Cut rating =
        cut(
            ratingHidden,
            band.responses(),
            band.positive(),
            disclosure,
            hidden,
            List.of("responses", "positive", "percentPositive"));
    Cut shortfall =
        cut(
            shortfallHidden,
            band.commenting(),
            band.withShortfall(),
            disclosure,
            hidden,
            List.of("commenting", "withShortfall", "shortfallRate"));
    return new Band(
        band.band(),
        rating.whole(),
        rating.part(),
        rating.rate(),
        shortfall.whole(),
        shortfall.part(),
        shortfall.rate(),
        hidden);
  }

  private static Cut cut(
      boolean small,
      long whole,
      long part,
      InsideDisclosure disclosure,
      Map<String, HiddenCode> hidden,
      List<String> names) {
    if (small) {
      names.forEach(name -> hidden.put(name, HiddenCode.SMALL_CELL));
      return Cut.NOTHING;
    }
    Disclosed<Integer> rate = disclosure.percent(part, whole);
    rate.nameIn(hidden, names.get(2));
    return new Cut(whole, part, rate.value());
  }
}
