package org.plimsoll.telemetry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one vessel on every topic, in every point and on every page.
 *
 * @param text {@code imo} and seven digits of which the last is the check digit (IMO resolution
 *     A.1117(30)), or {@code mmsi} and nine digits (ITU-R M.585)
 */
public record VesselId(String text) {

  private static final Pattern IMO = Pattern.compile("imo[0-9]{7}");
  private static final Pattern MMSI = Pattern.compile("mmsi[0-9]{9}");
  private static final int IMO_PREFIX = 3;

  public VesselId {
    if (!isValid(text)) {
      throw new IllegalArgumentException(
          "vessel \""
              + text
              + "\": want imo and 7 digits with a right check digit, or mmsi and 9 digits");
    }
  }

  /** The identifier, unless the text is none. */
  public static Optional<VesselId> parse(String text) {
    return isValid(text) ? Optional.of(new VesselId(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return MMSI.matcher(text).matches() || (IMO.matcher(text).matches() && isCheckDigitRight(text));
  }

  /** The sum of the first six digits times 7, 6, 5, 4, 3, 2 ends with the seventh digit. */
  private static boolean isCheckDigitRight(String imo) {
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += (imo.charAt(IMO_PREFIX + i) - '0') * (7 - i);
    }
    return sum % 10 == imo.charAt(IMO_PREFIX + 6) - '0';
  }

  @Override
  public String toString() {
    return text;
  }
}
