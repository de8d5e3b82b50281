package org.heard.gateway.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.CommentPage;

/** A page of a ward's comments with the tags found in them. */
record CommentListView(
    List<Item> items,
    @Schema(
            description = "Comments on all pages; equals the insight numerator of the same filter",
            examples = "12")
        long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One answered question, identifiers removed. */
  @Schema(name = "CommentItem")
  record Item(
      @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e-1") String id,
      @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e") String submissionId,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "Only in a list over several wards", examples = "W01")
          String wardId,
      @Schema(examples = "good") String question,
      @Schema(nullable = true, examples = "1") Integer rating,
      @Schema(
              nullable = true,
              description = "null when withheld",
              examples = "Took the time to listen to me.")
          String text,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description =
                  "Only where names of staff stand in `text`: the same with their tokens. A passage"
                      + " that is sent is one of this text; `evidence` here is one of `text`",
              examples = "[STAFF-1] took the time to listen to me.")
          String textWithTokens,
      LocalDate countedOn,
      @Schema(examples = "2026-W40") String period,
      @Schema(nullable = true, examples = "en") String language,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description =
                  "Only where a person has translated the comment: the language it was written in"
                      + " (`und`: not known); text and tags are the translation's",
              examples = "pl")
          String translatedFrom,
      @Schema(
              nullable = true,
              description =
                  "Of the worst statement: none, low, moderate or serious; null when withheld",
              examples = "low")
          String severity,
      List<Tag> tags,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "Why the text is held back; absent otherwise")
          String withheld) {

    // Held back here as well: one forgotten condition upstream must not show a held comment.
    private static Item of(CommentPage.Comment comment, CommentPage.Comment withTokens) {
      boolean shown = comment.withheld() == null;
      boolean named = shown && !Objects.equals(comment.text(), withTokens.text());
      return new Item(
          comment.id(),
          comment.submissionId(),
          comment.wardId(),
          comment.question(),
          comment.rating(),
          shown ? comment.text() : null,
          named ? withTokens.text() : null,
          comment.countedOn(),
          comment.period(),
          shown ? comment.language() : null,
          shown ? comment.translatedFrom() : null,
          shown ? comment.severity() : null,
          shown ? comment.tags().stream().map(Tag::of).toList() : List.of(),
          comment.withheld());
    }
  }

  /** What the comment says, and the passage that says it. */
  @Schema(name = "CommentTag")
  record Tag(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(nullable = true, examples = "present") String polarity,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "specific") String specificity,
      @Schema(description = "0-1", examples = "0.93") Double confidence,
      Evidence evidence,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "Only on a tag that a person has added, whose confidence is 1",
              examples = "person")
          String source) {

    static Tag of(CommentPage.Tag tag) {
      CommentPage.Evidence evidence = tag.evidence();
      return new Tag(
          tag.layer(),
          tag.theme(),
          tag.polarity(),
          tag.specificity(),
          tag.confidence(),
          evidence == null ? null : new Evidence(evidence.start(), evidence.end(), evidence.text()),
          tag.source());
    }
  }

  /** A passage of the comment. */
  @Schema(description = "A passage of the text; offsets are UTF-16 code units, end exclusive.")
  record Evidence(
      @Schema(examples = "0") int start,
      @Schema(examples = "23") int end,
      @Schema(examples = "Took the time to listen") String text) {}

  /**
   * A page for one caller.
   *
   * @param told the page as the caller may read it, with the names of staff who are praised
   * @param withTokens the same page as it came
   */
  static CommentListView of(CommentPage told, CommentPage withTokens) {
    return new CommentListView(
        IntStream.range(0, told.items().size())
            .mapToObj(i -> Item.of(told.items().get(i), withTokens.items().get(i)))
            .toList(),
        told.total(),
        told.next());
  }
}
