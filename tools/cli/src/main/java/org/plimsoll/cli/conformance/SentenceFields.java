package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.frame.FieldTree;
import org.plimsoll.protocol.nmea0183.Sentence;

/** The corpus's names of a sentence's fields, and the components that hold them. */
final class SentenceFields {

  /**
   * A line for each sentence: its formatter, and {@code name=component} for each field; a list's
   * elements are named as {@code list.name=list/component}.
   */
  private static final String NAMES =
      """
      RMC time=time status=status lat=position.latitudeDegrees lon=position.longitudeDegrees \
      sog_kn=speedKnots cog_true_deg=courseTrueDegrees date=date magvar_deg=variationDegrees \
      mode=mode nav_status=navigationalStatus
      GGA time=time lat=position.latitudeDegrees lon=position.longitudeDegrees quality=quality \
      sats_used=satellites hdop=horizontalDilution altitude_m=altitudeMetres \
      geoid_sep_m=geoidSeparationMetres dgps_age_s=correctionAgeSeconds dgps_id=stationId
      GLL lat=position.latitudeDegrees lon=position.longitudeDegrees time=time status=status \
      mode=mode
      GNS time=time lat=position.latitudeDegrees lon=position.longitudeDegrees mode=modes \
      sats_used=satellites hdop=horizontalDilution altitude_m=altitudeMetres \
      geoid_sep_m=geoidSeparationMetres dgps_age_s=correctionAgeSeconds dgps_id=stationId \
      nav_status=navigationalStatus
      VTG cog_true_deg=courseTrueDegrees cog_mag_deg=courseMagneticDegrees sog_kn=speedKnots \
      sog_kmh=speedKilometresPerHour mode=mode
      ZDA time=time zone_h=zoneHours zone_min=zoneMinutes
      GSA fix_type=fixDimension prns=satellites pdop=positionDilution hdop=horizontalDilution \
      vdop=verticalDilution system_id=systemId
      GSV total=total number=number in_view=inView signal_id=signalId sats.prn=satellites/id \
      sats.elev=satellites/elevationDegrees sats.azim=satellites/azimuthDegrees \
      sats.snr=satellites/signalDecibelHertz
      GST time=time rms=rangeRms major_m=majorMetres minor_m=minorMetres \
      orient_deg=orientationDegrees lat_err_m=latitudeSigmaMetres lon_err_m=longitudeSigmaMetres \
      alt_err_m=altitudeSigmaMetres
      GBS time=time lat_err_m=latitudeErrorMetres lon_err_m=longitudeErrorMetres \
      alt_err_m=altitudeErrorMetres failed_sat=failedSatellite prob=missProbability \
      bias_m=biasMetres bias_std_m=biasSigmaMetres system_id=systemId signal_id=signalId
      GRS time=time mode=mode systemId=systemId signalId=signalId timestamp=time \
      residuals_mode=mode
      DTM local_datum=datum subcode=subdivision lat_off_min=latitudeOffsetMinutes \
      lon_off_min=longitudeOffsetMinutes alt_off_m=altitudeOffsetMetres ref_datum=referenceDatum
      HDT heading_true_deg=headingTrueDegrees
      THS heading_true_deg=headingTrueDegrees mode=mode
      HDM heading_mag_deg=headingMagneticDegrees
      HDG heading_sensor_deg=headingSensorDegrees deviation_deg=deviationDegrees \
      magvar_deg=variationDegrees
      ROT rot_deg_min=degreesPerMinute
      DBT depth_ft=depthFeet depth_m=depthMetres depth_fathom=depthFathoms
      DBK depth_ft=depthFeet depth_m=depthMetres depth_fathom=depthFathoms
      DBS depth_ft=depthFeet depth_m=depthMetres depth_fathom=depthFathoms
      DPT depth_m=depthMetres offset_m=offsetMetres range_scale_m=rangeMetres
      MWV wind_angle_deg=angleDegrees reference=reference wind_speed=speed speed_unit=unit \
      status=status
      MWD wind_dir_true_deg=directionTrueDegrees wind_dir_mag_deg=directionMagneticDegrees \
      wind_speed_kn=speedKnots wind_speed_ms=speedMetresPerSecond
      VHW heading_true_deg=headingTrueDegrees heading_mag_deg=headingMagneticDegrees \
      stw_kn=speedKnots stw_kmh=speedKilometresPerHour
      VBW stw_long_kn=waterAlongKnots stw_trans_kn=waterAcrossKnots stw_status=waterStatus \
      sog_long_kn=groundAlongKnots sog_trans_kn=groundAcrossKnots sog_status=groundStatus \
      stern_stw_trans_kn=sternWaterAcrossKnots stern_stw_status=sternWaterStatus \
      stern_sog_trans_kn=sternGroundAcrossKnots stern_sog_status=sternGroundStatus
      VLW water_total_nm=waterTotalNauticalMiles water_trip_nm=waterTripNauticalMiles \
      ground_total_nm=groundTotalNauticalMiles ground_trip_nm=groundTripNauticalMiles
      VPW spw_kn=speedKnots spw_ms=speedMetresPerSecond
      MTW water_temp_c=temperatureCelsius
      MTA air_temp_c=temperatureCelsius
      TXT total=total number=number id=identifier text=text
      XDR measurements.type=transducers/type measurements.value=transducers/value \
      measurements.unit=transducers/unit measurements.id=transducers/name
      XTE status1=warningStatus status2=lockStatus xte=crossTrack steer=steer unit=unit mode=mode
      RMB status=status xte_nm=crossTrackNauticalMiles steer=steer origin_id=origin \
      dest_id=destination dest_lat=destinationPosition.latitudeDegrees \
      dest_lon=destinationPosition.longitudeDegrees range_nm=rangeNauticalMiles \
      bearing_true_deg=bearingTrueDegrees closing_kn=closingKnots arrival=arrived mode=mode
      APB status1=warningStatus status2=lockStatus xte=crossTrack steer=steer unit=unit \
      arrival_circle=circleEntered perpendicular=perpendicularPassed \
      brg_origin_dest_deg=originBearingDegrees ref1=originBearingReference dest_id=destination \
      brg_present_dest_deg=presentBearingDegrees ref2=presentBearingReference \
      heading_to_steer_deg=steerDegrees ref3=steerReference mode=mode
      BWC time=time lat=waypointPosition.latitudeDegrees lon=waypointPosition.longitudeDegrees \
      bearing_true_deg=bearingTrueDegrees bearing_mag_deg=bearingMagneticDegrees \
      distance_nm=distanceNauticalMiles dest_id=waypoint mode=mode
      BOD bearing_true_deg=bearingTrueDegrees bearing_mag_deg=bearingMagneticDegrees \
      dest_id=destination origin_id=origin
      WPL lat=position.latitudeDegrees lon=position.longitudeDegrees id=waypoint
      AAM arrival_circle=circleEntered perpendicular=perpendicularPassed \
      radius_nm=radiusNauticalMiles id=waypoint
      RTE total=total number=number kind=kind name=route waypoints=waypoints
      ALF total=total number=number seq_id=sequence time=time category=category \
      priority=priority state=state manufacturer=manufacturer alert_id=identifier \
      alert_instance=instance revision=revision escalation=escalation text=text
      ALR time=time alarm_id=alarm condition=condition ack_state=acknowledged text=text
      HBT interval_s=intervalSeconds status=status seq_id=sequence
      UBX00 lat=position.latitudeDegrees lon=position.longitudeDegrees time=time \
      altRef=altitudeMetres navStat=status hAcc=horizontalAccuracyMetres \
      vAcc=verticalAccuracyMetres SOG=speedKilometresPerHour COG=courseTrueDegrees \
      vVel=downMetresPerSecond diffAge=correctionAgeSeconds HDOP=horizontalDilution \
      VDOP=verticalDilution TDOP=timeDilution numSVs=satellites timestamp=time \
      @latitude=position.latitudeDegrees @longitude=position.longitudeDegrees \
      alt_ref=altitudeMetres nav_stat=status h_acc=horizontalAccuracyMetres \
      v_acc=verticalAccuracyMetres sog=speedKilometresPerHour cog=courseTrueDegrees \
      v_vel=downMetresPerSecond diff_age=correctionAgeSeconds hdop=horizontalDilution \
      vdop=verticalDilution tdop=timeDilution num_svs=satellites
      GRME HPE=horizontalMetres VPE=verticalMetres EPE=positionMetres hpe=horizontalMetres \
      vpe=verticalMetres osepe=positionMetres
      ASHR timestamp=time true_heading=headingTrueDegrees roll=rollDegrees pitch=pitchDegrees \
      heave=heaveMetres roll_accuracy=rollAccuracyDegrees pitch_accuracy=pitchAccuracyDegrees \
      heading_accuracy=headingAccuracyDegrees aiding_status=gnssQuality imu_status=inertialStatus \
      utctime=time trueHdg=headingTrueDegrees rollAcc=rollAccuracyDegrees \
      pitchAcc=pitchAccuracyDegrees hdgAcc=headingAccuracyDegrees gnssQual=gnssQuality \
      imuAlign=inertialStatus
      """;

