package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.frame.FieldTree;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.ubx.MonVer;
import org.plimsoll.protocol.ubx.NavPvt;
import org.plimsoll.protocol.ubx.NavSat;
import org.plimsoll.protocol.ubx.UbxMessage;

/** One UBX frame a record. */
final class UbxAdapter implements Adapter {

  private static final FieldNames NAV_PVT =
      new FieldNames(
          """
          iTOW=timeOfWeekMillis year=utc.year month=utc.month day=utc.day hour=utc.hour
          min=utc.minute sec=utc.second valid=utc.validity nano=utc.nanos tAcc=accuracy.timeNanos
          fixType=fix.type flags=fix.flags flags2=fix.flags2 numSV=fix.satellites
          lon=place.longitudeDegrees lat=place.latitudeDegrees height_m=place.heightMetres
          hMSL_m=place.altitudeMetres hAcc_m=accuracy.horizontalMetres
          vAcc_m=accuracy.verticalMetres velN=velocity.northMetresPerSecond
          velE=velocity.eastMetresPerSecond velD=velocity.downMetresPerSecond
          gSpeed_ms=velocity.groundMetresPerSecond headMot_deg=velocity.courseDegrees
          sAcc=accuracy.speedMetresPerSecond headAcc_deg=accuracy.courseDegrees
          pDOP=accuracy.positionDilution
          """);

  private static final FieldNames NAV_SAT = new FieldNames("iTOW=timeOfWeekMillis version=version");

  private static final FieldNames SATELLITE =
      new FieldNames(
          """
          gnssId=system svId=number cno=signalDecibelHertz elev=elevationDegrees
          azim=azimuthDegrees prRes=residualMetres
          """);

  /** Where a part of a satellite's flags begins, times 8, and how many bits it has. */
  private static final Map<String, Integer> FLAGS = flags();

  private static final Set<String> DECODED =
      Set.of(
          "NAV-PVT",
          "NAV-SOL",
          "NAV-POSLLH",
          "NAV-HPPOSLLH",
          "NAV-VELNED",
          "NAV-TIMEUTC",
          "NAV-SAT",
          "MON-VER");

  private static final Pattern OF_SATELLITE = Pattern.compile("([A-Za-z]+)_([0-9]+)");

  @Override
  public void check(JsonNode record, Comparison comparison) {
    GnssLineDecoder line = new GnssLineDecoder(ChecksumPolicy.REQUIRED);
    List<Decoded<GnssMessage>> heard =
        Hearing.of(line::feed, Hearing.hex(record.get("hex").textValue()));
    String identity = record.get("identity").textValue();
    if (heard.size() != 1) {
      comparison.require(
          false, "frame", identity, heard.stream().map(Hearing::inWords).toList().toString());
    } else if (heard.get(0) instanceof Decoded.Unsupported<GnssMessage> other) {
      comparison.require(
          other.what().equals("UBX " + identity) && !DECODED.contains(identity),
          "identity",
          identity,
          Hearing.inWords(other));
      comparison.skip(Comparison.UNSUPPORTED);
    } else if (heard.get(0) instanceof Decoded.Value<GnssMessage> value
        && value.value() instanceof GnssMessage.Ubx ubx) {
      compare(record, ubx.message(), comparison);
    } else {
      comparison.require(false, "frame", identity, Hearing.inWords(heard.get(0)));
    }
  }

  private static void compare(JsonNode record, UbxMessage message, Comparison comparison) {
    Map<String, ?> fields = FieldTree.of((Record) message);
    if (message instanceof NavPvt solution) {
      for (Map.Entry<String, JsonNode> field : record.get("norm").properties()) {
        if (field.getKey().equals("len")) {
          boolean whole = solution.vehicle().declinationDegrees().isPresent();
          comparison.compare("len", field.getValue(), whole ? 92 : 84);
        } else if (!NAV_PVT.compare(field.getKey(), field.getValue(), fields, comparison)) {
          comparison.leave("NAV-PVT." + field.getKey());
        }
      }
    }
    if (message instanceof NavSat visible) {
      compare(record.get("expect"), visible, fields, comparison);
    } else if (message instanceof MonVer version) {
      compare(record.get("expect"), version, comparison);
    } else {
      comparison.require(
          message.name().equals(record.get("identity").textValue()),
          "identity",
          record.get("identity").textValue(),
          message.name());
      Map<String, ?> words = UbxWords.of(message);
      for (Map.Entry<String, JsonNode> field : record.path("expect").properties()) {
        if (words.containsKey(field.getKey())) {
          comparison.compare(field.getKey(), field.getValue(), words.get(field.getKey()));
        } else {
          comparison.leave(message.name() + "." + field.getKey());
        }
      }
    }
  }

