package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.frame.FieldTree;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.ais.AircraftReport;
import org.plimsoll.protocol.ais.AisDecoder;
import org.plimsoll.protocol.ais.AisMessage;
import org.plimsoll.protocol.ais.InlandStaticData;
import org.plimsoll.protocol.ais.LongRangeReport;
import org.plimsoll.protocol.ais.StaticDataPartA;
import org.plimsoll.protocol.ais.StaticDataPartB;
import org.plimsoll.protocol.nmea0183.AisSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

/** One AIS message a record, of one or several sentences. */
final class AisAdapter implements Adapter {

  private static final Set<Integer> DECODED =
      Set.of(1, 2, 3, 4, 5, 9, 11, 12, 14, 18, 19, 21, 24, 27);

  private static final FieldNames NORM =
      new FieldNames(
          """
          nbits=bits
          type=type repeat=repeat mmsi=mmsi status=navigationalStatus!15
          rot_deg_min=rateOfTurnDegreesPerMinute~0.00051 sog_kn=speedKnots accuracy=accurate
          lon=longitudeDegrees~0.000000051 lat=latitudeDegrees~0.000000051 cog_deg=courseDegrees
          heading_deg=headingDegrees maneuver=manoeuvre raim=raim radio=communicationState
          cs=equipment.carrierSense display=equipment.display dsc=equipment.selectiveCalling
          band=equipment.wholeBand msg22=equipment.channelOrders assigned=assigned
          ais_version=aisVersion imo=imoNumber!0 callsign=callSign name=name
          ship_type=shipType!0 to_bow=dimensions.bowMetres!0 to_stern=dimensions.sternMetres!0
          to_port=dimensions.portMetres!0 to_starboard=dimensions.starboardMetres!0
          epfd=positioningDevice!0 eta_month=arrival.month!0 eta_day=arrival.day!0
          eta_hour=arrival.hour!24 eta_minute=arrival.minute!60 draught_m=draughtMetres!0
          destination=destination aid_type=kind!0 off_position=offPosition virtual_aid=virtual
          name_ext=nameExtension vendor=vendor model=model serial=serialNumber
          mothership_mmsi=motherShipMmsi altitude_m=altitudeMetres gnss=old
          """);

  /** The peer rounds the rate of turn. */
  private static final double WHOLE_DEGREE = 0.501;

  /** The peer's own words; its codes for "not available" stand as they are sent. */
  private static final FieldNames EXPECT =
      new FieldNames(
          """
          msg_type=type repeat=repeat mmsi=mmsi status=navigationalStatus!15
          speed=speedKnots!102.3 accuracy=accurate lon=longitudeDegrees!181~0.00000051
          lat=latitudeDegrees!91~0.00000051 course=courseDegrees!360 heading=headingDegrees!511
          maneuver=manoeuvre raim=raim radio=communicationState cs=equipment.carrierSense
          display=equipment.display dsc=equipment.selectiveCalling band=equipment.wholeBand
          msg22=equipment.channelOrders assigned=assigned ais_version=aisVersion imo=imoNumber!0
          callsign=callSign shipname=name name=name ship_type=shipType!0
          to_bow=dimensions.bowMetres!0 to_stern=dimensions.sternMetres!0
          to_port=dimensions.portMetres!0 to_starboard=dimensions.starboardMetres!0
          epfd=positioningDevice!0 month=arrival.month!0 day=arrival.day!0 hour=arrival.hour!24
          minute=arrival.minute!60 draught=draughtMetres!0 destination=destination
          aid_type=kind!0 off_position=offPosition virtual_aid=virtual name_ext=nameExtension
          vendorid=vendor model=model serial=serialNumber alt=altitudeMetres!4095
          seqno=sequenceNumber dest_mmsi=destinationMmsi retransmit=retransmitted text=text
          """);

  private static final FieldNames AIRCRAFT = new FieldNames("speed=speedKnots!1023");

