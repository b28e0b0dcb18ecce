package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

class SpeechTest {

  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T17:45:00.25Z"));

  @Test
  void endsASentenceWithItsChecksum() {
    // The example of IEC 61162-1 handbooks.
    assertThat(
            new String(
                Speech.encode("GPGLL,5057.970,N,00146.110,E,142451,A"), StandardCharsets.US_ASCII))
        .isEqualTo("$GPGLL,5057.970,N,00146.110,E,142451,A*27\r\n");
  }

  @Test
  void isUnderstood() {
    List<Decoded<Sentence>> heard = new ArrayList<>();
    Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);
    for (long turn : new long[] {0, 1, 123_456}) {
      for (String text : Speech.compass(clock).at(turn)) {
        decoder.feed(ByteBuffer.wrap(Speech.encode(text)), heard::add);
      }
      for (String text : Speech.counter(140).at(turn)) {
        decoder.feed(ByteBuffer.wrap(Speech.encode(text)), heard::add);
      }
    }
    assertThat(heard).hasSize(21).allMatch(decoded -> decoded instanceof Decoded.Value);
  }
}
