package org.heard.gateway.insight;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.HeldPage;

/** A page of a ward's comments that wait for a person who reads their language. */
record HeldListView(
    List<Item> items,
    @Schema(description = "Held comments on all pages", examples = "3") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One answered question; names may stand in it. */
  @Schema(name = "HeldComment")
  record Item(
      @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e-1") String id,
      @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e") String submissionId,
      @Schema(examples = "good") String question,
      @Schema(nullable = true, description = "As far as it is known", examples = "pl")
          String language,
      @Schema(
              description = "Numbers and addresses are out of it, names may not be",
              examples = "Pielęgniarki były bardzo miłe.")
          String text,
      @Schema(
              description = "Of these words: send it with what you write in their place",
              examples = "5f0c3b7a91de")
          String version,
      @Schema(examples = "2026-10-05") LocalDate countedOn) {

    static Item of(HeldPage.Held held) {
      return new Item(
          held.id(),
          held.submissionId(),
          held.question(),
          held.language(),
          held.text(),
          held.version(),
          held.countedOn());
    }
  }

  static HeldListView of(HeldPage page) {
    return new HeldListView(
        page.items().stream().map(Item::of).toList(), page.total(), page.next());
  }
}