  /** Message 27 has tenths of a minute, which the corpus rounds to five decimals. */
  private static final FieldNames LONG_RANGE =
      new FieldNames("lon=longitudeDegrees~0.0000051 lat=latitudeDegrees~0.0000051");

  /** The application message of inland vessels, which the corpus has in the peer's words only. */
  private static final FieldNames INLAND =
      new FieldNames(
          """
          msg_type=type repeat=repeat mmsi=mmsi vin=europeanNumber length=lengthMetres!0
          beam=beamMetres!0 shiptype=shipType!0 hazard=hazard!5 draught=draughtMetres!0
          speed_q=speedFromSensor course_q=courseFromSensor heading_q=headingFromSensor
          """);

  private static final int BITS_A_CHARACTER = 6;

  @Override
  public void check(JsonNode record, Comparison comparison) {
    int[] bits = {0};
    List<Decoded<AisMessage>> heard = hear(record.get("inputs"), bits);
    if (!record.get("kind").textValue().equals("ok")) {
      comparison.skip("kind " + record.get("kind").textValue());
      return;
    }
    JsonNode norm = record.get("norm");
    Decoded<AisMessage> last = heard.isEmpty() ? null : heard.get(heard.size() - 1);
    if (last instanceof Decoded.Value<AisMessage> value) {
      compare(record, value.value(), bits[0], comparison);
    } else if (last instanceof Decoded.Unsupported<AisMessage> other) {
      checkUnsupported(norm, other.what(), comparison);
    } else if (norm.isNull()) {
      comparison.skip("refused, as by the second reference decoder");
    } else {
      // A payload cut before its sender's number says nothing: refusing it is right.
      comparison.require(
          last != null && norm.path("mmsi").isNull(),
          "message",
          norm.path("type").toString(),
          last == null ? "nothing" : Hearing.inWords(last));
    }
  }

  /** What the decoder says, and how many bits of payload the sentences have. */
  private static List<Decoded<AisMessage>> hear(JsonNode inputs, int[] bits) {
    Nmea0183Decoder sentences = new Nmea0183Decoder(ChecksumPolicy.NEVER_SENT);
    AisDecoder messages = new AisDecoder();
    List<Decoded<AisMessage>> heard = new ArrayList<>();
    for (JsonNode input : inputs) {
      sentences.feed(
          ByteBuffer.wrap(Hearing.latin(input.textValue() + "\r\n")),
          (Decoded<Sentence> sentence) -> {
            if (sentence instanceof Decoded.Value<Sentence> value
                && value.value() instanceof AisSentence part) {
              bits[0] += BITS_A_CHARACTER * part.payload().length() - part.fillBits().orElse(0);
              messages.feed(part, heard::add);
            } else if (sentence instanceof Decoded.Malformed<Sentence> broken) {
              heard.add(Decoded.malformed(broken.reason(), broken.detail()));
            }
          });
    }
    return heard;
  }

  private static void checkUnsupported(JsonNode norm, String what, Comparison comparison) {
    int type = norm.path("type").intValue();
    boolean named = what.equals("AIS " + type) || what.startsWith("AIS " + type + " ");
    comparison.require(
        named && !DECODED.contains(type), "message", String.valueOf(type), "unsupported " + what);
    comparison.skip(Comparison.UNSUPPORTED);
  }

  private static void compare(
      JsonNode record, AisMessage message, int bits, Comparison comparison) {
    Map<String, Object> fields = new HashMap<>(FieldTree.of((Record) message));
    fields.put("bits", bits);
    for (Map.Entry<String, JsonNode> field : record.get("norm").properties()) {
      String name = field.getKey();
      JsonNode expected = field.getValue();
      boolean rounded =
          message instanceof LongRangeReport
              && LONG_RANGE.compare(name, expected, fields, comparison);
      if (!rounded
          && !NORM.compare(name, expected, fields, comparison)
          && !compareOddly(name, expected, message, fields, comparison)) {
        comparison.leave(name);
      }
    }
    if (!(message instanceof InlandStaticData)) {
      compareExpect(record, message, stripped(fields), comparison);
      return;
    }
    for (Map.Entry<String, JsonNode> field : record.path("expect").properties()) {
      if (field.getKey().equals("loaded")) {
        comparison.compare("loaded", field.getValue(), loading(fields));
      } else if (!INLAND.compare(field.getKey(), field.getValue(), fields, comparison)) {
        comparison.leave("expect." + field.getKey());
      }
    }
  }

