package org.heard.gateway.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.disclosure.Disclosed;
import org.heard.gateway.disclosure.HiddenCode;
import org.heard.gateway.disclosure.InsideDisclosure;
import org.heard.gateway.disclosure.SmallCells;
import org.heard.gateway.upstream.WardBands;

/** How a ward was rated in a quarter, by one thing that people say of themselves. */
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

  /** One band. Its numbers are hidden together: one that is hidden beside its sum is none. */
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
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description = "Why a value of this row is null",
              examples = "{\"responses\":\"SMALL_CELL\",\"percentPositive\":\"SMALL_CELL\"}")
          Map<String, HiddenCode> hidden) {

    private static Band told(WardBands.Band counted, InsideDisclosure disclosure) {
      Disclosed<Integer> rate = disclosure.percent(counted.positive(), counted.responses());
      Map<String, HiddenCode> hidden = new LinkedHashMap<>();
      rate.nameIn(hidden, "percentPositive");
      return new Band(
          counted.band(), counted.responses(), counted.positive(), rate.value(), hidden);
    }

    private static Band small(WardBands.Band counted) {
      Map<String, HiddenCode> hidden = new LinkedHashMap<>();
      List.of("responses", "positive", "percentPositive")
          .forEach(number -> hidden.put(number, HiddenCode.SMALL_CELL));
      return new Band(counted.band(), null, null, null, hidden);
    }

    private static Band untold(WardBands.Band counted) {
      return new Band(counted.band(), null, null, null, Map.of());
    }
  }

  static DemographicsView of(WardBands counts, SmallCells cells, InsideDisclosure disclosure) {
    List<WardBands.Band> counted = counts.bands();
    Set<Integer> small =
        cells.hidden(
            counted.stream()
                .map(b -> new long[] {b.positive(), b.responses() - b.positive()})
                .toList());
    return of(
        counts,
        IntStream.range(0, counted.size())
            .mapToObj(
                i ->
                    small.contains(i)
                        ? Band.small(counted.get(i))
                        : Band.told(counted.get(i), disclosure))
            .toList(),
        null);
  }

  /** The same without any number. */
  static DemographicsView suppressed(WardBands counts, String why) {
    return of(counts, counts.bands().stream().map(Band::untold).toList(), why);
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
}
