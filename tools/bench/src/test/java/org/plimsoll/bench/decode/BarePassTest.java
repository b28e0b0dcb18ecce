package org.plimsoll.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarePassTest {

  private static final byte[] STREAM =
      "x$HEHDT,034.4,T*2C\r\n$GPGLL,4916.45,N,12311.12,W,225444,A*31\r\n$HEHDT,034.5,T*2C\r\n"
          .concat("$HEHDT\r\n$HEHDT,034.4,T*2C\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void countsWhatHoldsInEveryChunking() {
    for (int split = 0; split <= STREAM.length; split++) {
      BarePass pass = new BarePass();
      pass.feed(STREAM, 0, split);
      pass.feed(STREAM, split, STREAM.length);
      assertThat(pass.good()).as("split at %d", split).isEqualTo(3);
      assertThat(pass.fieldCount()).as("split at %d", split).isEqualTo(2 + 6 + 2);
    }
  }
}
