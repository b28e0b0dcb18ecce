package org.plimsoll.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarePassTest {

  private static final byte[] STREAM =
      "x$HEHDT,034.4,T*2C\r\n$GPGLL,4916.45,N,12311.12,W,225444,A*31\r\n$HEHDT,034.5,T*2C\r\n"
          .concat("$HEHDT\r\n$HEHDT,034.4,$HEHDT,034.4,T*2C\r\n$HEHDT,034.4,T*3C\n")
          .concat("$HEHDT,034.4,T*2D\n!HEHDT,034.4,T*2c\r$HEHDT,034.4,T*2\r")
          .getBytes(StandardCharsets.US_ASCII);

  private final List<String> heard = new ArrayList<>();

  @Test
  void handsOverWhatHoldsInEveryChunking() {
    for (int split = 0; split <= STREAM.length; split++) {
      heard.clear();
      BarePass pass = new BarePass(this::take);
      pass.feed(STREAM, 0, split);
      pass.feed(STREAM, split, STREAM.length);
      assertThat(heard)
          .as("split at %d", split)
          .containsExactly(
              "HEHDT 034.4 T",
              "GPGLL 4916.45 N 12311.12 W 225444 A",
              "HEHDT 034.4 T",
              "HEHDT 034.4 T");
    }
  }

  private void take(byte[] bytes, int[] places, int fields) {
    List<String> said = new ArrayList<>();
    for (int field = 0; field <= fields; field++) {
      int length = places[field + 1] - 1 - places[field];
      said.add(new String(bytes, places[field], length, StandardCharsets.US_ASCII));
    }
    heard.add(String.join(" ", said));
  }
}
