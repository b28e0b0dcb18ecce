package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a machine that has a JDK and nothing else. */
class LauncherTest {

  private static final List<String> BARE =
      List.of(
          "bash",
          "sed",
          "grep",
          "find",
          "sort",
          "head",
          "tail",
          "dirname",
          "readlink",
          "mkdir",
          "flock",
          "date",
          "cat",
          "mv",
          "sleep");

  @TempDir Path directory;

  private Path launcher;
  private Path tools;

  @BeforeEach
  void copyTheLauncherToABareMachine() throws IOException {
    launcher = Files.copy(SourceTree.root().resolve("plimsoll"), directory.resolve("plimsoll"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    tools = Files.createDirectory(directory.resolve("bin"));
    for (String name : BARE) {
      fake(name, "exec /usr/bin/" + name + " \"$@\"");
    }
  }

  @Test
  void withoutArgumentsItHelpsAndBuildsNothing() throws Exception {
    Console help = launch();
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("./plimsoll demo --for 60s", "./plimsoll test");
    assertThat(help.err()).isEmpty();
    assertThat(directory.resolve("target")).doesNotExist();
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Console version = launch("--version");
    assertThat(version.code()).isEqualTo(2);
    assertThat(version.out()).isEmpty();
    assertThat(version.err())
        .contains("missing: maven nodejs npm; install them with this system's package manager");
  }

  @Test
  void aFailedInstallationShowsItsLog() throws Exception {
    fake("apt-get", "echo 'E: Unable to locate package nodejs'; exit 100");
    fake("sudo", "shift; exec \"$@\"");
    fake("env", "shift; exec \"$@\"");
    Console version = launch("--version");
    assertThat(version.code()).isEqualTo(2);
    assertThat(version.err())
        .contains(
            "plimsoll: installing maven nodejs npm",
            "E: Unable to locate package nodejs",
            "apt could not install maven nodejs npm; full log: ");
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLog() throws Exception {
    fake(
        "mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' && exit 0; echo '[ERROR] no'; exit 1");
    fake("node", "echo v20.1.0");
    fake("npm", "exit 0");
    Console version = launch("--version");
    assertThat(version.code()).isEqualTo(1);
    assertThat(version.err()).contains("[ERROR] no", "plimsoll: build failed after");
  }

  @Test
  void anOldMavenIsNotEnough() throws Exception {
    fake("mvn", "echo 'Apache Maven 3.6.3'");
    fake("node", "echo v20.1.0");
    fake("npm", "exit 0");
    assertThat(launch("--version").err()).contains("missing: maven;");
  }

  private void fake(String name, String script) throws IOException {
    Path file = Files.writeString(tools.resolve(name), "#!/bin/bash\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Console launch(String... arguments) throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder launch = new ProcessBuilder();
    launch.command().add(tools.resolve("bash").toString());
    launch.command().add(launcher.toString());
    launch.command().addAll(List.of(arguments));
    launch.environment().clear();
    launch.environment().put("PATH", tools.toString());
    launch.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = launch.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Console(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
