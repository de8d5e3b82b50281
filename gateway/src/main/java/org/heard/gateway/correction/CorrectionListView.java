package org.heard.gateway.correction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.CorrectionPage;

/** A page of disputes, the oldest first. */
record CorrectionListView(
    List<CorrectionView> items,
    @Schema(description = "Disputes on all pages", examples = "3") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  static CorrectionListView of(CorrectionPage page) {
    return new CorrectionListView(
        page.items().stream().map(CorrectionView::of).toList(), page.total(), page.next());
  }
}
