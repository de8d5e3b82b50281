package org.heard.gateway.disclosure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Thresholds of disclosure control; a site may be stricter than the product, never laxer. */
@ConfigMapping(prefix = "heard.disclosure")
interface DisclosureSettings {

  /**
   * Responses behind a rating rate, or comments with content behind a theme rate; at least {@link
   * InsideDisclosure#LEAST_RESPONSES}.
   */
  @WithDefault("10")
  int minResponses();

  /**
   * People in every cell of a table by what they say of themselves, and in what is left when the
   * shown ones and the largest hidden one are taken from the whole; at least {@link
   * SmallCells#LEAST}.
   */
  @WithDefault("5")
  int minCell();
}
