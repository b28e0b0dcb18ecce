package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;

class RepeatedTextTest {

  private static final String TEXT = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final RepeatedText said = new RepeatedText();

  @ParameterizedTest
  @CsvSource({"1, false", "15, false", "16, true", "17, true", "24, true", "32, true", "33, false"})
  void isKnownWhereverItLies(int length, boolean remembered) {
    said.remember(Captures.ascii(TEXT), 2, length);
    byte[] elsewhere = Captures.ascii("-----" + TEXT.substring(2, 2 + length) + "-");
    assertThat(said.is(elsewhere, 5, length)).isEqualTo(remembered);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 23, 24, 25, 31, 32})
  void anotherByteAnywhereIsAnotherText(int length) {
    byte[] bytes = Captures.ascii(TEXT);
    said.remember(bytes, 0, length);
    for (int at = 0; at < length; at++) {
      byte[] other = bytes.clone();
      other[at] ^= 1;
      assertThat(said.is(other, 0, length)).as("byte " + at).isFalse();
    }
    assertThat(said.is(bytes, 0, length)).isTrue();
    assertThat(said.is(bytes, 0, length - 1)).isFalse();
    assertThat(said.is(bytes, 0, length + 1)).isFalse();
  }

  @Test
  void nothingIsKnownAtFirstNorWhatWasForgotten() {
    byte[] bytes = Captures.ascii(TEXT);
    assertThat(said.is(bytes, 0, 0)).isFalse();
    assertThat(said.is(new byte[16], 0, 16)).isFalse();
    said.remember(bytes, 0, 20);
    said.forget();
    assertThat(said.is(bytes, 0, 20)).isFalse();
    assertThat(said.is(bytes, 0, 0)).isFalse();
  }

  @Test
  void theLastIsRemembered() {
    byte[] bytes = Captures.ascii(TEXT);
    said.remember(bytes, 0, 20);
    said.remember(bytes, 1, 20);
    assertThat(said.is(bytes, 0, 20)).isFalse();
    assertThat(said.is(bytes, 1, 20)).isTrue();
  }
}
