package org.heard.gateway.upstream;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what a ward has made public, the latest first. */
@Schema(name = "YouSaidWeDid")
public record StatementPage(
    List<Item> items,
    @Schema(description = "Statements on all pages", examples = "3") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One statement as it was published; it names nobody. */
  @Schema(name = "PublicStatement")
  public record Item(
      @Schema(examples = "Nobody came when we rang at night.") String youSaid,
      @Schema(examples = "A nurse now walks round every hour of the night.") String weDid,
      @Schema(
              description = "How far it was when it was published",
              enumeration = {"noted", "planned", "testing", "done", "cannot-do"},
              examples = "done")
          String status,
      @Schema(examples = "2026-11-16") LocalDate publishedOn) {}
}
