package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.testing.UnhurriedTests;

class ChildProcessTest {

  @TempDir Path directory;

  @Test
  void aRunThatIsToldToEndDoesNotLeaveItsChildrenBehind() throws Exception {
    List<String> command =
        JavaCommand.of(List.of(), Run.class.getName(), directory.resolve("child").toString());
    try (ChildProcess run = new ChildProcess(command, directory.resolve("run"))) {
      new Patience(System::nanoTime)
          .await(UnhurriedTests.PATIENCE, () -> run.lastWords().endsWith("!"));
      Matcher said = Pattern.compile("(\\d+)!$").matcher(run.lastWords());
      assertThat(said.find()).as(run.lastWords()).isTrue();
      ProcessHandle child = ProcessHandle.of(Long.parseLong(said.group(1))).orElseThrow();
      assertThat(child.isAlive()).isTrue();
      run.end();
      child.onExit().get(UnhurriedTests.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** A run with a child, which says its id and waits to be told to end. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      ChildProcess child = new ChildProcess(List.of("sleep", "600"), Path.of(args[0]));
      System.out.print(child.processId() + "!");
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }
}
