package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/** MQTT 5, sections 2.1.4, 3.1, 3.3, 3.4 and 3.8, counted by hand. */
class MeterTest {

  private static final long HEADERS = Meter.HEADERS_BYTES;

  private final AtomicLong counted = new AtomicLong();
  private final Meter meter = new Meter(counted::addAndGet);

  @ParameterizedTest
  @CsvSource({
    // type, length, two of length of the topic, topic, packet identifier, properties, payload
    "0,       1 + 1 + 2 + 3 + 2 + 1",
    "119,     1 + 1 + 2 + 3 + 2 + 1 + 119",
    "120,     1 + 2 + 2 + 3 + 2 + 1 + 120",
    "16375,   1 + 2 + 2 + 3 + 2 + 1 + 16375",
    "16376,   1 + 3 + 2 + 3 + 2 + 1 + 16376",
    "2097143, 1 + 3 + 2 + 3 + 2 + 1 + 2097143",
    "2097144, 1 + 4 + 2 + 3 + 2 + 1 + 2097144",
  })
  void aPublishAndItsAnswer(int payload, String sum) {
    long packet = 0;
    for (String part : sum.split("\\+")) {
      packet += Long.parseLong(part.strip());
    }
    meter.published("a/b", new byte[payload], 0);
    assertThat(counted).hasValue(packet + 4 + 2 * HEADERS);
    meter.arrived(new InboundMessage("a/b", new byte[payload], false, 1, 1));
    assertThat(counted).hasValue(2 * (packet + 4 + 2 * HEADERS));
  }

  @Test
  void aConnectionIsNotForNothing() {
    SessionOptions options =
        new SessionOptions(
            "h",
            1883,
            "vessel-1",
            Optional.of(new SessionOptions.Credentials("user", "secret")),
            Optional.of(new SessionOptions.Will("status", new byte[100])),
            Duration.ofSeconds(60),
            64,
            1024);
    meter.connected(options, List.of("receipts"), 0);
    long connect = 2 + 1 + 10 + 14 + 10 + 6 + 8 + 1 + 8 + 102;
    long subscribe = 2 + 3 + 10 + 1;
    assertThat(counted).hasValue(7 * HEADERS + connect + 32 + HEADERS + subscribe + 6 + HEADERS);
  }

  @Test
  void silenceIsBrokenByPings() {
    long second = 1_000_000_000L;
    meter.published("a", new byte[1], 5 * second);
    long before = counted.get();
    meter.passed(60 * second, 64 * second);
    assertThat(counted).hasValue(before);
    meter.passed(60 * second, 65 * second);
    assertThat(counted).hasValue(before + 2 * (2 + HEADERS));
    meter.passed(60 * second, 65 * second);
    meter.passed(60 * second, 245 * second);
    assertThat(counted).hasValue(before + 8 * (2 + HEADERS));
  }
}
