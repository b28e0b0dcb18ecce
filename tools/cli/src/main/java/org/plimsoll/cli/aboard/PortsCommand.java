package org.plimsoll.cli.aboard;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ports}: the serial devices of this machine, by what the kernel says of them. */
@Command(
    name = "ports",
    mixinStandardHelpOptions = true,
    description = "List the serial devices of this machine.",
    footer = {
      "",
      "Use the stable name in a configuration: /dev/ttyUSB0 may be another device tomorrow.",
      "A device without access: add the user to its group (Debian: dialout) and log in again."
    })
public final class PortsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "one JSON object per device")
  boolean json;

  @Spec CommandSpec spec;

  private final Path root;

  public PortsCommand() {
    this(Path.of("/"));
  }

  PortsCommand(Path root) {
    this.root = root;
  }

  private record SerialDevice(String device, String stableName, String driver, boolean access) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<SerialDevice> devices = devices();
    for (SerialDevice device : devices) {
      out.println(json ? asJson(device) : asLine(device));
    }
    if (devices.isEmpty()) {
      spec.commandLine().getErr().println("no serial device found");
    }
    return 0;
  }

  private List<SerialDevice> devices() throws IOException {
    Map<Path, Path> stableNames = stableNames();
    List<SerialDevice> devices = new ArrayList<>();
    for (Path tty : children(root.resolve("sys/class/tty"))) {
      Path device = root.resolve("dev").resolve(tty.getFileName().toString());
      if (!isHardware(tty) || !Files.exists(device)) {
        continue;
      }
      Path driver = tty.resolve("device/driver");
      devices.add(
          new SerialDevice(
              device.toString(),
              stableNames.getOrDefault(device, Path.of("-")).toString(),
              Files.exists(driver) ? driver.toRealPath().getFileName().toString() : "-",
              Files.isReadable(device) && Files.isWritable(device)));
    }
    return devices;
  }

  /**
   * A terminal with a device behind it; the kernel lists 8250 ports that are not there as type 0.
   */
  private static boolean isHardware(Path tty) throws IOException {
    Path type = tty.resolve("type");
    return Files.exists(tty.resolve("device"))
        && !(Files.isReadable(type) && Files.readString(type).strip().equals("0"));
  }

  private Map<Path, Path> stableNames() throws IOException {
    Map<Path, Path> names = new HashMap<>();
    for (String directory : List.of("dev/serial/by-path", "dev/serial/by-id")) {
      for (Path link : children(root.resolve(directory))) {
        if (Files.exists(link)) {
          names.put(link.toRealPath(), link);
        }
      }
    }
    return names;
  }

  private static List<Path> children(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(directory)) {
      return list.sorted().toList();
    }
  }

  private static String asLine(SerialDevice device) {
    return String.format(
        "%-16s %-10s %-9s %s",
        device.device(),
        device.driver(),
        device.access() ? "rw" : "no access",
        device.stableName());
  }

  private static String asJson(SerialDevice device) {
    return String.format(
        "{\"device\":\"%s\",\"driver\":\"%s\",\"access\":%b,\"stableName\":\"%s\"}",
        device.device(), device.driver(), device.access(), device.stableName());
  }
}
