package org.plimsoll.cli.aboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cli.Console;
import picocli.CommandLine;

class PortsCommandTest {

  @TempDir Path root;

  @Test
  void onlyDevicesThatAreThereAreListedUnderTheirStableNames() throws IOException {
    device("ttyUSB0", "ftdi_sio");
    device("ttyS0", "port");
    Files.writeString(root.resolve("sys/class/tty/ttyS0/type"), "4\n");
    device("ttyS1", "port");
    Files.writeString(root.resolve("sys/class/tty/ttyS1/type"), "0\n");
    Files.createDirectories(root.resolve("sys/class/tty/tty1"));
    Files.createFile(root.resolve("dev/tty1"));
    Files.createDirectories(root.resolve("dev/serial/by-id"));
    Path name = root.resolve("dev/serial/by-id/usb-FTDI_1");
    Files.createSymbolicLink(name, root.resolve("dev/ttyUSB0"));

    Console ports = Console.run(new CommandLine(new PortsCommand(root)), "--json");

    assertThat(ports.code()).isZero();
    assertThat(ports.out().lines())
        .containsExactly(
            object("ttyS0", "port", "-"), object("ttyUSB0", "ftdi_sio", name.toString()));
  }

  @Test
  void noDeviceIsSaidOnStderr() {
    Console ports = Console.run(new CommandLine(new PortsCommand(root)));
    assertThat(ports.out()).isEmpty();
    assertThat(ports.err()).isEqualTo("no serial device found\n");
  }

  private void device(String name, String driver) throws IOException {
    Path drivers = Files.createDirectories(root.resolve("sys/bus/drivers").resolve(driver));
    Path hardware = Files.createDirectories(root.resolve("sys/class/tty/" + name + "/device"));
    Files.createSymbolicLink(hardware.resolve("driver"), drivers);
    Files.createDirectories(root.resolve("dev"));
    Files.createFile(root.resolve("dev").resolve(name));
  }

  private String object(String name, String driver, String stableName) {
    return String.format(
        "{\"device\":\"%s\",\"driver\":\"%s\",\"access\":true,\"stableName\":\"%s\"}",
        root.resolve("dev").resolve(name), driver, stableName);
  }
}
