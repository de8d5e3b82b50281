package org.heard.gateway.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The words of the taxonomy, for interfaces that show tags. */
record TaxonomyView(
    @Schema(examples = "compassion-1.0") String taxonomyVersion, List<Layer> layers) {

  /** One layer; {@code polarities} maps codes to the words an interface shows. */
  record Layer(
      @Schema(examples = "compassion") String layer,
      Map<String, String> polarities,
      List<Theme> themes) {}

  /** One theme; pillar and definition exist in the compassion layer. */
  record Theme(
      @Schema(examples = "being-heard") String theme,
      @Schema(examples = "Being heard") String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "Attending") String pillar,
      @JsonInclude(JsonInclude.Include.NON_NULL) String definition) {}
}
