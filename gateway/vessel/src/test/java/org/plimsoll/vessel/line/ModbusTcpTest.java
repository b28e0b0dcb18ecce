package org.plimsoll.vessel.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.protocol.Reason;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** Modbus TCP against the library's server, and against servers that do not keep the protocol. */
class ModbusTcpTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final String POINT =
      "{unit: 1, address: 0, encoding: f32-abcd, path: hull.draught.aft.port}";

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(1000);

  private static LineConfig config(int port, String points) {
    ConfigFile file =
        ConfigFile.of(
            "line.yaml",
            "tanks: {tcp: '127.0.0.1:%d', protocol: modbus-tcp, every: 100ms, timeout: 2s, points: [%s]}"
                .formatted(port, points));
    LineConfig config = LineConfig.read(file.root().section("tanks"));
    assertThat(file.finish()).isEmpty();
    return config;
  }

  private Lines lines(LineConfig config) {
    Lines lines =
        new Lines(List.of(config), heard::offer, System::nanoTime, new SplittableRandom(1));
    lines.start();
    return lines;
  }

  /** Unit 1 holds 4.25 m, unit 2 refuses, unit 3 holds what a Laumas transmitter would. */
  private static final class Tanks implements ModbusServices {
    @Override
    public ReadHoldingRegistersResponse readHoldingRegisters(
        ModbusRequestContext context, int unit, ReadHoldingRegistersRequest request)
        throws ModbusResponseException {
      return switch (unit) {
        case 1 -> new ReadHoldingRegistersResponse(HEX.parseHex("40880000"));
        case 3 -> new ReadHoldingRegistersResponse(HEX.parseHex("08000000c35000000000"));
        default -> throw new ModbusResponseException(request.getFunctionCode(), 2);
      };
    }
  }

  private static ModbusTcpServer server(int port) throws Exception {
    ModbusTcpServer server =
        ModbusTcpServer.create(
            NettyTcpServerTransport.create(
                config -> {
                  config.bindAddress = "127.0.0.1";
                  config.port = port;
                }),
            new Tanks());
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void pointsArePolledLikeThoseOfASerialLine() throws Exception {
    int port = freePort();
    String laumas =
        "{unit: 3, profile: laumas, decimals: 1, display-unit: kg, path: loading.weighbridge.mass}";
    ModbusTcpServer server = server(port);
    try (Lines lines =
        lines(config(port, POINT + ", " + POINT.replace("unit: 1", "unit: 2") + ", " + laumas))) {
      assertThat(next("tanks.1")).isEqualTo(Reading.good(Quantities.DRAUGHT_AFT_PORT, 4.25));
      assertThat(next("tanks.2")).isEqualTo(Reading.invalid(Quantities.DRAUGHT_AFT_PORT));
      assertThat(next("tanks.3")).isEqualTo(Reading.good(Quantities.WEIGHBRIDGE_MASS, 5000));
      Awaitility.await().until(() -> lines.statuses().get(0).state() == LineState.GREEN);
      assertThat(lines.statuses().get(0).counts().malformed()).isZero();
      server.stop();
      Awaitility.await().until(() -> lines.statuses().get(0).state() == LineState.RED);
      server = server(port);
      Awaitility.await().until(() -> lines.statuses().get(0).state() == LineState.GREEN);
      assertThat(lines.statuses().get(0).counts().reopened()).isPositive();
    } finally {
      server.stop();
    }
  }

  private Reading next(String source) throws InterruptedException {
    Heard one = heard.poll(2, TimeUnit.MINUTES);
    while (one != null && !one.source().equals(source)) {
      one = heard.poll(2, TimeUnit.MINUTES);
    }
    assertThat(one).as(source).isNotNull();
    return one.readings().get(0);
  }

  /** Each answer is to transaction 1; TT is replaced by the transaction that is asked. */
  @ParameterizedTest
  @CsvSource({
    "TTTT0000000501030240 88, TRUNCATED",
    "TTTT000000090103064088000000 00, OVERLONG",
    "TTTT00000007010306 40880000, TRUNCATED",
    "TTTT0000000702030440880000, UNEXPECTED",
    "TTTT0000000701040440880000, UNEXPECTED",
    "FFFF0000000701030440880000, UNEXPECTED",
    "TTTT0001000701030440880000, SYNTAX",
    "TTTT00000000, SYNTAX",
    "TTTT0000FFFF0103, SYNTAX"
  })
  void whatIsNoAnswerIsMalformedAndNoReading(String answer, Reason reason) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Lines lines = lines(config(server.getLocalPort(), POINT));
        Socket unit = server.accept()) {
      byte[] request = new byte[12];
      new DataInputStream(unit.getInputStream()).readFully(request);
      String asked = HEX.formatHex(request, 0, 2);
      String padded = answer.replace(" ", "").replace("TTTT", asked);
      unit.getOutputStream().write(HEX.parseHex(padded + (padded.length() < 14 ? "00" : "")));
      Awaitility.await()
          .until(() -> lines.statuses().get(0).counts().malformedByReason().containsKey(reason));
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void aLateAnswerIsNotTakenForTheNextAndAMuteUnitIsNamed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Lines lines =
            lines(
                config(server.getLocalPort(), POINT + ", " + POINT.replace("unit: 1", "unit: 2")));
        Socket unit = server.accept()) {
      DataInputStream in = new DataInputStream(unit.getInputStream());
      byte[] request = new byte[12];
      ByteBuffer late = ByteBuffer.allocate(13);
      for (int asked = 0; asked < 12; asked++) {
        in.readFully(request);
        if (request[6] == 2) {
          // first the answer to a request that was given up, of another value
          if (late.position() > 0) {
            unit.getOutputStream().write(late.array());
          }
          unit.getOutputStream().write(answer(request, "40880000"));
        } else {
          late.clear().put(answer(request, "41200000"));
        }
      }
      Awaitility.await()
          .until(() -> lines.statuses().get(0).detail().equals("no answer from unit 1"));
      assertThat(heard).extracting(Heard::source).containsOnly("tanks.2");
      assertThat(heard.stream().flatMap(one -> one.readings().stream()))
          .containsOnly(Reading.good(Quantities.DRAUGHT_AFT_PORT, 4.25));
    }
  }

  private static byte[] answer(byte[] request, String registers) {
    return HEX.parseHex(
        HEX.formatHex(request, 0, 2)
            + "00000007"
            + HEX.formatHex(request, 6, 7)
            + "0304"
            + registers);
  }
}
