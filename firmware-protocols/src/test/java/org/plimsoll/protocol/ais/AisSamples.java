package org.plimsoll.protocol.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;

/** Messages put together field by field, and their way through a decoder. */
final class AisSamples {

  static final int SHIP = 244_660_001;

  private AisSamples() {}

  static List<Armour> samples() {
    List<Armour> samples = new ArrayList<>();
    for (int type : new int[] {1, 2, 3, 4, 9, 11, 18}) {
      samples.add(Armour.message(type, SHIP).put(130, 0));
    }
    samples.add(Armour.message(19, SHIP).put(274, 0));
    samples.add(Armour.message(27, SHIP).put(58, 0));
    samples.add(Armour.message(24, SHIP).put(2, 0).put(120, 0));
    samples.add(partB(SHIP).put(36, 0));
    samples.add(inland(1, 1, 1, 1));
    samples.add(buoy("LONG", 60).text(14, "EXTENSION@@@@@").put(4, 0));
    samples.add(voyage());
    samples.add(Armour.message(12, SHIP).put(34, 0));
    samples.add(Armour.message(14, SHIP).put(2, 0));
    return samples;
  }

  static Armour voyage() {
    Armour voyage = Armour.message(5, SHIP).put(2, 2).put(30, 9_876_543).text(7, "PBAA");
    voyage.text(20, "RAJIN STAR").put(8, 69).put(9, 80).put(9, 21).put(6, 9).put(6, 8).put(4, 1);
    voyage.put(4, 7).put(5, 17).put(5, 5).put(6, 30).put(8, 52).text(20, "HARWICH");
    return voyage.put(1, 0).put(1, 0);
  }

  static Armour inland(int kind, int hazard, int draught, int loaded) {
    Armour inland = Armour.message(8, SHIP).put(2, 0).put(10, 200).put(6, 10).text(8, "02331145");
    inland.put(13, 1100).put(10, 114).put(14, kind * 8010L).put(3, hazard).put(11, draught);
    return inland.put(2, loaded).put(3, 0b101).put(8, 0);
  }

  static Armour buoy(String name, int stamp) {
    Armour buoy = Armour.message(21, 992_351_001).put(5, 25).text(20, name).put(1, 1);
    buoy.put(28, 1_050_000)
        .put(27, 31_500_000)
        .put(9, 1)
        .put(9, 2)
        .put(6, 3)
        .put(6, 4)
        .put(4, 7)
        .put(6, stamp)
        .put(1, 1);
    return buoy.put(8, 0).put(3, 0b010).put(1, 0);
  }

  static Armour partB(int mmsi) {
    Armour part = Armour.message(24, mmsi).put(2, 1).put(8, 36).text(3, "SRT").put(4, 4);
    return part.put(20, 123_456).text(7, "PD12345");
  }

  static AisMessage decode(Armour message) {
    return ((Value<AisMessage>) decoded(message)).value();
  }

  static Decoded<AisMessage> decoded(Armour message) {
    List<Decoded<AisMessage>> decoded = new ArrayList<>();
    new AisDecoder().feed(message.single(), decoded::add);
    assertThat(decoded).hasSize(1);
    return decoded.get(0);
  }
}
