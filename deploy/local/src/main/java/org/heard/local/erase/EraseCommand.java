package org.heard.local.erase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.Bearer;
import org.heard.local.identity.Identity;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;
import org.heard.local.run.PortBase;
import org.heard.local.run.RunFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a submission back and prints how far that is. */
@Command(
    name = "erase",
    description = "Takes a submission back, by its id or its receipt code, and prints the state.")
public final class EraseCommand implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Mixin private PortBase portBase;

  @Spec private CommandSpec spec;

  /** By id as an admin, by code as whoever holds it. */
  static final class Which {
    @Parameters(paramLabel = "ID", description = "The submission's id.")
    private String id;

    @Option(names = "--receipt", paramLabel = "CODE", description = "Its receipt code.")
    private String receipt;
  }

  @Override
  public void run() {
    RunFile suite = RunFile.read(portBase.ports());
    try {
      JsonHttp.Answer answer = erase(suite);
      if (answer.status() == NOT_FOUND) {
        throw CommandFailure.failed("There is no such submission.");
      }
      if (!answer.isSuccess()) {
        throw CommandFailure.failed("The suite refused: " + answer.problem());
      }
      String until = answer.body().path("until").asText("");
      String state = answer.body().path("state").asText();
      spec.commandLine().getOut().println(until.isEmpty() ? state : state + " " + until);
      spec.commandLine().getOut().flush();
    } catch (IOException e) {
      throw CommandFailure.failed("The suite does not answer: " + e);
    }
  }

  private JsonHttp.Answer erase(RunFile suite) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    if (which.id == null) {
      return JsonHttp.asNobody(suite.feedback())
          .post("/v1/receipts/erase", body.put("receiptCode", which.receipt));
    }
    String token = Identity.of(suite).token(Bearer.admin(DemoDirectory.ORGANISATION));
    return new JsonHttp(suite.feedback(), token)
        .post("/v1/erasures", body.put("submissionId", which.id).put("reason", "admin"));
  }
}
