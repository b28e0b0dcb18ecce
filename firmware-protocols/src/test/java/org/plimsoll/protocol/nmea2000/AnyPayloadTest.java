package org.plimsoll.protocol.nmea2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;

/** Groups that hold anything, and lines with wrong bytes: no exception, one outcome each. */
class AnyPayloadTest {

  private static final int ROUNDS = 2_000;
  private static final String ALPHABET = "0123456789ABCDEFabcdef ,.:$*RT-Z~\u0001\u00ff";

  private final Random random = new Random(2000);

  static IntStream decodedGroups() {
    return IntStream.range(126_208, 131_072).filter(pgn -> !isUnsupported(pgn));
  }

  @ParameterizedTest
  @MethodSource("decodedGroups")
  void takesOrRefusesAnyPayload(int pgn) {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] data = new byte[round % 2 == 0 ? 8 : random.nextInt(60)];
      random.nextBytes(data);
      Decoded<ParameterGroup> decoded = decode(pgn, data);
      if (decoded instanceof Value<ParameterGroup> value) {
        assertThat(GroupReadings.of(value.value()))
            .allMatch(reading -> reading.value().isPresent() == reading.quality().isUsable());
      }
    }
  }

  /** What a sender that has nothing to say sends. */
  @ParameterizedTest
  @MethodSource("decodedGroups")
  void nothingAvailableIsNoValue(int pgn) {
    byte[] unsigned = new byte[47];
    Arrays.fill(unsigned, (byte) 0xFF);
    Decoded<ParameterGroup> decoded = decode(pgn, unsigned);
    assertThat(decoded).isInstanceOf(Value.class);
    String text = ((Value<ParameterGroup>) decoded).value().toString();
    assertThat(text).doesNotContain("OptionalInt[");
  }

  @Test
  void damagedLinesAreOneOutcomeEach() {
    TextGatewayDecoder decoder = new TextGatewayDecoder();
    List<Decoded<BusMessage>> decoded = new ArrayList<>();
    for (String capture : Captures.lines("nmea2000/messages.txt")) {
      String line = capture.split("\\|", -1)[0];
      for (int round = 0; round < ROUNDS / 10; round++) {
        String damaged = mutated(line);
        decoder.feed(ByteBuffer.wrap(ascii(damaged + "\r\n")), decoded::add);
        assertThat(decoded).as(damaged).hasSizeBetween(1, 1 + damaged.length() / 2);
        decoded.clear();
      }
    }
  }

  private String mutated(String line) {
    StringBuilder text = new StringBuilder(line);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  private static boolean isUnsupported(int pgn) {
    return decode(pgn, new byte[60]) instanceof Unsupported;
  }

  private static Decoded<ParameterGroup> decode(int pgn, byte[] data) {
    return Nmea2000Decoder.decode(
        new BusMessage(
            OptionalInt.of(3), pgn, 12, CanId.EVERYBODY, Payload.of(data, 0, data.length)));
  }
}
