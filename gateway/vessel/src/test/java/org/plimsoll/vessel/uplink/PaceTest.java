package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backlog of blocks of 16 KiB on a link of so many bytes a second, in virtual time. */
class PaceTest {

  private record Sent(long atNanos, long receiptNanos) {}

  @ParameterizedTest
  @CsvSource({
    // bytes/s, round trip ms, bytes of a block, least used, longest queue s
    "    8000,       1700,      16384,      0.50,      2.5",
    "    8000,       1700,      14336,      0.90,      3.7",
    "    8000,       1700,       6144,      0.90,      3.7",
    "   16000,       1700,      16384,      0.90,      2.5",
    "   64000,       1700,      16384,      0.90,      2.5",
    "  125000,        700,      16384,      0.95,      2.5",
    "12500000,         20,      16384,      0.75,      1.0",
  })
  void usesTheLinkAndKeepsTheQueueShort(
      long bytesPerSecond,
      long roundTripMillis,
      int block,
      double leastUsed,
      double longestQueueSeconds) {
    Pace pace = new Pace();
    Deque<Sent> underWay = new ArrayDeque<>();
    long end = Duration.ofMinutes(10).toNanos();
    long roundTrip = Duration.ofMillis(roundTripMillis).toNanos();
    long linkFree = 0;
    long blocks = 0;
    double longestQueue = 0;
    long now = 0;
    while (now < end) {
      while (pace.hasRoom((long) underWay.size() * block)) {
        linkFree = Math.max(linkFree, now) + Math.round(block * 1e9 / bytesPerSecond);
        underWay.add(new Sent(now, linkFree + roundTrip));
        blocks++;
        longestQueue = Math.max(longestQueue, (linkFree - now) / 1e9);
      }
      Sent next = underWay.remove();
      now = next.receiptNanos();
      pace.receipted(next.atNanos(), now);
    }
    assertThat(blocks * (double) block / bytesPerSecond / (end / 1e9)).isGreaterThan(leastUsed);
    assertThat(longestQueue).isLessThan(longestQueueSeconds);
  }
}
