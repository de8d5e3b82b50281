package org.heard.local.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.heard.embedded.OwnerOnly;

/**
 * What {@code up} leaves for the other commands while a suite runs: {@code
 * .heard/run/<port-base>.json} in the repository root, mode 0600.
 *
 * @param portBase the gateway's port
 * @param mode {@code local}: services verify tokens signed by a local key; {@code keycloak}
 * @param gateway its address, like {@code http://127.0.0.1:8080}
 * @param feedback the address of the service that takes feedback in
 * @param analytics the address of the service that counts
 * @param postgres host and port
 * @param kafka host and port, a client's {@code bootstrap.servers}
 * @param keycloak Keycloak's address; null where there is none
 * @param identity the folder of the local signing keys, or of Keycloak's secrets
 * @param data the folder that holds everything the suite keeps
 * @param pid the process id of {@code up}
 */
public record RunFile(
    int portBase,
    String mode,
    String gateway,
    String feedback,
    String analytics,
    String postgres,
    String kafka,
    String keycloak,
    String identity,
    String data,
    long pid) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the file of a suite lies. */
  public static Path path(Ports ports) {
    return folder().resolve(ports.base() + ".json");
  }

  /** The folder of all run files; made when missing. */
  public static Path folder() {
    try {
      return OwnerOnly.directories(root().resolve(".heard").resolve("run"));
    } catch (IOException e) {
      throw CommandFailure.failed("Could not make .heard/run: " + e);
    }
  }

  /** The repository root, as the shell commands tell it. */
  public static Path root() {
    String root = System.getProperty("heard.root");
    if (root == null) {
      throw CommandFailure.usage("System property heard.root is not set; use the deploy commands.");
    }
    return Path.of(root);
  }

  /** Reads the file of a running suite, or fails saying how to start one. */
  public static RunFile read(Ports ports) {
    return find(ports)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    "No suite is ready on port base %d. Start one with deploy/up, or name another --port-base."
                        .formatted(ports.base())));
  }

  /**
   * The file of a running suite; one that was left by an {@code up} that is gone does not count.
   */
  public static Optional<RunFile> find(Ports ports) {
    Path file = path(ports);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      RunFile run = JSON.readValue(file.toFile(), RunFile.class);
      return ProcessHandle.of(run.pid()).map(running -> run);
    } catch (IOException e) {
      throw CommandFailure.failed("Could not read " + file + ": " + e.getMessage());
    }
  }

  /** Writes it, for its owner's eyes only. */
  public void write() throws IOException {
    OwnerOnly.write(
        path(new Ports(portBase)), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }
}
