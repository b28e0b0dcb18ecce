package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.embedded.EmbeddedStore;

/** The whole line through the real command: terminals, sockets, files, SQL. */
class DemoIT {

  private static final Pattern SUMMARY =
      Pattern.compile(
          "accepted (\\d+), stored (\\d+), gaps (\\d+), alerts (\\d+), outages (\\d+), lost (-?\\d+)\n");

  /** Half of the last digit of a position in the store, degrees. */
  private static final Offset<Double> RESOLUTION = within(0.6e-7);

  @TempDir Path directory;

  @Test
  void whatIsAcceptedIsStoredOnce() {
    Console demo = Console.run("demo", "--for", "20s", "--ports", "auto", "--seed", "3");
    Matcher summary = SUMMARY.matcher(demo.out());
    assertThat(summary.matches()).as("%s%n%s", demo.out(), demo.err()).isTrue();
    assertThat(demo.code()).as(demo.err()).isZero();
    long accepted = Long.parseLong(summary.group(1));
    assertThat(accepted).isGreaterThan(600);
    assertThat(Long.parseLong(summary.group(2))).isEqualTo(accepted);
    assertThat(summary.group(3)).isEqualTo("0");
    assertThat(summary.group(6)).isEqualTo("0");
    assertThat(demo.err())
        .containsPattern("bridge panel +http://127\\.0\\.0\\.1:\\d+/")
        .containsPattern("shore page +http://127\\.0\\.0\\.1:\\d+/")
        .containsPattern(
            "00:1\\d +\\S.* accepted +\\d+ +stored +\\d+ +pending +\\d+ +satellite up");
  }

  @Test
  void theStoredPositionsAreThoseOfTheLog() throws Exception {
    Path log = Path.of(DemoIT.class.getResource("rajin-roads.nmea").toURI());
    Console demo =
        Console.run(
            "demo",
            "--for",
            "18s",
            "--ports",
            "auto",
            "--gps",
            log.toString(),
            "--data",
            directory.toString());
    assertThat(demo.code()).as(demo.err()).isZero();

    List<Double> expected = new ArrayList<>();
    Matcher gga = Pattern.compile("GGA,[^,]*,(\\d\\d)([^,]*),N").matcher(Files.readString(log));
    while (gga.find()) {
      expected.add(Integer.parseInt(gga.group(1)) + Double.parseDouble(gga.group(2)) / 60);
    }
    List<Double> stored = storedLatitudes(directory.resolve("shore/store"));
    assertThat(expected).hasSize(12);
    assertThat(stored).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(stored.get(i)).isCloseTo(expected.get(i), RESOLUTION);
    }
  }

  @Test
  void aBusyPortIsNamedInOneLine() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path file =
          Files.writeString(
              directory.resolve("shore.yaml"),
              "broker: {port: 0}\nstore: {port: 0}\npages: {port: " + busy.getLocalPort() + "}\n");
      Console shore = Console.run("shore", "-c", file.toString());
      assertThat(shore.code()).isEqualTo(1);
      assertThat(shore.out()).isEmpty();
      assertThat(shore.err().lines().filter(line -> line.startsWith("error: ")))
          .singleElement()
          .asString()
          .contains(Integer.toString(busy.getLocalPort()));
    }
  }

  @Test
  void aFaultThatDoesNotExistIsWrongUsage() {
    Console demo = Console.run("demo", "--fault", "funnel:drop");
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.err()).contains("names no sensor");
  }

  private static List<Double> storedLatitudes(Path data) throws Exception {
    String sql =
        "select value from (select value, min(timestamp) at from readings"
            + " where path = 'navigation.position.latitude' group by value) order by at";
    try (EmbeddedStore store = new EmbeddedStore(data, "127.0.0.1", 0)) {
      store.start();
      URI query =
          store.url().resolve("/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
      String answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(query).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      List<Double> values = new ArrayList<>();
      Matcher matcher = Pattern.compile("\\[(-?\\d+\\.\\d+)]").matcher(answer);
      while (matcher.find()) {
        values.add(Double.parseDouble(matcher.group(1)));
      }
      assertThat(values).as(answer).isNotEmpty();
      return values;
    }
  }
}
