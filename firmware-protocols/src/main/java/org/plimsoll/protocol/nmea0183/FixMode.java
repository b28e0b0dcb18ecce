package org.plimsoll.protocol.nmea0183;

import java.util.Arrays;
import java.util.Optional;
import org.plimsoll.vocabulary.Quality;

/**
 * How a fix came about: the mode indicator of RMC, GLL, VTG and GNS (NMEA 2.3 and later), and the
 * quality digit of GGA, which is the ordinal.
 */
public enum FixMode {
  /** No fix, or status {@code V}: whatever stands in the other fields is not a measurement. */
  VOID('N', Quality.INVALID),
  AUTONOMOUS('A', Quality.GOOD),
  DIFFERENTIAL('D', Quality.GOOD),
  PRECISE('P', Quality.GOOD),
  RTK('R', Quality.GOOD),
  RTK_FLOAT('F', Quality.GOOD),
  /** Dead reckoning. */
  ESTIMATED('E', Quality.DEGRADED),
  /** Entered by hand. */
  MANUAL('M', Quality.MANUAL),
  /** Made up by the receiver; not for navigation. */
  SIMULATED('S', Quality.INVALID);

  /** Some makers say 9 for satellite-based corrections. */
  private static final int GGA_SATELLITE_AUGMENTED = 9;

  private static final FixMode[] ALL = values();

  /** By the letter; void where no mode has it. */
  private static final FixMode[] BY_LETTER = new FixMode[256];

  static {
    Arrays.fill(BY_LETTER, VOID);
    for (FixMode mode : ALL) {
      BY_LETTER[mode.indicator] = mode;
    }
  }

  private final char indicator;
  private final Quality quality;

  FixMode(char indicator, Quality quality) {
    this.indicator = indicator;
    this.quality = quality;
  }

  /** The mode indicator's letter. */
  public char indicator() {
    return indicator;
  }

  /** The status beside the indicator: {@code A}, or {@code V} if there is no fix. */
  Optional<Character> status() {
    return Optional.of(this == VOID ? 'V' : 'A');
  }

  /** The quality digit of GGA, 0 to 8. */
  public int ggaQuality() {
    return ordinal();
  }

  /** What the receiver itself claims for values from such a fix. */
  public Quality quality() {
    return quality;
  }

  /** Status and mode in one; a status other than {@code A} is void, whatever the mode says. */
  static FixMode decode(Fields fields, int status, int indicator) {
    return fields.letter(status) == 'A' ? decode(fields, indicator) : VOID;
  }

  /** What stands beside a status: only {@code A} is valid. */
  static FixMode ofStatus(char status) {
    return status == 'A' ? AUTONOMOUS : VOID;
  }

  /** As above. */
  static FixMode ofStatus(Optional<Character> status) {
    return status.equals(Fields.VALID) ? AUTONOMOUS : VOID;
  }

  /** A missing indicator is an older edition of the sentence: autonomous. Unknown ones are void. */
  static FixMode decode(Fields fields, int indicator) {
    char letter = fields.letter(indicator);
    return letter == Fields.NULL ? AUTONOMOUS : ofLetter(letter);
  }

  static FixMode decodeGga(Fields fields, int field) {
    int digit = fields.whole(field, 0);
    if (digit == GGA_SATELLITE_AUGMENTED) {
      return DIFFERENTIAL;
    }
    if (digit < 0 || digit >= ALL.length) {
      fields.refuseRange(field, "fix quality");
      return VOID;
    }
    return ALL[digit];
  }

  /** GNS has one letter per constellation: the best of them made the fix. */
  static FixMode decodeGns(Fields fields, int field) {
    FixMode best = VOID;
    for (int i = 0; i < fields.length(field); i++) {
      FixMode mode = ofLetter(fields.charAt(field, i));
      if (mode.rank() > best.rank()) {
        best = mode;
      }
    }
    return best;
  }

  private static FixMode ofLetter(char letter) {
    return BY_LETTER[letter];
  }

  private int rank() {
    return switch (this) {
      case VOID -> 0;
      case SIMULATED -> 1;
      case MANUAL -> 2;
      case ESTIMATED -> 3;
      case AUTONOMOUS -> 4;
      case DIFFERENTIAL -> 5;
      case PRECISE -> 6;
      case RTK_FLOAT -> 7;
      case RTK -> 8;
    };
  }
}
