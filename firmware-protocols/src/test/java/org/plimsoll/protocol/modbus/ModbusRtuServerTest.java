package org.plimsoll.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.hex;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Outcome;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

/** A server with one float of 4.321 at address 0 of units 1 to 6, and nothing else. */
class ModbusRtuServerTest {

  private final ModbusRtuServer server = new ModbusRtuServer(ModbusRtuServerTest::read);
  private final List<byte[]> answers = new ArrayList<>();

  @Test
  void answersAMaster() {
    ModbusRtuMaster master = new ModbusRtuMaster();
    List<Decoded<RegisterResponse>> decoded = new ArrayList<>();
    for (int unit = 1; unit <= 6; unit++) {
      ReadRegisters request = new ReadRegisters(unit, Table.HOLDING, 0, 2);
      feed(master.begin(request));
      master.feed(ByteBuffer.wrap(answers.get(unit - 1)), decoded::add);
      Registers registers = (Registers) response(decoded, unit - 1).outcome();
      OptionalDouble draught = RegisterEncoding.F32_ABCD.decode(registers.words(), 0);
      assertThat(draught).hasValue(4.321f);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "01 03 00 05 00 02 d4 0a, 01 83 02 c0 f1, no such register",
    "01 03 00 00 00 00 45 ca, 01 83 03 01 31, no registers",
    "01 03 00 00 00 7e c5 ea, 01 83 03 01 31, too many registers",
    "01 06 00 00 00 01 48 0a, 01 86 01 83 a0, a write",
  })
  void refuses(String request, String answer, String what) {
    feed(hex(request));
    assertThat(answers).as(what).hasSize(1);
    assertThat(answers.get(0)).isEqualTo(hex(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "09 03 00 00 00 02 c5 43, no such unit",
    "00 03 00 00 00 02 c5 da, a broadcast",
    "01 03 00 00 00 02 c4 0c, a damaged request",
    "01 03 00 00 00 02 c4, half a request",
  })
  void staysSilent(String request, String what) {
    feed(hex(request));
    assertThat(answers).as(what).isEmpty();
  }

  @Test
  void findsARequestBehindNoiseInAnyChunking() {
    byte[] stream = hex("00 11 22 33 01 03 00 00 00 02 c4 0b");
    for (byte one : stream) {
      feed(new byte[] {one});
    }
    assertThat(answers).hasSize(1);
  }

  private static Optional<Outcome> read(ReadRegisters request) {
    if (request.unit() > 6) {
      return Optional.empty();
    }
    return Optional.of(
        request.address() == 0 && request.quantity() == 2
            ? new Registers(RegisterEncoding.F32_ABCD.encode(4.321))
            : new ExceptionReply(2));
  }

  private static RegisterResponse response(List<Decoded<RegisterResponse>> decoded, int index) {
    return ((Decoded.Value<RegisterResponse>) decoded.get(index)).value();
  }

  private void feed(byte[] bytes) {
    server.feed(ByteBuffer.wrap(bytes), answers::add);
  }
}
