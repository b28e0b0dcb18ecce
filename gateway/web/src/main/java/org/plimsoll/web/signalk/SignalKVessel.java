package org.plimsoll.web.signalk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

/**
 * What is known of one vessel at one moment. Immutable.
 *
 * @param id who
 * @param name for people
 * @param origin whether what she says is measured, simulated or replayed
 * @param timeMillis the moment, ms since 1970 UTC
 * @param greatestDraughtMetres of her certificate; empty where it is not known
 * @param readings the latest of each channel
 * @param alerts those that are not normal
 */
public record SignalKVessel(
    VesselId id,
    String name,
    DataOrigin origin,
    long timeMillis,
    OptionalDouble greatestDraughtMetres,
    List<SignalKReading> readings,
    List<AlertMessage> alerts) {

  private static final Pattern MMSI = Pattern.compile("mmsi[2-7][0-9]{8}");
  private static final String MMSI_URN = "urn:mrn:imo:mmsi:";
  private static final String UUID_URN = "urn:mrn:signalk:uuid:";

  public SignalKVessel {
    readings = List.copyOf(readings);
    alerts = List.copyOf(alerts);
  }

  /**
   * Her name in Signal K: by her MMSI, if that is how we know her. Signal K has no URN for an IMO
   * number, so a UUID is made of it, the same one aboard and ashore.
   */
  static String urn(VesselId id) {
    String text = id.text();
    return MMSI.matcher(text).matches()
        ? MMSI_URN + text.substring("mmsi".length())
        : UUID_URN + uuid(text);
  }

  /** Her MMSI; empty if we know her by another number. */
  static String mmsi(VesselId id) {
    return MMSI.matcher(id.text()).matches() ? id.text().substring("mmsi".length()) : "";
  }

  /** Her IMO number as registers write it; empty if we do not know it. */
  static String imo(VesselId id) {
    return id.text().startsWith("imo") ? "IMO " + id.text().substring("imo".length()) : "";
  }

  /** Of the form of a random UUID, the only one that the schema takes. */
  private static String uuid(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("plimsoll:" + text).getBytes(StandardCharsets.US_ASCII));
      StringBuilder hex = new StringBuilder(36);
      for (int i = 0; i < 16; i++) {
        int octet = hash[i] & 0xff;
        if (i == 6) {
          octet = octet & 0x0f | 0x40;
        } else if (i == 8) {
          octet = octet & 0x3f | 0x80;
        }
        if (i == 4 || i == 6 || i == 8 || i == 10) {
          hex.append('-');
        }
        hex.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 15, 16));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
