package org.heard.gateway.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.CommentPage;
import org.heard.gateway.upstream.ReviewPage;

/** A page of comments whose tags a person is asked to judge. */
record ReviewListView(
    List<Item> items,
    @Schema(description = "Comments on all pages", examples = "12") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One answered question, identifiers removed, with what the model said of it. */
  @Schema(name = "ReviewItem")
  record Item(
      @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e-1") String commentId,
      @Schema(examples = "W01") String wardId,
      @Schema(examples = "improve") String question,
      @Schema(nullable = true, examples = "2") Integer rating,
      @Schema(examples = "Nobody told me when I could go home.") String text,
      @Schema(nullable = true, examples = "en") String language,
      @Schema(
              description =
                  "`random`: drawn, whatever the model says; `low-confidence`: it is not sure of a"
                      + " tag",
              examples = "random")
          String sample,
      @Schema(description = "The model's, before any correction") List<Tag> tags) {

    static Item of(ReviewPage.Item item) {
      return new Item(
          item.commentId(),
          item.wardId(),
          item.question(),
          item.rating(),
          item.text(),
          item.language(),
          item.sample(),
          item.tags().stream().map(Tag::of).toList());
    }
  }

  /** What the model says, and the passage that it goes by. */
  @Schema(name = "ReviewTag")
  record Tag(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(nullable = true, examples = "absent") String polarity,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "specific") String specificity,
      @Schema(description = "0-1", examples = "0.53") Double confidence,
      CorrectionView.Span evidence) {

    static Tag of(CommentPage.Tag tag) {
      CommentPage.Evidence evidence = tag.evidence();
      return new Tag(
          tag.layer(),
          tag.theme(),
          tag.polarity(),
          tag.specificity(),
          tag.confidence(),
          evidence == null ? null : new CorrectionView.Span(evidence.start(), evidence.end()));
    }
  }

  static ReviewListView of(ReviewPage page) {
    return new ReviewListView(
        page.items().stream().map(Item::of).toList(), page.total(), page.next());
  }
}
