package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/** The contract on a real VictoriaMetrics, through influxdb-client-java. */
@Tag("slow")
class VictoriaStoreTest extends RealServerContract<VictoriaStore> {

  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final String[] KEEPS = {"-retentionPeriod=100y", "-dedup.minScrapeInterval=1ms"};

  @TempDir static Path directory;

  @BeforeAll
  void start() throws Exception {
    server = Victoria.in(directory, KEEPS);
    server.start();
    store = at(server.url());
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    assertThat(store.prepare()).as("again").isEqualTo(new WriteOutcome.Written());
  }

  private static VictoriaStore at(URI url) {
    return new VictoriaStore(new VictoriaServer(url, "", ""), InstantSource.system());
  }

  @Test
  void whatIsWrittenSurvivesThatTheServerIsKilledAtOnce() throws Exception {
    VesselId vessel = new VesselId("mmsi211000001");
    for (int i = 1; i <= 3; i++) {
      Point.Reading reading = reading(vessel, "hull.trim", T0 + i, i, i);
      assertThat(store.write(List.of(reading))).isEqualTo(new WriteOutcome.Written());
      restart();
      assertThat(store.latest(vessel)).containsExactly(reading);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-retentionPeriod=1y -dedup.minScrapeInterval=1ms, does not keep what is of 1980",
    "-retentionPeriod=100y, keeps twice what is written twice",
    "-retentionPeriod=100y -dedup.minScrapeInterval=5s, keeps one of two readings within 1 ms"
  })
  void aServerThatDoesNotKeepEverythingOnceIsNotWrittenTo(
      String flags, String why, @TempDir Path other) throws Exception {
    RealServer wrong = Victoria.in(other, flags.split(" "));
    wrong.start();
    try (VictoriaStore written = at(wrong.url())) {
      assertThat(written.prepare())
          .isInstanceOfSatisfying(
              WriteOutcome.Misconfigured.class,
              told -> assertThat(told.reason()).contains(why).contains("-retentionPeriod=100y"));
    } finally {
      wrong.kill();
    }
  }

  @Test
  void sometimesThereIsAPassword(@TempDir Path other) throws Exception {
    RealServer guarded =
        Victoria.in(
            other, KEEPS[0], KEEPS[1], "-httpAuth.username=shore", "-httpAuth.password=pl1msoll");
    guarded.start();
    List<Point.Reading> points =
        List.of(reading(new VesselId("imo9876543"), "hull.trim", T0, 1, 1));
    try (VictoriaStore known = as(guarded.url(), "pl1msoll");
        VictoriaStore stranger = as(guarded.url(), "plimsoll")) {
      assertThat(known.prepare()).isEqualTo(new WriteOutcome.Written());
      assertThat(known.write(points)).isEqualTo(new WriteOutcome.Written());
      assertThat(stranger.prepare()).isNotEqualTo(new WriteOutcome.Written());
      assertThat(stranger.write(points)).isInstanceOf(WriteOutcome.Misconfigured.class);
    } finally {
      guarded.kill();
    }
  }

  private static VictoriaStore as(URI url, String password) {
    return new VictoriaStore(new VictoriaServer(url, "shore", password), InstantSource.system());
  }

