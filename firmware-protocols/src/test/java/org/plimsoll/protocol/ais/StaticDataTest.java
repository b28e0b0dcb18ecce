package org.plimsoll.protocol.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.plimsoll.protocol.ais.AisSamples.buoy;
import static org.plimsoll.protocol.ais.AisSamples.decode;
import static org.plimsoll.protocol.ais.AisSamples.decoded;
import static org.plimsoll.protocol.ais.AisSamples.inland;
import static org.plimsoll.protocol.ais.AisSamples.partB;
import static org.plimsoll.protocol.ais.AisSamples.samples;
import static org.plimsoll.protocol.ais.AisSamples.voyage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.ais.InlandStaticData.Loading;

/** What ships and buoys say they are, field by field; then what they leave open. */
class StaticDataTest {

  private static final int SHIP = AisSamples.SHIP;
  private static final OptionalInt NO_INT = OptionalInt.empty();
  private static final OptionalDouble NO_NUMBER = OptionalDouble.empty();

  @Test
  void aClassAShipSaysWhatSheIs() {
    assertThat(decode(voyage()))
        .isEqualTo(
            new StaticVoyageData(
                5,
                0,
                SHIP,
                2,
                OptionalInt.of(9_876_543),
                "PBAA",
                "RAJIN STAR",
                OptionalInt.of(69),
                Optional.of(new Dimensions(80, 21, 9, 8)),
                OptionalInt.of(1),
                new Arrival(
                    OptionalInt.of(7), OptionalInt.of(17), OptionalInt.of(5), OptionalInt.of(30)),
                OptionalDouble.of(5.2),
                "HARWICH",
                Optional.of(true)));
  }

  @Test
  void aShipWhoseCrewKeyedNothingInSaysNothing() {
    Armour empty = Armour.message(5, SHIP).put(2, 0).put(30, 0).text(7, "").text(20, "");
    empty.put(8, 0).put(30, 0).put(4, 0).put(4, 0).put(5, 0).put(5, 24).put(6, 60).put(8, 0);
    empty.text(20, "   ").put(1, 1).put(1, 0);
    assertThat(decode(empty))
        .isEqualTo(
            new StaticVoyageData(
                5,
                0,
                SHIP,
                0,
                NO_INT,
                "",
                "",
                NO_INT,
                Optional.empty(),
                NO_INT,
                new Arrival(NO_INT, NO_INT, NO_INT, NO_INT),
                NO_NUMBER,
                "",
                Optional.of(false)));
  }

  @Test
  void aVoyageCutBeforeItsLastFlagIsWhole() {
    StaticVoyageData cut = (StaticVoyageData) decode(voyage().first(422));
    assertThat(cut.destination()).isEqualTo("HARWICH");
    assertThat(cut.terminalReady()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, 0, true",
    "12, 31, 23, 59, true",
    "0, 0, 24, 60, false",
    "13, 0, 31, 63, false"
  })
  void anArrivalHasItsLimits(int month, int day, int hour, int minute, boolean present) {
    Armour arrival = Armour.message(5, SHIP).put(236, 0).put(4, month).put(5, day);
    arrival.put(5, hour).put(6, minute).put(130, 0);
    Arrival decoded = ((StaticVoyageData) decode(arrival)).arrival();
    assertThat(List.of(decoded.month(), decoded.day(), decoded.hour(), decoded.minute()))
        .isEqualTo(
            present
                ? List.of(
                    OptionalInt.of(month),
                    OptionalInt.of(day),
                    OptionalInt.of(hour),
                    OptionalInt.of(minute))
                : List.of(NO_INT, NO_INT, NO_INT, NO_INT));
  }

  @Test
  void anInlandVesselSaysHerDraught() {
    assertThat(decode(inland(1, 3, 265, 1)))
        .isEqualTo(
            new InlandStaticData(
                8,
                0,
                SHIP,
                "02331145",
                OptionalDouble.of(110.0),
                OptionalDouble.of(11.4),
                OptionalInt.of(8010),
                OptionalInt.of(3),
                OptionalDouble.of(2.65),
                Optional.of(Loading.LOADED),
                true,
                false,
                true));
  }

