package org.heard.gateway.insight;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.WardPage;

/** A page of the wards within the caller's reach. */
record WardListView(
    List<Item> items,
    @Schema(description = "Wards on all pages", examples = "12") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One ward; site, organisation and divisions are ids. */
  @Schema(name = "WardItem")
  record Item(
      @Schema(examples = "W01") String id,
      @Schema(examples = "Ash") String name,
      @Schema(examples = "S01") String site,
      @Schema(examples = "O01") String organisation,
      @Schema(examples = "[\"D01\"]") List<String> divisions,
      @Schema(examples = "ZZ001") String odsCode,
      @Schema(examples = "inpatient") String careSetting) {

    static Item of(WardPage.Ward ward) {
      return new Item(
          ward.id(),
          ward.name(),
          ward.siteId(),
          ward.organisationId(),
          ward.divisionIds(),
          ward.odsCode(),
          ward.careSetting());
    }
  }

  static WardListView of(WardPage page) {
    return new WardListView(
        page.items().stream().map(Item::of).toList(), page.total(), page.next());
  }

  static WardListView empty() {
    return new WardListView(List.of(), 0, null);
  }
}
