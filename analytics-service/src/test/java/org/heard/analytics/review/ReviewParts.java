package org.heard.analytics.review;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.heard.analytics.access.Caller;
import org.heard.analytics.counting.TagVersions;

/** A queue with settings and a clock of a test's own. */
public record ReviewParts(DataSource database, TagVersions versions, Clock clock) {

  /** By comment of this organisation, why it is asked about. */
  public Map<String, String> queue(String organisation, Map<String, String> settings)
      throws SQLException {
    ReviewConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ReviewConfig.class)
            .withSources(new PropertiesConfigSource(settings, "test", 500))
            .build()
            .getConfigMapping(ReviewConfig.class);
    Caller caller =
        new Caller("x", Set.of("quality-analyst"), List.of(organisation), List.of(), List.of());
    Map<String, String> samples = new LinkedHashMap<>();
    new ReviewQueue(database, new Sample(config, versions, clock))
        .find(caller, null, 1000)
        .items()
        .forEach(item -> samples.put(item.commentId(), item.sample()));
    return samples;
  }
}