  private static void compare(
      JsonNode expect, NavSat visible, Map<String, ?> fields, Comparison comparison) {
    comparison.compare("numSvs", expect.get("numSvs"), visible.satellites().size());
    for (Map.Entry<String, JsonNode> field : expect.properties()) {
      String name = field.getKey();
      Matcher part = OF_SATELLITE.matcher(name);
      boolean compared =
          name.equals("numSvs")
              || NAV_SAT.compare(name, field.getValue(), fields, comparison)
              || part.matches()
                  && compareSatellite(
                      part.group(1),
                      field.getValue(),
                      satellite(visible, Integer.parseInt(part.group(2))),
                      comparison);
      if (!compared) {
        comparison.leave("NAV-SAT." + (part.matches() ? part.group(1) : name));
      }
    }
  }

  private static NavSat.@Nullable Satellite satellite(NavSat visible, int number) {
    return number <= visible.satellites().size() ? visible.satellites().get(number - 1) : null;
  }

  private static boolean compareSatellite(
      String name, JsonNode expected, NavSat.@Nullable Satellite satellite, Comparison comparison) {
    if (satellite == null) {
      comparison.compare(name, expected, null);
      return true;
    }
    Integer flag = FLAGS.get(name);
    if (flag != null) {
      long bits = satellite.flags() >> flag / 8 & (1L << flag % 8) - 1;
      comparison.compare(name, expected, bits);
      return true;
    }
    return SATELLITE.compare(name, expected, FieldTree.of(satellite), comparison);
  }

  private static void compare(JsonNode expect, MonVer version, Comparison comparison) {
    for (Map.Entry<String, JsonNode> field : expect.properties()) {
      String name = field.getKey();
      Matcher part = OF_SATELLITE.matcher(name);
      String got =
          switch (part.matches() ? part.group(1) : name) {
            case "swVersion" -> version.software();
            case "hwVersion" -> version.hardware();
            case "extension" -> version.extensions().get(Integer.parseInt(part.group(2)) - 1);
            default -> null;
          };
      if (got == null) {
        comparison.leave("MON-VER." + name);
      } else {
        String expected = text(field.getValue().get("hex").textValue());
        comparison.require(expected.equals(got), name, expected, got);
      }
    }
  }

  private static String text(String hex) {
    String whole = new String(Hearing.hex(hex), StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    return end < 0 ? whole : whole.substring(0, end);
  }

  private static Map<String, Integer> flags() {
    Map<String, Integer> flags = new HashMap<>();
    String[] inOrder = {
      "qualityInd:3",
      "svUsed:1",
      "health:2",
      "diffCorr:1",
      "smoothed:1",
      "orbitSource:3",
      "ephAvail:1",
      "almAvail:1",
      "anoAvail:1",
      "aopAvail:1",
      "reserved:1",
      "sbasCorrUsed:1",
      "rtcmCorrUsed:1",
      "slasCorrUsed:1",
      "spartnCorrUsed:1",
      "prCorrUsed:1",
      "crCorrUsed:1",
      "doCorrUsed:1",
      "clasCorrUsed:1",
      "lppCorrUsed:1",
      "hasCorrUsed:1"
    };
    int bit = 0;
    for (String flag : inOrder) {
      int width = Integer.parseInt(flag.substring(flag.indexOf(':') + 1));
      flags.put(flag.substring(0, flag.indexOf(':')), bit * 8 + width);
      bit += width;
    }
    return Map.copyOf(flags);
  }
}
