package org.heard.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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
      "Another file needs a --name of its own, or says --continues.",
      "Ends with the counts: accepted, duplicate (was there already), rejected."
    })
public final class LoadCommand implements Callable<Integer> {

  /** Another file has the name: its records and this one's cannot be told apart. */
  static final String NAME_USED = "IMPORT_NAME_USED";

  @Parameters(paramLabel = "FILE", description = "CSV with a header row, or .jsonl.")
  private Path file;

  @Option(
      names = "--map",
      required = true,
      split = ",",
      paramLabel = "FIELD=COLUMN",
      description =
          "text=COL (or good, improve, why), and any of question, rating, id, ward, authoredAt,"
              + " language, mode, respondent, format, consentToPublish, ageBand, sex, ethnicGroup,"
              + " disability.")
  private List<String> map;

  @Option(names = "--ward", paramLabel = "W", description = "The ward of records that name none.")
  private String ward;

  @Option(
      names = "--date-format",
      paramLabel = "PATTERN",
      description =
          "How authoredAt is written where it is not ISO 8601, such as dd/MM/yyyy or"
              + " 'dd/MM/yyyy HH:mm'.")
  private String dateFormat;

  @Option(
      names = "--separator",
      paramLabel = "S",
      description = "Between the cells of a CSV file: comma (the default), semicolon or tab.")
  private String separator;

  @Option(
      names = "--name",
      paramLabel = "IMPORT",
      description = "Tells imports apart, beside the ward of --ward (default: the file's name).")
  private String name;

  @Option(
      names = "--continues",
      description =
          "FILE holds all records of the files loaded before under this name, and more: equal"
              + " records are the same ones.")
  private boolean continues;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N records.")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--dry-run", description = "Only report what would become of the records.")
  private boolean dryRun;

  @Mixin private PortBase portBase;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Mapping mapping = Mapping.parse(map);
    if (ward == null && !mapping.hasWard()) {
      throw CommandFailure.usage("Say which ward: --ward W01, or ward=COLUMN in --map.");
    }
    if (limit < 1) {
      throw CommandFailure.usage("--limit must be at least 1.");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw CommandFailure.usage("Cannot read the file " + file + ".");
    }
    try {
      JsonNode done =
          load(
              Import.of(
                  file,
                  name,
                  mapping,
                  ward,
                  new Notation(dateFormat, separator),
                  continues,
                  dryRun,
                  limit));
      print(done, spec.commandLine().getOut());
      return done.path("rejected").asLong() == 0 ? 0 : 1;
    } catch (IOException e) {
      throw CommandFailure.failed("The import failed: " + e);
    }
  }

  private JsonNode load(Import what) throws IOException {
    RunFile suite = RunFile.read(portBase.ports());
    Registration registration = new Registration(suite);
    Registered importer = importer(registration, "Import " + what.name());
    Progress progress =
        new Progress(
            spec.commandLine().getOut(), Boolean.getBoolean("heard.terminal"), Files.size(file));
    ImportDoor door =
        new ImportDoor(
            suite.feedback(),
            importer.key(),
            (length, reason) -> {
              progress.message(
                  "No answer (" + reason + "); trying again in " + length.toSeconds() + " s.");
              sleep(length.toMillis());
            });
    try {
      long records = door.recordsDone(what);
      if (records > 0 && !dryRun) {
        progress.message("Going on after record " + records + ".");
      }
      return door.send(file, what, progress::at);
    } finally {
      progress.end();
      // The key was made for this run; nobody needs it any longer.
      revoke(registration, importer);
    }
  }

  /** Counts, lines by number and code, columns by name; never what anybody wrote. */
  static void print(JsonNode done, PrintWriter out) {
    for (JsonNode problem : done.path("problems")) {
      String where = problem.has("pointer") ? " " + problem.path("pointer").asText() : "";
      out.println("line " + problem.path("line") + ": " + problem.path("code").asText() + where);
    }
    long rejected = done.path("rejected").asLong();
    // A line is listed as often as something is wrong with it.
    long listed = done.path("problems").findValuesAsText("line").stream().distinct().count();
    if (rejected > listed) {
      out.println("... and " + (rejected - listed) + " more lines rejected");
    }
    if (done.path("problems").findValuesAsText("code").contains(NAME_USED)) {
      out.println(
          "Lines without an id may be another file's, loaded before under this name: give --name,"
              + " or --continues if this file holds that one's lines.");
    }
    printFlags(done, out);
    String ignored =
        StreamSupport.stream(done.path("ignoredColumns").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    if (!ignored.isEmpty()) {
      out.println("Columns that --map does not name, and so are not kept: " + ignored);
    }
    if (done.path("warning").isTextual()) {
      out.println(done.path("warning").asText());
    }
    if (done.path("dryRun").asBoolean()) {
      out.println("Dry run: nothing was stored.");
    }
    out.printf(
        "%d records: accepted %d, duplicate %d, rejected %d%n",
        done.path("records").asLong(),
        done.path("accepted").asLong(),
        done.path("duplicate").asLong(),
        rejected);
    out.flush();
  }

  private static void printFlags(JsonNode done, PrintWriter out) {
    for (JsonNode flag : done.path("flags")) {
      out.println("line " + flag.path("line") + ": accepted, time " + flag.path("reason").asText());
    }
    long flagged = done.path("flagged").asLong();
    int listed = done.path("flags").size();
    if (flagged > listed) {
      out.println("... and " + (flagged - listed) + " more lines with such a time");
    }
    if (flagged > 0) {
      out.println(
          flagged
              + " of the accepted count when they were received: their time is ahead or too old.");
    }
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