  private final Map<String, Map<String, String>> byFormatter = new HashMap<>();

  SentenceFields() {
    NAMES
        .lines()
        .forEach(
            line -> {
              String[] words = line.split(" +");
              Map<String, String> paths = new LinkedHashMap<>();
              for (int i = 1; i < words.length; i++) {
                int sign = words[i].indexOf('=');
                paths.put(words[i].substring(0, sign), words[i].substring(sign + 1));
              }
              byFormatter.put(words[0], paths);
            });
  }

  /** Compares every expected field with the sentence's component of that meaning. */
  void compare(JsonNode expected, Sentence sentence, double tolerance, Comparison comparison) {
    String formatter = sentence.formatter();
    Map<String, String> paths = byFormatter.getOrDefault(formatter, Map.of());
    Map<String, ?> fields = FieldTree.of((Record) sentence);
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (value.isTextual() && (name.equals("lat") || name.equals("lon"))) {
        comparison.leave(formatter + "." + name + " as sent");
      } else if (isListOfObjects(value, paths, name)) {
        compareList(name, value, paths, fields, comparison);
      } else if (paths.containsKey(name)) {
        comparison.compare(name, value, FieldTree.at(fields, paths.get(name)), tolerance);
      } else if (!compareOddly(name, value, formatter, fields, comparison)) {
        comparison.leave(formatter + "." + name);
      }
    }
  }

  private static boolean isListOfObjects(JsonNode value, Map<String, String> paths, String name) {
    return value.isArray() && paths.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
  }

  /** Gives the decoded elements the corpus's names, then compares element by element. */
  private static void compareList(
      String name,
      JsonNode expected,
      Map<String, String> paths,
      Map<String, ?> fields,
      Comparison comparison) {
    String list =
        paths.entrySet().stream()
            .filter(path -> path.getKey().startsWith(name + "."))
            .map(path -> path.getValue().substring(0, path.getValue().indexOf('/')))
            .findFirst()
            .orElseThrow();
    ArrayNode renamed = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : expected) {
      ObjectNode object = renamed.addObject();
      for (Map.Entry<String, JsonNode> field : element.properties()) {
        String path = paths.get(name + "." + field.getKey());
        if (path == null) {
          comparison.leave(name + "." + field.getKey());
        } else {
          object.set(path.substring(path.indexOf('/') + 1), field.getValue());
        }
      }
    }
    comparison.compare(name, renamed, fields.get(list));
  }

  /** Fields that the decoder holds in another form. */
  private static boolean compareOddly(
      String name,
      JsonNode expected,
      String formatter,
      Map<String, ?> fields,
      Comparison comparison) {
    switch (formatter + "." + name) {
      case "ZDA.day" -> comparison.compare(name, expected, partOfDate(fields, 8, 10));
      case "ZDA.month" -> comparison.compare(name, expected, partOfDate(fields, 5, 7));
      case "ZDA.year" -> comparison.compare(name, expected, partOfDate(fields, 0, 4));
      case "ROT.status" ->
          comparison.compare(name, expected, Boolean.TRUE.equals(fields.get("valid")) ? "A" : "V");
      case "GSA.selection" ->
          comparison.compare(
              name, expected, Boolean.TRUE.equals(fields.get("automatic")) ? "A" : "M");
      default -> {
        if (!formatter.equals("GRS") || !name.matches("(residual|sv_res)_[0-9]+")) {
          return false;
        }
        int index = Integer.parseInt(name.substring(name.length() - 2)) - 1;
        comparison.compare(name, expected, element(fields.get("residualsMetres"), index));
      }
    }
    return true;
  }

  private static @Nullable Object element(@Nullable Object list, int index) {
    return list instanceof List<?> all && index < all.size() ? all.get(index) : null;
  }

  private static @Nullable String partOfDate(Map<String, ?> fields, int from, int to) {
    return fields.get("date") instanceof String date ? date.substring(from, to) : null;
  }
}
