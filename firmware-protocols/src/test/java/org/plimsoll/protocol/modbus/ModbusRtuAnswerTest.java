package org.plimsoll.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

class ModbusRtuAnswerTest {

  @Test
  void readsRegistersAndRefusals() {
    assertThat(of("11 03 06 02 2b 00 00 00 64 c8 ba"))
        .isEqualTo(
            Decoded.value(new ModbusRtuAnswer(17, 3, new Registers(new int[] {555, 0, 100}))));
    assertThat(of("11 83 02 c1 34"))
        .isEqualTo(Decoded.value(new ModbusRtuAnswer(17, 3, new ExceptionReply(2))));
  }

  @ParameterizedTest
  @CsvSource({
    "11 03 06 02 2b 00 00 00 64 c8 bb, CHECKSUM",
    "11 03 06 02, TRUNCATED",
    "11 03 04 02 2b 00 00 00 64, SYNTAX",
    "11 03 03 02 2b 00, SYNTAX",
  })
  void refusesTheRest(String bytes, String reason) {
    byte[] frame = Captures.hex(bytes);
    if (reason.equals("SYNTAX")) {
      frame = Arrays.copyOf(frame, frame.length + 2);
      Crc16.seal(frame);
    }
    assertThat(ModbusRtuAnswer.of(frame))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.reason()).hasToString(reason));
  }

  @Test
  void namesOtherFunctions() {
    byte[] frame = Captures.hex("11 06 00 01 00 03 00 00");
    Crc16.seal(frame);
    assertThat(ModbusRtuAnswer.of(frame)).isEqualTo(Decoded.unsupported("Modbus function 6"));
  }

  @Test
  void readsBackARequest() {
    ReadRegisters request = new ReadRegisters(17, Table.INPUT, 107, 3);
    assertThat(ModbusRtuAnswer.requestOf(request.encode())).contains(request);
    byte[] broken = request.encode();
    broken[5] = 0;
    assertThat(ModbusRtuAnswer.requestOf(broken)).isEmpty();
    Crc16.seal(broken);
    assertThat(ModbusRtuAnswer.requestOf(broken)).isEmpty();
  }

  @Test
  void noiseIsNeitherAnswerNorException() {
    Random random = new Random(20260717);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      assertThat(ModbusRtuAnswer.of(noise)).isNotInstanceOf(Value.class);
      assertThat(ModbusRtuAnswer.requestOf(noise)).isEmpty();
    }
  }

  private static Decoded<ModbusRtuAnswer> of(String bytes) {
    return ModbusRtuAnswer.of(Captures.hex(bytes));
  }
}
