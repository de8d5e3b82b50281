package org.heard.local.device;

import org.heard.local.device.Registration.Registered;
import org.heard.local.run.PortBase;
import org.heard.local.run.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers a kiosk (or an importer) and prints its key and nothing else. */
@Command(name = "device", description = "Registers a kiosk, or an importer, and prints its key.")
public final class DeviceCommand implements Runnable {

  @Parameters(paramLabel = "NAME", description = "What people call the device.")
  private String name;

  @Option(
      names = "--ward",
      required = true,
      paramLabel = "W",
      description = "The kiosk's ward; an importer gets the ward's organisation.")
  private String ward;

  @Option(
      names = "--importer",
      description = "For batches: may write every ward of the organisation.")
  private boolean importer;

  @Mixin private PortBase portBase;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Registration registration = new Registration(RunFile.read(portBase.ports()));
    Registered device =
        importer ? registration.importer(name, ward) : registration.kiosk(name, ward);
    spec.commandLine().getOut().println(device.key());
    spec.commandLine().getOut().flush();
  }
}