  @Test
  void whatItWouldThrowAwayIsRefused() throws Exception {
    VesselId vessel = new VesselId("mmsi211000002");
    long now = InstantSource.system().millis();
    for (long time : new long[] {0, DAY, now + 2 * DAY}) {
      assertThat(store.write(List.of(reading(vessel, "hull.trim", time, 1, 1))))
          .isInstanceOfSatisfying(
              WriteOutcome.Refused.class,
              refused -> assertThat(refused.reason()).contains(time + " ms"));
    }
    Point.Reading oldest = reading(vessel, "hull.trim", 2 * DAY, 1, 1);
    Point.Reading newest = reading(vessel, "hull.list", now + DAY - 60_000, 2, 1);
    assertThat(store.write(List.of(oldest, newest))).isEqualTo(new WriteOutcome.Written());
    assertThat(store.latest(vessel)).containsExactlyInAnyOrder(oldest, newest);
    HistoryQuery ever =
        new HistoryQuery(vessel, "hull.trim", Optional.empty(), 0, Point.MAX_TIME_MILLIS, 10);
    assertThat(store.history(ever).points())
        .containsExactly(new History.At(2 * DAY, OptionalDouble.of(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 20000",
    "1e-7, 1800000000",
    "0.1, 400000",
    "1, 99999999999999",
    "1e-4, 62832"
  })
  void aValueIsExactAtTheResolutionOfItsChannel(double resolution, long most) throws Exception {
    VesselId vessel = new VesselId("mmsi211000003");
    String path = "hull.test" + Math.round(-Math.log10(resolution));
    Channel channel = new Channel(0, path, "draught", "m", resolution, 100, "Test");
    Random random = new Random(7);
    List<Point.Reading> readings = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      long ticks = i == 0 ? most : Math.round((random.nextDouble() * 2 - 1) * most);
      readings.add(reading(vessel, path, T0 + i, channel.toUnit(ticks), 1));
    }
    assertThat(store.write(readings)).isEqualTo(new WriteOutcome.Written());
    HistoryQuery query = new HistoryQuery(vessel, path, Optional.empty(), T0, T0 + 2000, 2000);
    assertThat(store.history(query).points())
        .containsExactlyElementsOf(
            readings.stream().map(one -> new History.At(one.timeMillis(), one.value())).toList());
  }

  @Test
  void qualityAndAnUnusableValueComeBack() throws Exception {
    VesselId vessel = new VesselId("mmsi211000004");
    List<Point.Reading> readings = new ArrayList<>();
    for (Quality quality : Quality.values()) {
      readings.add(
          new Point.Reading(
              vessel,
              "hull.of." + quality.ordinal(),
              "draught",
              3,
              T0 + 1,
              OptionalDouble.of(-1.5),
              quality,
              99_999_999_999_999L,
              STREAM));
    }
    assertThat(store.write(readings)).isEqualTo(new WriteOutcome.Written());
    assertThat(store.latest(vessel)).containsExactlyInAnyOrderElementsOf(readings);
  }

  @Test
  void channelsKeepAnyText() throws Exception {
    VesselId vessel = new VesselId("mmsi211000005");
    List<Point.ChannelEntry> entries = new ArrayList<>();
    for (String title :
        List.of(" a ", "a,b=c d", "\\", "a\\", "\\,", "\"", "#", "'", "吃水 °", "a\\\\ b", "{}")) {
      Channel channel = new Channel(entries.size(), "hull.trim", "d", "°", 1e-7, 100, title);
      entries.add(new Point.ChannelEntry(vessel, STREAM, channel));
    }
    assertThat(store.write(entries)).isEqualTo(new WriteOutcome.Written());
    assertThat(store.channels().stream().filter(entry -> entry.vessel().equals(vessel)))
        .containsExactlyElementsOf(entries);
  }

  @Test
  void whatIsTooMuchForAServerIsAskedInHalves(@TempDir Path other) throws Exception {
    RealServer small = Victoria.in(other, KEEPS[0], KEEPS[1], "-search.maxSamplesPerSeries=1000");
    small.start();
    VesselId vessel = new VesselId("imo9876543");
    List<Point.Reading> readings = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      readings.add(reading(vessel, "hull.trim", T0 + i * 60_000L, i == 1234 ? 99 : 0.5, i + 1));
    }
    try (VictoriaStore halving = at(small.url())) {
      assertThat(halving.write(readings)).isEqualTo(new WriteOutcome.Written());
      assertThat(halving.count()).isEqualTo(4000);
      assertThat(halving.latest(vessel)).containsExactly(readings.get(3999));
      HistoryQuery query =
          new HistoryQuery(vessel, "hull.trim", Optional.empty(), T0, T0 + 4000 * 60_000L - 1, 100);
      assertThat(halving.history(query).points())
          .hasSize(100)
          .extracting(at -> at.value().orElseThrow())
          .containsOnlyOnce(99.0);
    } finally {
      small.kill();
    }
  }

  @Test
  void writesNothingThatIsNotANumber() {
    VesselId vessel = new VesselId("imo9876543");
    assertThat(VictoriaLines.of(List.of(reading(vessel, "hull.trim", T0, -0.37, 7))))
        .isEqualTo(
            "plimsoll,path=hull.trim,vessel=imo9876543,source=draught,epoch=0,stream="
                + STREAM.hex()
                + " value=-0.37,quality=0,seq=7 1767225600000\n");
  }

  @Test
  void aServerThatIsAwayIsAwaited() throws Exception {
    try (VictoriaStore nobody = at(URI.create("http://127.0.0.1:9"))) {
      assertThat(nobody.prepare()).isInstanceOf(WriteOutcome.Unavailable.class);
    }
    assertThat(Files.list(directory.resolve("data/snapshots")).toList())
        .as("snapshots left behind")
        .isEmpty();
  }
}
