package org.plimsoll.protocol.ubx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;

/**
 * Frames that sum up but hold anything: one outcome each, no exception, no reading out of thin air.
 */
class SoundFrameTest {

  private static final int ROUNDS = 20_000;

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"1, 7, 92, true", "1, 53, 32, false", "10, 4, 70, true"})
  void takesOrRefusesAnyPayload(int messageClass, int id, int length, boolean someFit) {
    Random random = new Random(1307);
    UbxStream decoder = new UbxStream();
    List<Decoded<UbxMessage>> decoded = new ArrayList<>();
    int values = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] payload = new byte[round % 2 == 0 ? length : random.nextInt(300)];
      random.nextBytes(payload);
      decoder.feed(ByteBuffer.wrap(UbxFrame.encode(messageClass, id, payload)), decoded::add);
      assertThat(decoded).hasSize(1);
      if (decoded.get(0) instanceof Value<UbxMessage> value) {
        values++;
        assertThat(UbxReadings.of(value.value()))
            .allMatch(reading -> reading.value().isPresent() == reading.quality().isUsable());
      }
      decoded.clear();
    }
    assertThat(values > ROUNDS / 10).isEqualTo(someFit);
  }
}
