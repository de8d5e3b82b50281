package org.heard.gateway.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.disclosure.Disclosed;
import org.heard.gateway.disclosure.HiddenCode;
import org.heard.gateway.disclosure.InsideDisclosure;
import org.heard.gateway.disclosure.Interval;
import org.heard.gateway.upstream.ModelQuality;

/** How right the present model was on drawn comments that people have reviewed. */
@Schema(name = "Quality")
record QualityView(
    @Schema(description = "First day the comments are counted on") LocalDate from,
    @Schema(description = "Last day, included") LocalDate to,
    @Schema(description = "The model that is judged; no other is mixed in") String modelVersion,
    @Schema(description = "Drawn comments that were reviewed", examples = "120") long reviewed,
    @Schema(description = "Tags that the model or a reviewer has given") List<Row> tags) {

  /** One tag. */
  @Schema(name = "QualityOfTag")
  record Row(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(nullable = true, examples = "absent") String polarity,
      @Schema(description = "Drawn comments that were reviewed", examples = "120") long reviewed,
      @Schema(description = "The model has given it, rightly", examples = "31") long right,
      @Schema(description = "The model has given it, wrongly", examples = "4") long wrong,
      @Schema(description = "The model has not given it and should have", examples = "6")
          long missing,
      @Schema(
              description =
                  "right / (right + wrong) in whole per cent 0-100, halves upwards; null and named"
                      + " in `hidden` where the model has given it fewer than 10 times",
              nullable = true,
              examples = "89")
          Integer precision,
      @Schema(nullable = true) Interval precisionInterval,
      @Schema(
              description =
                  "right / (right + missing) in whole per cent 0-100, halves upwards; null and"
                      + " named in `hidden` where fewer than 10 comments should have it",
              nullable = true,
              examples = "84")
          Integer recall,
      @Schema(nullable = true) Interval recallInterval,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description = "Why a value of this row is null",
              examples = "{\"recall\":\"LOW_N\",\"recallInterval\":\"LOW_N\"}")
          Map<String, HiddenCode> hidden) {

    static Row of(ModelQuality.Row counted, long reviewed, InsideDisclosure disclosure) {
      long said = counted.right() + counted.wrong();
      long due = counted.right() + counted.missing();
      Disclosed<Integer> precision = disclosure.percent(counted.right(), said);
      Disclosed<Interval> precisionInterval = disclosure.interval(counted.right(), said);
      Disclosed<Integer> recall = disclosure.percent(counted.right(), due);
      Disclosed<Interval> recallInterval = disclosure.interval(counted.right(), due);
      Map<String, HiddenCode> hidden = new LinkedHashMap<>();
      precision.nameIn(hidden, "precision");
      precisionInterval.nameIn(hidden, "precisionInterval");
      recall.nameIn(hidden, "recall");
      recallInterval.nameIn(hidden, "recallInterval");
      return new Row(
          counted.layer(),
          counted.theme(),
          counted.polarity(),
          reviewed,
          counted.right(),
          counted.wrong(),
          counted.missing(),
          precision.value(),
          precisionInterval.value(),
          recall.value(),
          recallInterval.value(),
          hidden);
    }
  }

  static QualityView of(ModelQuality quality, InsideDisclosure disclosure) {
    return new QualityView(
        quality.from(),
        quality.to(),
        quality.modelVersion(),
        quality.reviewed(),
        quality.tags().stream().map(row -> Row.of(row, quality.reviewed(), disclosure)).toList());
  }
}
