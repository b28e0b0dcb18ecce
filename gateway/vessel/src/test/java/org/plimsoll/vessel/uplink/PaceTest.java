package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backlog of blocks of 16 KiB on a link of so many bytes a second, in virtual time. */
class PaceTest {

  private static final int BLOCK = 16 * 1024;

  private record Sent(long atNanos, long receiptNanos) {}

  @ParameterizedTest
  @CsvSource({
    // bytes/s, round trip ms, least used, longest queue s
    "    8000,       1700,      0.65,      4.6",
    "   16000,       1700,      0.75,      4.6",
    "   64000,       1700,      0.80,      4.6",
    "  125000,        700,      0.90,      4.6",
    "12500000,         20,      0.75,      1.0",
  })
  void usesTheLinkAndKeepsTheQueueShort(
      long bytesPerSecond, long roundTripMillis, double leastUsed, double longestQueueSeconds) {
    Pace pace = new Pace();
    Deque<Sent> underWay = new ArrayDeque<>();
    long end = Duration.ofMinutes(10).toNanos();
    long roundTrip = Duration.ofMillis(roundTripMillis).toNanos();
    long linkFree = 0;
    long blocks = 0;
    double longestQueue = 0;
    long now = 0;
    while (now < end) {
      while (pace.hasRoom((long) underWay.size() * BLOCK)) {
        linkFree = Math.max(linkFree, now) + Math.round(BLOCK * 1e9 / bytesPerSecond);
        underWay.add(new Sent(now, linkFree + roundTrip));
        blocks++;
        longestQueue = Math.max(longestQueue, (linkFree - now) / 1e9);
      }
      Sent next = underWay.remove();
      now = next.receiptNanos();
      pace.receipted(next.atNanos(), now);
    }
    assertThat(blocks * (double) BLOCK / bytesPerSecond / (end / 1e9)).isGreaterThan(leastUsed);
    assertThat(longestQueue).isLessThan(longestQueueSeconds);
  }
}
