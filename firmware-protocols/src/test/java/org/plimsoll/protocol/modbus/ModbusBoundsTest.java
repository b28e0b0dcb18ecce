package org.plimsoll.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

/** Where a frame just fits and where it just does not. */
class ModbusBoundsTest {

  private static final ReadRegisters REQUEST = new ReadRegisters(17, Table.HOLDING, 107, 3);
  private static final String ANSWER = "11 03 06 02 2b 00 00 00 64 c8 ba";

  private final ModbusRtuMaster master = new ModbusRtuMaster();
  private final List<Decoded<RegisterResponse>> said = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "01 03 0000 0001, 1 HOLDING 0 1",
    "f7 04 ffff 0001, 247 INPUT 65535 1",
    "f7 04 8081 007d, 247 INPUT 32897 125",
    "01 03 ff83 007d, 1 HOLDING 65411 125",
    "00 03 0000 0001,",
    "f8 03 0000 0001,",
    "01 03 0000 0000,",
    "01 03 0000 007e,",
    "01 03 0000 0101,",
    "01 03 ffff 0002,",
    "01 02 0000 0001,",
    "01 05 0000 0001,",
    "01 03 0000 00,",
    "01 03 0000 000100,",
  })
  void aRequestIsWithinItsBounds(String frame, String request) {
    byte[] sealed = sealed(frame);
    String read =
        ModbusRtuAnswer.requestOf(sealed)
            .map(r -> r.unit() + " " + r.table() + " " + r.address() + " " + r.quantity())
            .orElse(null);
    assertThat(read).isEqualTo(request);
    sealed[sealed.length - 1] ^= 1;
    assertThat(ModbusRtuAnswer.requestOf(sealed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "f7 04 02 ff fe, 247 4 Registers[65534]",
    "11 83 02, 17 3 ExceptionReply[code=2]",
    "11 03 00, 17 3 Registers[]",
    "11 86 01, 17 6 ExceptionReply[code=1]",
    "11 83 02 00, Unsupported",
    "11 06 00 01 00 03, Unsupported",
    "11 03 03 00 01 02, SYNTAX",
    "11 03 04 00 01, SYNTAX",
    "11 03, TRUNCATED",
  })
  void anAnswerIsReadByItsLength(String frame, String meaning) {
    Decoded<ModbusRtuAnswer> answer = ModbusRtuAnswer.of(sealed(frame));
    String text =
        answer instanceof Decoded.Value<ModbusRtuAnswer> value
            ? value.value().unit() + " " + value.value().function() + " " + value.value().outcome()
            : answer instanceof Decoded.Malformed<ModbusRtuAnswer> malformed
                ? malformed.reason().name()
                : "Unsupported";
    assertThat(text).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "01 03 0000 0001, 01 03 02 0000",
    "f7 04 8081 0002, f7 04 04 8081 8082",
    "01 04 ffff 0001, 01 04 02 ffff",
    "01 01 0000 0001, 01 81 01",
    "01 06 0000 0001, 01 86 01",
    "01 03 0000 0000, 01 83 03",
    "01 03 0000 007e, 01 83 03",
    "01 04 ffff 0002, 01 84 03",
    "01 03 0666 0001, 01 83 02",
    "00 03 0000 0001,",
    "f8 03 0000 0001,",
    "01 00 0000 0001,",
    "01 07 0000 0001,",
  })
  void aServerAnswersWhatItMay(String request, String answer) {
    List<byte[]> answers = serve(sealed(request));
    if (answer == null) {
      assertThat(answers).isEmpty();
    } else {
      assertThat(answers).hasSize(1);
      assertThat(HexFormat.of().formatHex(answers.get(0)))
          .isEqualTo(HexFormat.of().formatHex(sealed(answer)));
    }
  }

  @Test
  void aServerSaysTheLongestAnswer() {
    List<byte[]> answers = serve(new ReadRegisters(1, Table.HOLDING, 0xFF83, 125).encode());
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0)).hasSize(255);
  }

  @Test
  void aRefusalBehindNoiseIsOneDefectAndTheRefusal() {
    master.begin(REQUEST);
    feed("ff 11 83 02 c1 34");
    assertThat(said)
        .containsExactly(
            Decoded.malformed(Reason.NOISE, "before the answer: ff"),
            Decoded.value(new RegisterResponse(REQUEST, new ExceptionReply(2))));
  }

  @Test
  void anAnswerBehindNoiseIsOneDefectAndTheAnswer() {
    master.begin(REQUEST);
    feed("ff" + ANSWER);
    assertThat(said)
        .containsExactly(Decoded.malformed(Reason.NOISE, "before the answer: ff"), answer());
  }

  /** The bytes held are moved while the answer comes in. */
  @Test
  void anAnswerAcrossTheBoundIsRead() {
    for (int noise = ModbusRtuMaster.MAX_HELD_BYTES - 12;
        noise <= ModbusRtuMaster.MAX_HELD_BYTES + 1;
        noise++) {
      said.clear();
      master.begin(REQUEST);
      master.feed(ByteBuffer.wrap(new byte[noise]), said::add);
      feed(ANSWER);
      assertThat(said).as("behind %d bytes", noise).hasSize(2);
      assertThat(said.get(1)).isEqualTo(answer());
      Reason reason = noise + 11 > ModbusRtuMaster.MAX_HELD_BYTES ? Reason.OVERLONG : Reason.NOISE;
      assertThat(((Decoded.Malformed<?>) said.get(0)).reason()).isEqualTo(reason);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', TRUNCATED, no answer from unit 17",
    "11 03 00 6b 00 03 76 87, TRUNCATED, no answer from unit 17",
    "11 03 00 6b 00 03 76 87 11 03 06 02 2b, TRUNCATED, instead of an answer: 110306022b",
    "11 03 06, TRUNCATED, instead of an answer: 110306",
    "11 83 02, TRUNCATED, instead of an answer: 118302",
    "11 83 02 c1 35, CHECKSUM, instead of an answer: 118302c135",
    "11 03 06 02 2b 00 00 00 64 c8 bb, CHECKSUM, instead of an answer: 110306022b00000064c8bb",
    "12 03 06, NOISE, instead of an answer: 120306",
    "11, NOISE, instead of an answer: 11",
    "11 04 06, NOISE, instead of an answer: 110406",
  })
  void aTimeOutTellsWhatCame(String bytes, Reason reason, String detail) {
    master.begin(REQUEST);
    feed(ANSWER);
    master.begin(REQUEST);
    feed(bytes);
    assertThat(master.timeOut()).isEqualTo(Decoded.malformed(reason, detail));
  }

  @ParameterizedTest
  @CsvSource({"12 83 02", "12 03 02 00 2a", "12 04 04 00 2a 00 2b"})
  void anAnswerOfAnotherUnitIsUnexpected(String frame) {
    master.begin(REQUEST);
    feed(HexFormat.of().formatHex(sealed(frame)));
    assertThat(((Decoded.Malformed<?>) master.timeOut()).reason()).isEqualTo(Reason.UNEXPECTED);
  }

  @Test
  void nineIsADecimalDigitAndZeroHasNoSign() {
    assertThat(RegisterEncoding.BCD16.decode(new int[] {0x9999}, 0)).hasValue(9999);
    assertThat(RegisterEncoding.BCD16.decode(new int[] {0x999A}, 0)).isEmpty();
    assertThat(RegisterEncoding.BCD32_ABCD.decode(new int[] {0x1234, 0x5678}, 0))
        .isEqualTo(OptionalDouble.of(12345678));
    assertThat(RegisterEncoding.SM16.encode(0)).containsExactly(0);
    assertThat(RegisterEncoding.SM16.encode(-1)).containsExactly(0x8001);
  }

  private void feed(String hex) {
    master.feed(ByteBuffer.wrap(Captures.hex(hex)), said::add);
  }

  private static Decoded<RegisterResponse> answer() {
    return Decoded.value(new RegisterResponse(REQUEST, new Registers(new int[] {555, 0, 100})));
  }

  /** Registers hold their own address; 0666 is refused. */
  private static List<byte[]> serve(byte[] request) {
    List<byte[]> answers = new ArrayList<>();
    ModbusRtuServer server =
        new ModbusRtuServer(
            asked -> {
              if (asked.address() == 0x0666) {
                return Optional.of(new ExceptionReply(2));
              }
              int[] words = new int[asked.quantity()];
              Arrays.setAll(words, i -> asked.address() + i);
              return Optional.of(new Registers(words));
            });
    server.feed(ByteBuffer.wrap(request), answers::add);
    return answers;
  }

  private static byte[] sealed(String hex) {
    byte[] frame = Captures.hex(hex + "0000");
    Crc16.seal(frame);
    return frame;
  }
}
