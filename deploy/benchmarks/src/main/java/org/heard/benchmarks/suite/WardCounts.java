package org.heard.benchmarks.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.heard.local.identity.Role;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;

/** What insights say, asked of the gateway as the leader of some wards asks. */
public final class WardCounts {
  private final JsonHttp gateway;
  private final List<String> wards;

  /** Counts of these wards. */
  public WardCounts(SuiteUnderTest suite, List<String> wards) {
    this.gateway = new JsonHttp(suite.run().gateway(), suite.token(Role.WARD_LEADER, wards));
    this.wards = wards;
  }

  /** Submissions of the last 13 weeks, over all the wards. */
  public long submissions() {
    long sum = 0;
    for (String ward : wards) {
      sum += submissions(ward);
    }
    return sum;
  }

  private long submissions(String ward) {
    try {
      JsonHttp.Answer answer = gateway.get("/api/v1/wards/" + ward + "/insights");
      if (!answer.isSuccess()) {
        throw CommandFailure.failed("Insights of " + ward + ": " + answer.problem());
      }
      long sum = 0;
      for (JsonNode period : answer.body().get("periods")) {
        sum += period.get("submissions").asLong();
      }
      return sum;
    } catch (IOException away) {
      throw CommandFailure.failed("The gateway does not answer: " + away);
    }
  }
}
