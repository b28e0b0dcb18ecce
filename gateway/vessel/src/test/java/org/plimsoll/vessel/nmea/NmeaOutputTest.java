package org.plimsoll.vessel.nmea;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/** The output over real sockets. */
class NmeaOutputTest {

  private static final VesselState STATE =
      new ShipHeard().with(Quantities.LATITUDE, 42.25).with(Quantities.LONGITUDE, 130.3).state();

  private final List<Socket> sockets = new ArrayList<>();
  private NmeaOutput output = output(Optional.of(new NmeaOutputConfig("127.0.0.1", 0)));

  private static NmeaOutput output(Optional<NmeaOutputConfig> config) {
    return new NmeaOutput(config, DataOrigin.LIVE, new SplittableRandom(1));
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    output.close();
  }

  @Test
  void everyDisplayHearsEachSecond() throws Exception {
    output.start();
    BufferedReader one = reader(connect());
    BufferedReader two = reader(connect());
    await().until(() -> output.clients() == 2);
    for (int second = 0; second < 3; second++) {
      output.say(STATE);
      for (BufferedReader display : List.of(one, two)) {
        assertThat(display.readLine()).startsWith("$IIZDA,064210.25,");
        assertThat(display.readLine()).startsWith("$IIGGA,064210.00,4215.00000,N,");
        assertThat(display.readLine()).startsWith("$IIRMC,064210.00,A,4215.00000,N,");
      }
    }
    assertThat(output.sentences()).isEqualTo(18);
  }

  @Test
  void whatADisplaySaysIsThrownAway() throws Exception {
    output.start();
    Socket display = connect();
    display
        .getOutputStream()
        .write("$IIGGA,,,,,,0,,,,M,,M,,*00\r\n".repeat(1000).getBytes(US_ASCII));
    await().until(() -> output.clients() == 1);
    output.say(STATE);
    assertThat(reader(display).readLine()).startsWith("$IIZDA");
  }

  @Test
  void aSlowDisplayMissesSecondsAndHoldsNobodyUp() throws Exception {
    output.start();
    Socket slow = connect();
    BufferedReader quick = reader(connect());
    await().until(() -> output.clients() == 2);
    long said = 0;
    while (output.missed() == 0) {
      output.say(STATE);
      assertThat(quick.readLine()).startsWith("$IIZDA");
      quick.readLine();
      quick.readLine();
      said++;
    }
    assertThat(said).isLessThan(1_000_000);
    BufferedReader late = reader(slow);
    for (int i = 0; i < 300; i++) {
      assertThat(late.readLine()).matches("\\$II(ZDA|GGA|RMC),.*\\*[0-9A-F]{2}");
    }
  }

  @Test
  void aDisplayThatNeverReadsIsClosed() throws Exception {
    output.start();
    connect();
    BufferedReader quick = reader(connect());
    await().until(() -> output.clients() == 2);
    long bound = 200_000;
    while (output.clients() == 2 && bound-- > 0) {
      output.say(STATE);
      for (int i = 0; i < 3; i++) {
        assertThat(quick.readLine()).isNotNull();
      }
    }
    assertThat(output.clients()).isEqualTo(1);
    // So many in a row; before them the kernel may have taken a little now and then.
    assertThat(output.missed()).isGreaterThanOrEqualTo(NmeaOutput.MAX_MISSED);
  }

  @Test
  void oneMoreThanThereIsRoomForIsClosed() throws Exception {
    output.start();
    for (int i = 0; i < NmeaOutput.MAX_CLIENTS; i++) {
      connect();
    }
    await().until(() -> output.clients() == NmeaOutput.MAX_CLIENTS);
    assertThat(connect().getInputStream().read()).isEqualTo(-1);
    assertThat(output.refused()).isEqualTo(1);

    sockets.get(0).close();
    await().until(() -> output.clients() == NmeaOutput.MAX_CLIENTS - 1);
    connect();
    await().until(() -> output.clients() == NmeaOutput.MAX_CLIENTS);
  }

  @Test
  void aPortThatIsTakenIsTriedAgain() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      output.close();
      output = output(Optional.of(new NmeaOutputConfig("127.0.0.1", taken.getLocalPort())));
      output.start();
      output.say(STATE);
      assertThat(output.address()).isEmpty();
    }
    await().until(() -> output.address().isPresent());
  }

  @Test
  void withoutConfigurationThereIsNone() {
    output.close();
    output = output(Optional.empty());
    output.start();
    output.say(STATE);
    assertThat(output.address()).isEmpty();
  }

  @Test
  void listensOnLoopbackUnlessToldOtherwise() {
    assertThat(NmeaOutputConfig.read(ConfigFile.of("v", "a: 1\n").root())).isEmpty();
    assertThat(NmeaOutputConfig.read(ConfigFile.of("v", "nmea-output: {}\n").root()))
        .contains(new NmeaOutputConfig("127.0.0.1", 10110));
  }

  private Socket connect() throws IOException {
    await().until(() -> output.address().isPresent());
    Socket socket = new Socket("127.0.0.1", output.address().orElseThrow().getPort());
    sockets.add(socket);
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
  }
}