  @Test
  void anInlandVesselMayLeaveItOpen() {
    InlandStaticData open = (InlandStaticData) decode(inland(0, 5, 0, 0));
    assertThat(open.shipType()).isEmpty();
    assertThat(open.hazard()).isEmpty();
    assertThat(open.draughtMetres()).isEmpty();
    assertThat(open.loading()).isEmpty();
    assertThat(((InlandStaticData) decode(inland(1, 4, 1, 2))).loading())
        .contains(Loading.UNLOADED);
    assertThat(((InlandStaticData) decode(inland(1, 4, 1, 3))).loading()).isEmpty();
  }

  @Test
  void aClassBShipSaysWhatSheIsInTwoParts() {
    assertThat(decode(Armour.message(24, SHIP).put(2, 0).text(20, "SEA GULL  ")))
        .isEqualTo(new StaticDataPartA(24, 0, SHIP, "SEA GULL"));
    assertThat(decode(partB(SHIP).put(9, 7).put(9, 5).put(6, 2).put(6, 1).put(6, 0)))
        .isEqualTo(
            new StaticDataPartB(
                24,
                0,
                SHIP,
                OptionalInt.of(36),
                "SRT",
                4,
                123_456,
                "PD12345",
                Optional.of(new Dimensions(7, 5, 2, 1)),
                NO_INT));
  }

  @Test
  void aTenderNamesHerMotherShip() {
    StaticDataPartB tender = (StaticDataPartB) decode(partB(982_446_601).put(30, SHIP).put(6, 0));
    assertThat(tender.motherShipMmsi()).hasValue(SHIP);
    assertThat(tender.dimensions()).isEmpty();
  }

  @Test
  void textIsCutAtItsEnd() {
    StaticDataPartA odd =
        (StaticDataPartA)
            decode(Armour.message(24, SHIP).put(2, 0).text(20, " A[\\]^_ !\"#?  @HIDDEN"));
    assertThat(odd.name()).isEqualTo(" A[\\]^_ !\"#?");
  }

  @Test
  void aBuoyReports() {
    Armour buoy = buoy("NEWCOME SAND SOUTH B", 60).text(4, "ANK ").put(2, 0);
    AidToNavigationReport decoded = (AidToNavigationReport) decode(buoy);
    assertThat(decoded)
        .isEqualTo(
            new AidToNavigationReport(
                21,
                0,
                992_351_001,
                OptionalInt.of(25),
                "NEWCOME SAND SOUTH B",
                true,
                OptionalDouble.of(1.75),
                OptionalDouble.of(52.5),
                Optional.of(new Dimensions(1, 2, 3, 4)),
                OptionalInt.of(7),
                NO_INT,
                Positioning.UNSTAMPED,
                true,
                Optional.of(false),
                Optional.of(true),
                Optional.of(false),
                "ANK"));
    assertThat(decoded.fullName()).isEqualTo("NEWCOME SAND SOUTH BANK");
  }

  @Test
  void theBlankBetweenANameAndItsExtensionIsKept() {
    AidToNavigationReport decoded =
        (AidToNavigationReport) decode(buoy("THE LONG NAME OF A ", 10).text(3, "BUO").put(6, 0));
    assertThat(decoded.name()).isEqualTo("THE LONG NAME OF A");
    assertThat(decoded.fullName()).isEqualTo("THE LONG NAME OF A  BUO");
    AidToNavigationReport plain = (AidToNavigationReport) decode(buoy("SHORT", 10));
    assertThat(plain.fullName()).isEqualTo("SHORT");
  }

  @Test
  void aNameIsExtendedByFourteenCharacters() {
    Armour buoy = buoy("TWENTY CHARACTERS OF", 10).text(14, "FOURTEEN MORE.").text(1, "X");
    assertThat(((AidToNavigationReport) decode(buoy)).nameExtension()).isEqualTo("FOURTEEN MORE.");
    Armour cut = buoy.first(272 + 5 * 6 + 5);
    assertThat(((AidToNavigationReport) decode(cut)).nameExtension()).isEqualTo("FOURT");
  }

  @Test
  void aBuoyCutBeforeItsFlagsHasNone() {
    AidToNavigationReport cut = (AidToNavigationReport) decode(buoy("B 4", 10).first(268));
    assertThat(cut.offPosition()).isTrue();
    assertThat(cut.second()).hasValue(10);
    assertThat(List.of(cut.raim(), cut.virtual(), cut.assigned()))
        .containsOnly(Optional.<Boolean>empty());
  }

