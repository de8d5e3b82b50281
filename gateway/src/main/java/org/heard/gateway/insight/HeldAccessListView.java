package org.heard.gateway.insight;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.HeldAccessPage;
import org.heard.gateway.upstream.Translation;

/** A page of who read held comments, wrote in their place, or carried comments away. */
record HeldAccessListView(
    List<Item> items,
    @Schema(description = "Accesses on all pages", examples = "3") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One reading of a list, one text that was written, or one part of an export; no words. */
  @Schema(name = "HeldAccess")
  record Item(
      @Schema(
              enumeration = {"read", Translation.ENGLISH, Translation.CLEARED, "export"},
              description =
                  "`read`: a page of held comments; `export`: comments that were carried away as"
                      + " training data; else what was written in the place of one",
              examples = "read")
          String what,
      @Schema(description = "Who, as the identity provider names them", examples = "5c2e-analyst")
          String subject,
      @Schema(examples = "2026-10-06T09:14:05.120334Z") Instant at,
      @Schema(examples = "W01") String wardId,
      @Schema(
              description = "Ids of the comments; none where a page was empty",
              examples = "[\"0f8fad5b-d9cb-469f-a165-70867728950e-1\"]")
          List<String> comments) {

    static Item of(HeldAccessPage.HeldAccess access) {
      return new Item(
          access.what(), access.subject(), access.at(), access.wardId(), access.comments());
    }
  }

  static HeldAccessListView of(HeldAccessPage page) {
    return new HeldAccessListView(
        page.items().stream().map(Item::of).toList(), page.total(), page.next());
  }
}
