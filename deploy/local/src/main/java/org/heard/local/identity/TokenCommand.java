package org.heard.local.identity;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.PortBase;
import org.heard.local.run.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a bearer token for the running suite and nothing else. */
@Command(
    name = "token",
    description = "Prints a bearer token, valid 8 hours, for the running local suite.")
public final class TokenCommand implements Runnable {

  @Parameters(
      paramLabel = "ROLE",
      completionCandidates = Roles.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private String role;

  @Option(
      names = "--units",
      split = ",",
      paramLabel = "ID",
      description = "Wards, divisions or sites; a ward-leader needs them.")
  private List<String> units = List.of();

  @Option(
      names = "--organisation",
      split = ",",
      paramLabel = "ID",
      description = "Default: the demo organisation.")
  private List<String> organisations = List.of(DemoDirectory.ORGANISATION);

  @Option(
      names = "--lanes",
      split = ",",
      paramLabel = "LANE",
      description = "Alert lanes; an alert-handler's default is all.")
  private List<String> lanes = List.of();

  @Mixin private PortBase portBase;

  @Spec private CommandSpec spec;

  /** Offered in the help text. */
  static final class Roles implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Role.codes().iterator();
    }
  }

  @Override
  public void run() {
    Bearer bearer = bearer();
    RunFile suite = RunFile.read(portBase.ports());
    String token = Identity.of(suite).token(bearer);
    spec.commandLine().getOut().println(token);
    spec.commandLine().getOut().flush();
  }

  private Bearer bearer() {
    Role known =
        Stream.of(Role.values())
            .filter(candidate -> candidate.code().equals(role))
            .findFirst()
            .orElseThrow(
                () ->
                    CommandFailure.usage(
                        "Unknown role '%s'; roles are %s."
                            .formatted(role, String.join(", ", Role.codes()))));
    if (known == Role.WARD_LEADER && nonBlank(units).isEmpty()) {
      throw CommandFailure.usage("A ward-leader needs --units, like --units W01,W02.");
    }
    return new Bearer(known, nonBlank(organisations), nonBlank(units), lanes(known));
  }

  private List<String> lanes(Role known) {
    List<String> unknown = new ArrayList<>(nonBlank(lanes));
    unknown.removeAll(Role.LANES);
    if (!unknown.isEmpty()) {
      throw CommandFailure.usage(
          "Unknown lane '%s'; lanes are %s."
              .formatted(unknown.get(0), String.join(", ", Role.LANES)));
    }
    boolean all = known == Role.ALERT_HANDLER && nonBlank(lanes).isEmpty();
    return all ? Role.LANES : nonBlank(lanes);
  }

  private static List<String> nonBlank(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }
}
