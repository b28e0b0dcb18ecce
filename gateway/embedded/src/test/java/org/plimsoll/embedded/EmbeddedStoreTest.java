package org.plimsoll.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedStoreTest {

  private static final String TABLE =
      "create table if not exists readings (path symbol, vessel symbol, value double,"
          + " timestamp timestamp) timestamp(timestamp) partition by day wal"
          + " dedup upsert keys(timestamp, path, vessel)";

  @TempDir Path directory;

  @Test
  void keepsEachPointOnceOverARestart() throws Exception {
    try (EmbeddedStore store = started()) {
      query(store, TABLE);
      write(store);
      write(store);
      await().until(() -> count(store).equals("2"));
    }
    try (EmbeddedStore store = started()) {
      assertThat(count(store)).isEqualTo("2");
      assertThat(query(store, "select value from readings where path = 'hull.trim'"))
          .contains("[[0.12]]");
    }
  }

  @Test
  void saysNothingOnTheConsole() throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try (EmbeddedStore store = started()) {
      query(store, "select * from nothing");
      query(store, TABLE);
    } finally {
      System.setOut(out);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anEmptyStoreIsSmall() throws Exception {
    try (EmbeddedStore store = started()) {
      query(store, TABLE);
      write(store);
      await().until(() -> count(store).equals("2"));
      assertThat(bytesBelow(directory)).isLessThan(24L << 20);
    }
  }

  @Test
  void makesNoTableByItself() throws Exception {
    try (EmbeddedStore store = started()) {
      assertThatThrownBy(() -> write(store)).isInstanceOf(InfluxException.class);
      assertThat(query(store, "select count() from readings")).contains("does not exist");
    }
  }

  @Test
  void namesTheBusyPort() throws Exception {
    try (EmbeddedStore first = started()) {
      EmbeddedStore second =
          new EmbeddedStore(directory.resolve("second"), "127.0.0.1", first.port());
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + first.port());
    }
  }

  @Test
  void refusesADirectoryInUse() throws Exception {
    try (EmbeddedStore first = started()) {
      assertThat(first.port()).isPositive();
      EmbeddedStore second = new EmbeddedStore(directory, "127.0.0.1", 0);
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  private EmbeddedStore started() throws IOException {
    EmbeddedStore store = new EmbeddedStore(directory, "127.0.0.1", 0);
    store.start();
    return store;
  }

  private static void write(EmbeddedStore store) {
    try (InfluxDBClient client =
        InfluxDBClientFactory.create(store.url().toString(), "none".toCharArray(), "-", "-")) {
      client.enableGzip();
      client
          .getWriteApiBlocking()
          .writeRecord(
              WritePrecision.MS,
              "readings,path=hull.trim,vessel=imo9876543 value=0.12 1767225600000\n"
                  + "readings,path=hull.list,vessel=imo9876543 value=0.5 1767225600000\n");
    }
  }

  private static String count(EmbeddedStore store) throws IOException, InterruptedException {
    String answer = query(store, "select count() from readings");
    return answer.replaceAll(".*\"dataset\":\\[\\[(\\d+)]].*", "$1");
  }

  private static String query(EmbeddedStore store, String sql)
      throws IOException, InterruptedException {
    URI uri = store.url().resolve("/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static long bytesBelow(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(EmbeddedStoreTest::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
