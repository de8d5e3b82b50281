package org.heard.local.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.heard.local.device.Registration;
import org.heard.local.device.Registration.Registered;
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

/** Posts a CSV or JSONL file through the batch door of the running suite. */
@Command(
    name = "load",
    description = {
      "Posts a CSV or JSONL file (UTF-8) through the batch door of the running local suite.",
      "The same file under the same name changes nothing the second time: all of it is duplicate.",
      "Ends with the counts: accepted, duplicate (was there already), rejected."
    })
public final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "CSV with a header row, or .jsonl.")
  private Path file;

  @Option(
      names = "--map",
      required = true,
      split = ",",
      paramLabel = "FIELD=COLUMN",
      description = "text=COL, and any of question, rating, id, ward, authoredAt.")
  private List<String> map;

  @Option(names = "--ward", paramLabel = "W", description = "The ward of records that name none.")
  private String ward;

  @Option(
      names = "--name",
      paramLabel = "IMPORT",
      description =
          "Tells imports apart (default: the file's name, and the ward of --ward if it is given).")
  private String name;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N records.")
  private long limit = Long.MAX_VALUE;

  @Mixin private PortBase portBase;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Mapping mapping = Mapping.parse(map);
    if (ward == null && !mapping.has(Mapping.Field.WARD)) {
      throw CommandFailure.usage("Say which ward: --ward W01, or ward=COLUMN in --map.");
    }
    if (limit < 1) {
      throw CommandFailure.usage("--limit must be at least 1.");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw CommandFailure.usage("Cannot read the file " + file + ".");
    }
    try {
      return load(mapping).nothingRejected() ? 0 : 1;
    } catch (MalformedInputException e) {
      throw CommandFailure.failed("The file is not UTF-8.");
    } catch (IOException e) {
      throw CommandFailure.failed("The import failed: " + e);
    }
  }

  private Tally load(Mapping mapping) throws IOException {
    SourceFile.requireColumns(file, mapping);
    RunFile suite = RunFile.read(portBase.ports());
    String importName = importName(name, file, ward);
    Registration registration = new Registration(suite);
    Registered importer = importer(registration, "Import " + importName);
    ImportState state =
        ImportState.open(
            Path.of(suite.data(), "imports"), importName, file, mapping + " ward " + ward);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out, Boolean.getBoolean("heard.terminal"), Files.size(file));
    if (state.recordsDone() > 0) {
      progress.message("Going on after record " + state.recordsDone() + ".");
    }
    try (CountedInput input = new CountedInput(Files.newInputStream(file));
        SourceFile source = SourceFile.open(file, input, mapping)) {
      BatchDoor door =
          new BatchDoor(
              suite.feedback(),
              importer.key(),
              (length, reason) -> {
                progress.message(
                    "No answer (" + reason + "); trying again in " + length.toSeconds() + " s.");
                sleep(length.toMillis());
              });
      Submissions submissions = new Submissions(mapping, ward, state.authoredAt());
      Tally tally =
          new Import(submissions, new ImportIds(importName), door, state)
              .run(source, limit, records -> progress.at(input.count(), records));
      progress.end();
      tally.print(out);
      return tally;
    } finally {
      // The key was made for this run; nobody needs it any longer.
      revoke(registration, importer);
    }
  }

  /** The same file for two wards is two imports, unless somebody names them alike. */
  static String importName(String name, Path file, String ward) {
    if (name != null) {
      return name;
    }
    String fileName = file.getFileName().toString();
    return ward == null ? fileName : fileName + " " + ward;
  }

  private Registered importer(Registration registration, String label) {
    String device = label.length() <= 100 ? label : label.substring(0, 100);
    return ward == null
        ? registration.importerOf(device, DemoDirectory.ORGANISATION)
        : registration.importer(device, ward);
  }

  private static void revoke(Registration registration, Registered importer) {
    try {
      registration.revoke(importer);
    } catch (IOException e) {
      // A key left over is listed among the devices, where an admin can revoke it.
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }
}