  /** The peer strips the blanks before a text, too. */
  private static Map<String, ?> stripped(Map<String, ?> fields) {
    Map<String, Object> stripped = new HashMap<>(fields);
    stripped.replaceAll((name, value) -> value instanceof String text ? text.strip() : value);
    return stripped;
  }

  private static void compareExpect(
      JsonNode record, AisMessage message, Map<String, ?> fields, Comparison comparison) {
    for (Map.Entry<String, JsonNode> field : record.path("expect").properties()) {
      String name = field.getKey();
      JsonNode expected = field.getValue();
      if (name.equals("radio") && record.get("norm").path("radio").isNull()) {
        comparison.leave("expect.radio of a message that was cut before its end");
      } else if (name.equals("speed") && message instanceof AircraftReport) {
        AIRCRAFT.compare(name, expected, fields, comparison);
      } else if (name.equals("turn") && fields.containsKey("turn")) {
        Object rate = fields.get("rateOfTurnDegreesPerMinute");
        Object got = rate == null ? (Object) AisCodes.turn(fields) : rate;
        comparison.compare("expect.turn", expected, got, WHOLE_DEGREE);
      } else if (!EXPECT.compare(name, expected, fields, comparison)
          && !compareOddly(name, expected, message, fields, comparison)) {
        comparison.leave("expect." + name);
      }
    }
  }

  /** Fields that the message holds in another form. */
  private static boolean compareOddly(
      String name,
      JsonNode expected,
      AisMessage message,
      Map<String, ?> fields,
      Comparison comparison) {
    switch (name) {
      case "part" ->
          comparison.compare(
              name,
              expected,
              message instanceof StaticDataPartA
                  ? (Integer) 0
                  : message instanceof StaticDataPartB ? (Integer) 1 : null);
      case "rot_raw", "rot_over" -> comparison.compare(name, expected, AisCodes.turn(fields));
      case "lon_raw" -> compareRaw(name, expected, fields.get("longitudeDegrees"), comparison);
      case "lat_raw" -> compareRaw(name, expected, fields.get("latitudeDegrees"), comparison);
      case "second" -> {
        if (fields.containsKey("second")) {
          comparison.compare(name, expected, AisCodes.second(fields));
        } else if (fields.containsKey("time")) {
          comparison.compare(name, expected, AisCodes.time(fields, 6, 8, 60));
        } else {
          return false;
        }
      }
      case "minute" -> comparison.compare(name, expected, AisCodes.time(fields, 3, 5, 60));
      case "hour" -> comparison.compare(name, expected, AisCodes.time(fields, 0, 2, 24));
      case "day" -> comparison.compare(name, expected, AisCodes.date(fields, 8, 10));
      case "month" -> comparison.compare(name, expected, AisCodes.date(fields, 5, 7));
      case "year" -> comparison.compare(name, expected, AisCodes.date(fields, 0, 4));
      case "dte" ->
          comparison.compare(
              name,
              expected,
              fields.get("terminalReady") instanceof Boolean ready ? (Object) !ready : null);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Ten-thousandths of a minute; a position that is not available has no value to compare. */
  private static void compareRaw(
      String name, JsonNode expected, @Nullable Object degrees, Comparison comparison) {
    if (degrees instanceof Double value) {
      comparison.compare(name, expected, Math.round(value * 600_000));
    } else {
      comparison.leave(name + " of a position that is not available");
    }
  }

  private static int loading(Map<String, ?> fields) {
    Object loading = fields.get("loading");
    return loading == null ? 0 : loading.equals("LOADED") ? 1 : 2;
  }
}
