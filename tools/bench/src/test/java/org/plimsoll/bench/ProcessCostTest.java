package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCostTest {

  private final ProcessCost self = new ProcessCost(ProcessHandle.current().pid());

  @Test
  void readsTicksBehindANameWithBracketsAndSpaces() {
    String stat = "4242 (a) b) S 1 4242 4242 0 -1 4194560 900 0 0 0 150 25 0 0 20 0 21 0 77 88 9";
    assertThat(ProcessCost.cpuOf(stat)).isEqualTo(Duration.ofMillis(1_750));
  }

  @Test
  void countsWhatABusyThreadBurns() throws Exception {
    Duration before = self.cpu();
    CountDownLatch burnt = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Thread busy =
        new Thread(
            () -> {
              ThreadMXBean threads = ManagementFactory.getThreadMXBean();
              long until = threads.getCurrentThreadCpuTime() + 150_000_000L;
              while (threads.getCurrentThreadCpuTime() < until) {
                Thread.onSpinWait();
              }
              burnt.countDown();
              awaitQuietly(read);
            },
            "a-busy-line-thread");
    busy.start();
    burnt.await();
    assertThat(self.cpuOfThreads("a-busy-line-thread")).isGreaterThan(Duration.ofMillis(100));
    assertThat(self.cpu().minus(before)).isGreaterThan(Duration.ofMillis(100));
    assertThatThrownBy(() -> self.cpuOfThreads("no-such-thread"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-thread");
    read.countDown();
    busy.join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void readsResidentAndProportionalSets(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("status"), "Name:\tjava\nVmHWM:\t  200000 kB\nVmRSS:\t  123456 kB\n");
    Files.writeString(directory.resolve("smaps_rollup"), "Rss: 9 kB\nPss:        1000 kB\n");
    ProcessCost cost = new ProcessCost(directory);
    assertThat(cost.residentBytes()).isEqualTo(126_418_944);
    assertThat(cost.mostResidentBytes()).hasValue(204_800_000);
    assertThat(cost.proportionalBytes()).hasValue(1_024_000);
    assertThat(self.residentBytes()).isGreaterThan(10_000_000);
    assertThat(self.mostResidentBytes().orElseThrow()).isGreaterThan(10_000_000);
    ProcessCost unsaid = new ProcessCost(directory.resolve("no-such-process"));
    assertThat(unsaid.mostResidentBytes()).as("a system without these files").isEmpty();
  }
}
