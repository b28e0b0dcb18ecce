package org.plimsoll.shore.port.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plimsoll.shore.port.CallReport;
import org.plimsoll.shore.port.DraughtRecord;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.telemetry.VesselId;

class EpcXmlTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  @Test
  void aCallIsWrittenWithWhatIsKnownAndNothingElse() {
    DraughtRecord.Draughts arrival =
        new DraughtRecord.Draughts(
            OptionalDouble.of(4.85), OptionalDouble.empty(), OptionalDouble.of(5.249));
    CallReport report =
        new CallReport(
            call("<12 & 13>"),
            Optional.of(arrival()),
            Optional.empty(),
            arrival,
            DraughtRecord.Draughts.NONE,
            NOON,
            Set.of());
    assertThat(EpcXml.of(report))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<epc:EPCMessage xmlns:epc=\"http://www.iso.org/28005-2\">"
                + "<EPCMessageHeader><SentTime>2026-01-15T12:00:00Z</SentTime></EPCMessageHeader>"
                + "<EPCRequestBody>"
                + "<ArrivalDraught><ForeDraught>4.9</ForeDraught><AftDraught>5.2</AftDraught>"
                + "</ArrivalDraught>"
                + "<PortOfArrival><ArrivalTime><DateTime>2026-01-15T11:00:00Z</DateTime>"
                + "<TimeType>Actual</TimeType></ArrivalTime>"
                + "<Location><UNLoCode>RUVVO</UNLoCode></Location></PortOfArrival>"
                + "<ShipID><IMONumber>9876543</IMONumber></ShipID>"
                + "<VoyageNumber>&lt;12 &amp; 13&gt;</VoyageNumber>"
                + "</EPCRequestBody></epc:EPCMessage>");
  }

  @Test
  void whatIsWithheldIsSaid() {
    CallReport report =
        new CallReport(
            call("12"),
            Optional.empty(),
            Optional.empty(),
            DraughtRecord.Draughts.NONE,
            DraughtRecord.Draughts.NONE,
            NOON,
            Set.of(Withholding.What.POSITIONS, Withholding.What.DRAUGHT_RECORDS));
    assertThat(EpcXml.of(report))
        .contains(
            "<EPCRequestBody><GeneralRemark>Withheld by the ship: DRAUGHT_RECORDS, POSITIONS"
                + "</GeneralRemark><ShipID>");
  }

  private static Timestamp arrival() {
    return new Timestamp(
        Timestamp.Event.ARRIVAL,
        Timestamp.Location.PORT,
        Optional.empty(),
        Optional.empty(),
        Timestamp.Classifier.ACT,
        NOON.minusSeconds(3_600),
        Timestamp.Source.PLIMSOLL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static PortCall call(String voyage) {
    return new PortCall(
        new VesselId("imo9876543"),
        "RUVVO",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(voyage),
        Optional.empty(),
        PortCall.Status.OPERATIONAL);
  }
}