  @Test
  void whatIsSaidOnSafetyIsText() {
    Armour addressed = Armour.message(12, SHIP).put(2, 2).put(30, 2_442_000).put(1, 0).put(1, 0);
    assertThat(decode(addressed))
        .isEqualTo(new AddressedSafetyMessage(12, 0, SHIP, 2, 2_442_000, false, ""));
    assertThat(decoded(addressed.first(71)))
        .isEqualTo(new Malformed<>(Reason.TRUNCATED, "AIS 12 of 71 bits, not 72"));
    assertThat(decode(addressed.text(156, "ICE  AHEAD" + " ".repeat(146))))
        .isEqualTo(new AddressedSafetyMessage(12, 0, SHIP, 2, 2_442_000, false, "ICE  AHEAD"));
    String longest = "AB?!".repeat(40) + "Z";
    Armour broadcast = Armour.message(14, SHIP).put(2, 0).text(161, longest);
    assertThat(decode(broadcast)).isEqualTo(new SafetyBroadcast(14, 0, SHIP, longest));
    assertThat(decode(broadcast.first(40 + 6 * 3 + 5)))
        .as("half a character is none")
        .isEqualTo(new SafetyBroadcast(14, 0, SHIP, "AB?"));
  }

  @Test
  void otherMessagesAreNamed() {
    assertThat(decoded(Armour.message(20, SHIP).put(34, 0)))
        .isEqualTo(new Unsupported<AisMessage>("AIS 20"));
    assertThat(decoded(Armour.message(63, SHIP))).isEqualTo(new Unsupported<AisMessage>("AIS 63"));
    assertThat(decoded(Armour.message(8, SHIP).put(2, 0).put(10, 1).put(6, 31).put(300, 0)))
        .isEqualTo(new Unsupported<AisMessage>("AIS 8 DAC 1 FI 31"));
    assertThat(decoded(Armour.message(8, SHIP).put(2, 0).put(10, 1023).put(6, 63)))
        .isEqualTo(new Unsupported<AisMessage>("AIS 8 DAC 1023 FI 63"));
    assertThat(decoded(Armour.message(8, SHIP).put(2, 0).put(10, 200).put(5, 5)))
        .isEqualTo(new Unsupported<AisMessage>("AIS 8"));
    assertThat(decoded(Armour.message(8, SHIP).put(2, 0).put(10, 200).put(6, 11).put(112, 0)))
        .isEqualTo(new Unsupported<AisMessage>("AIS 8 DAC 200 FI 11"));
    assertThat(decoded(Armour.message(24, SHIP).put(2, 3).put(128, 0)))
        .isEqualTo(new Unsupported<AisMessage>("AIS 24"));
  }

  @Test
  void everyMessageOfTheSealedInterfaceIsDecodedAndOfEveryLength() {
    Set<Class<?>> seen = new HashSet<>();
    List<String> shortestByType = new ArrayList<>();
    for (Armour whole : samples()) {
      int values = 0;
      int shortest = 0;
      for (int length = 0; length <= whole.size(); length++) {
        Armour cut = whole.first(length);
        assertThatCode(() -> decoded(cut)).doesNotThrowAnyException();
        Decoded<AisMessage> decoded = decoded(cut);
        if (decoded instanceof Value<AisMessage> value) {
          seen.add(value.value().getClass());
          shortest = values++ == 0 ? length : shortest;
        } else if (decoded instanceof Malformed<AisMessage> malformed) {
          assertThat(values).as("a longer one is whole too").isZero();
          assertThat(malformed.reason()).isEqualTo(Reason.TRUNCATED);
        }
      }
      assertThat(values).isPositive();
      shortestByType.add(decode(whole).type() + ": " + shortest);
    }
    assertThat(seen).containsExactlyInAnyOrder(AisMessage.class.getPermittedSubclasses());
    assertThat(shortestByType)
        .containsExactly(
            "1: 149", "2: 149", "3: 149", "4: 149", "9: 148", "11: 149", "18: 148", "19: 308",
            "27: 95", "24: 160", "24: 162", "8: 160", "21: 260", "5: 422", "12: 72", "14: 40");
  }
}
