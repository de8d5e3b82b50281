package org.heard.analytics.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.counting.Bucket;

/**
 * One answered question as it is answered.
 *
 * @param withheld absent, or why text, language and tags are not shown; it is counted all the same
 */
@Schema(name = "Comment")
public record CommentView(
    @Schema(examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") String id,
    String submissionId,
    @Schema(description = "Only in a list over several wards", examples = "W01")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String wardId,
    @Schema(examples = "improve") String question,
    @Schema(examples = "2", nullable = true) Integer rating,
    @Schema(examples = "Nobody told me when I could go home.", nullable = true) String text,
    LocalDate countedOn,
    @Schema(examples = "2026-W41") String period,
    @Schema(examples = "en", nullable = true) String language,
    @Schema(
            description =
                "Only where a person has translated the comment: the language it was written in"
                    + " (`und`: not known). Text, tags and evidence are the translation's",
            examples = "pl")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String translatedFrom,
    @Schema(
            description = "Of the worst statement: none, low, moderate or serious",
            examples = "low",
            nullable = true)
        String severity,
    List<TagView> tags,
    @Schema(
            description =
                "Tokens of staff names that stand in clear praise, in all answers of the submission,"
                    + " and nowhere else in them: the ward's own leader may be told these names",
            examples = "[\"[STAFF-1]\"]")
        List<String> praised,
    @Schema(
            description = "IN_REVIEW, LANGUAGE, or EXPIRED once retention has removed the words",
            examples = "IN_REVIEW")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String withheld) {

  /** A tag with the clause that justifies it. */
  @Schema(name = "CommentTag")
  public record TagView(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "explaining-and-keeping-informed") String theme,
      @Schema(examples = "absent", nullable = true) String polarity,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "specific") String specificity,
      @Schema(examples = "0.9") double confidence,
      EvidenceView evidence,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "Only on a tag that a person has added, whose confidence is 1",
              examples = "person")
          String source) {}

  /** UTF-16 offsets into the comment's text, and the text between them. */
  @Schema(name = "CommentEvidence")
  public record EvidenceView(int start, int end, String text) {}

  static CommentView of(FoundComment found, List<FoundTag> tags, Bucket bucket) {
    boolean shown = found.hiddenBecause() == null;
    return new CommentView(
        found.id(),
        found.submissionId().toString(),
        null,
        found.question(),
        found.rating(),
        shown ? found.text() : null,
        found.place().countedOn(),
        bucket.at(found.place().countedOn()).label(),
        shown ? found.language() : null,
        shown ? found.translatedFrom() : null,
        shown ? found.severity() : null,
        shown ? tags.stream().map(tag -> tag.view(found.text())).toList() : List.of(),
        shown ? found.praised() : List.of(),
        found.hiddenBecause());
  }

  /** The same with its ward, for a list over several. */
  CommentView of(String ward) {
    return new CommentView(
        id,
        submissionId,
        ward,
        question,
        rating,
        text,
        countedOn,
        period,
        language,
        translatedFrom,
        severity,
        tags,
        praised,
        withheld);
  }
}
