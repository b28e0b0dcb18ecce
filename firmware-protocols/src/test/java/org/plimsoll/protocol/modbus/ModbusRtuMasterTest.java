package org.plimsoll.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plimsoll.protocol.Captures.hex;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

class ModbusRtuMasterTest {

  private static final ReadRegisters REQUEST = new ReadRegisters(17, Table.HOLDING, 107, 3);
  private static final String ASKED = "11 03 00 6b 00 03 76 87";
  private static final String ANSWER = "11 03 06 02 2b 00 00 00 64 c8 ba";
  private static final RegisterResponse ANSWERED =
      new RegisterResponse(REQUEST, new Registers(new int[] {555, 0, 100}));

  private final ModbusRtuMaster master = new ModbusRtuMaster();
  private final List<Decoded<RegisterResponse>> decoded = new ArrayList<>();
  private final StreamContract<RegisterResponse> contract =
      new StreamContract<>(ModbusRtuMasterTest::asked);

  static Stream<String> exchanges() {
    return Captures.lines("modbus/exchanges.txt").stream();
  }

  @Test
  void asksAsTheSpecificationDoes() {
    assertThat(master.begin(REQUEST)).isEqualTo(hex(ASKED));
    assertThat(new ReadRegisters(1, Table.INPUT, 0, 10).encode())
        .isEqualTo(hex("01 04 00 00 00 0a 70 0d"));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void readsTheCaptures(String line) {
    String[] parts = line.split("\\|");
    String[] asked = parts[0].trim().split(" ");
    master.begin(
        new ReadRegisters(
            Integer.parseInt(asked[0]),
            Table.valueOf(asked[1]),
            Integer.parseInt(asked[2]),
            Integer.parseInt(asked[3])));
    feed(hex(parts[1]));
    RegisterResponse response = ((Value<RegisterResponse>) decoded.get(0)).value();
    String meaning =
        response.outcome() instanceof Registers registers
            ? Arrays.toString(registers.words())
            : "exception " + ((ExceptionReply) response.outcome()).code();
    assertThat(meaning).isEqualTo(parts[2].trim());
    assertThat(master.isBusy()).isFalse();
  }

  @Test
  void stripsTheEchoOfItsOwnRequest() {
    assertThat(contract.decode(hex(ASKED + ANSWER))).containsExactly(Decoded.value(ANSWERED));
  }

  @ParameterizedTest
  @CsvSource({
    "00 ff 00, NOISE, noise",
    "12 03 02 00 01 fc 47, UNEXPECTED, a frame of another unit",
    "11 03 02 00 01 b8 47, UNEXPECTED, a late frame of another length",
    "11 03 06 02 2b 00 00 00 65 c8 ba, CHECKSUM, a damaged copy",
    "11 03 06 02 2b, TRUNCATED, the head of a frame",
  })
  void readsTheAnswerBehind(String before, Reason reason, String what) {
    List<Decoded<RegisterResponse>> both = contract.decode(hex(before), hex(ANSWER));
    assertThat(both).as(what).hasSize(2);
    assertThat(((Malformed<RegisterResponse>) both.get(0)).reason()).isEqualTo(reason);
    assertThat(both.get(1)).isEqualTo(Decoded.value(ANSWERED));
  }

  @ParameterizedTest
  @CsvSource({
    "'', TRUNCATED, silence",
    "11 03 00 6b 00 03 76 87, TRUNCATED, only the echo",
    "11 03 06 02 2b, TRUNCATED, half an answer",
    "11 03 06 02 2b 00 00 00 65 c8 ba, CHECKSUM, a damaged answer",
    "12 03 02 00 01 fc 47, UNEXPECTED, another unit",
    "11 03 02 00 01 b8 47, UNEXPECTED, fewer bytes than asked for",
    "ff ff ff, NOISE, noise",
  })
  void aTimeOutSaysWhatCame(String came, Reason reason, String what) {
    master.begin(REQUEST);
    feed(hex(came));
    assertThat(decoded).isEmpty();
    Decoded<RegisterResponse> outcome = master.timeOut();
    assertThat(((Malformed<RegisterResponse>) outcome).reason()).as(what).isEqualTo(reason);
    assertThat(master.isBusy()).isFalse();
  }

  @Test
  void aLateAnswerIsUnexpectedAndCountsOnce() {
    master.begin(REQUEST);
    master.timeOut();
    feed(hex(ANSWER));
    feed(hex(ANSWER));
    assertThat(decoded).hasSize(1);
    assertThat(((Malformed<RegisterResponse>) decoded.get(0)).reason())
        .isEqualTo(Reason.UNEXPECTED);
    master.begin(REQUEST);
    feed(hex(ANSWER));
    assertThat(decoded).endsWith(Decoded.value(ANSWERED));
  }

  @Test
  void anotherUnitCannotAnswer() {
    master.begin(REQUEST);
    feed(hex("12 03 06 02 2b 00 00 00 64 dc 4a"));
    assertThat(decoded).isEmpty();
    assertThat(master.isBusy()).isTrue();
  }

  @Test
  void oneRequestAtATime() {
    master.begin(REQUEST);
    assertThatThrownBy(() -> master.begin(REQUEST)).isInstanceOf(IllegalStateException.class);
    master.timeOut();
    assertThatThrownBy(master::timeOut).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void chunkingDoesNotMatter() {
    contract.assertSameInEveryChunking(hex(ASKED + "12 03 02 00 01 fc 47" + ANSWER + "00 01"));
  }

  @Test
  void aCutStreamSaysItsBeginning() {
    contract.assertSurvivesTruncation(hex("00" + ANSWER + "00"));
  }

  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(hex(ASKED + ANSWER));
  }

  @Test
  void aBabblingLineIsBoundedAndTheAnswerIsRead() {
    byte[] noise = new byte[1 << 20];
    new Random(1).nextBytes(noise);
    List<Decoded<RegisterResponse>> both = contract.decode(noise, hex(ANSWER));
    assertThat(both).hasSize(2);
    assertThat(((Malformed<RegisterResponse>) both.get(0)).reason()).isEqualTo(Reason.OVERLONG);
    assertThat(both.get(1)).isEqualTo(Decoded.value(ANSWERED));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 1",
    "256, 0, 1",
    "1, -1, 1",
    "1, 65536, 1",
    "1, 0, 0",
    "1, 0, 126",
    "1, 65535, 2"
  })
  void refusesRequestsThatCannotBe(int unit, int address, int quantity) {
    assertThatThrownBy(() -> new ReadRegisters(unit, Table.INPUT, address, quantity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed");
  }

  private static StreamContract.Feed<RegisterResponse> asked() {
    ModbusRtuMaster fresh = new ModbusRtuMaster();
    fresh.begin(REQUEST);
    return fresh::feed;
  }

  private void feed(byte[] bytes) {
    master.feed(ByteBuffer.wrap(bytes), decoded::add);
  }
}
