package org.heard.analytics.correction;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.Passage;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.TagName;

/** Disputes and exports with settings of a test's own. */
public record CorrectionParts(DataSource database, Map<String, String> settings) {

  /** Looks at what is there when a line is written. */
  public interface Look {
    void at(String line) throws SQLException;
  }

  private CorrectionConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(CorrectionConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 500))
        .build()
        .getConfigMapping(CorrectionConfig.class);
  }

  /** Says that {@code family-and-carers} is missing; the state, or the code of the refusal. */
  public String missing(
      String ward, String organisation, String comment, String polarity, String by)
      throws SQLException {
    DisputeRequest request =
        new DisputeRequest(
            DisputeRequest.MISSING,
            TagName.of("compassion", "family-and-carers", polarity).orElseThrow(),
            new Passage(0, 8));
    Ward known = new Ward(ward, "x", "x", organisation, List.of(), null, null, ZoneOffset.UTC);
    try {
      return new Disputing(database, config(), Clock.systemUTC())
          .raise(known, CommentId.of(comment), request, by)
          .correction()
          .state()
          .code();
    } catch (ProblemException refused) {
      return refused.getMessage();
    }
  }

  /** All lines of an organisation. */
  public String export(String organisation, Look look) throws SQLException, IOException {
    ByteArrayOutputStream all =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] line) throws IOException {
            try {
              look.at(new String(line, StandardCharsets.UTF_8));
            } catch (SQLException failed) {
              throw new IOException(failed);
            }
            super.write(line);
          }
        };
    new CorrectionExport(database, config(), Clock.systemUTC(), new ObjectMapper())
        .begin(List.of(organisation), "x")
        .writeTo(all);
    return all.toString(StandardCharsets.UTF_8);
  }
}
