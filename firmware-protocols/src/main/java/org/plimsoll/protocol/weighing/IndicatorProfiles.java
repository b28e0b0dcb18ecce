package org.plimsoll.protocol.weighing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plimsoll.protocol.weighing.IndicatorProfile.Frame;
import org.plimsoll.protocol.weighing.IndicatorProfile.Mark;

/**
 * Families of indicators that are known by name.
 *
 * <pre>
 * comma        ST,GS,+  123.45kg CR LF       A&amp;D, Tiger, Selleton, Triner and many more
 * rinstrum-a   STX    123.4G ETX             sign, 7 places, G N U O M E; the unit by configuration
 * rinstrum-b   STX -   12.5NM  kg ETX        the same, 4 marks, unit; blank while moving
 * ohaus            192.21 g ? CR LF          ? while moving
 * cardinal-sb  CR -  1234.5 MkgG ETX         SB-200
 * sma          LF  1G   1234.5 kg CR         Scale Manufacturers Association, level 1
 * </pre>
 */
public final class IndicatorProfiles {

  private static final String UNIT = "(?<unit>[A-Za-z]{1,3})";

  /** A&amp;D and those that print as it does. */
  public static final IndicatorProfile COMMA =
      new IndicatorProfile(
          "comma",
          Frame.LINE,
          Pattern.compile(
              "(?<mark1>[A-Z]{2}),(?<mark2>[A-Z]{2}),(?<sign>[+-]?)(?<weight>[^,A-Za-z]*),? *"
                  + UNIT
                  + " *"),
          Map.of(
              "ST", Mark.STABLE,
              "US", Mark.MOVING,
              "OL", Mark.OVERLOAD,
              "UL", Mark.UNDERLOAD,
              "GS", Mark.GROSS,
              "NT", Mark.NET),
          null);

  /** Rinstrum, format A. */
  public static final IndicatorProfile RINSTRUM_A =
      IndicatorProfile.ofColumns(
          "rinstrum-a",
          Frame.STX_ETX,
          "swwwwwww1",
          Map.of(
              "G", Mark.GROSS,
              "N", Mark.NET,
              "M", Mark.MOVING,
              "U", Mark.UNDERLOAD,
              "O", Mark.OVERLOAD,
              "E", Mark.FAULT),
          null);

  /** Rinstrum, format B. The third mark is the zero, the fourth the range. */
  public static final IndicatorProfile RINSTRUM_B =
      new IndicatorProfile(
          "rinstrum-b",
          Frame.STX_ETX,
          Pattern.compile(
              "(?<sign>[ +-])(?<weight>[ .\\d]{7})(?<mark1>[GNUOE])(?<mark2>[ M])[ Z]"
                  + "[ 0-9-]?(?<unit>[ A-Za-z]{0,3})"),
          Map.of(
              "G", Mark.GROSS,
              "N", Mark.NET,
              "M", Mark.MOVING,
              "U", Mark.UNDERLOAD,
              "O", Mark.OVERLOAD,
              "E", Mark.FAULT),
          null);

  /** Ohaus, print of the display. */
  public static final IndicatorProfile OHAUS =
      new IndicatorProfile(
          "ohaus",
          Frame.LINE,
          Pattern.compile(" *(?<weight>[+-]? *[.\\d]+) +" + UNIT + " *(?<mark1>\\??) *"),
          Map.of("?", Mark.MOVING),
          null);

  /** Cardinal SB-200. */
  public static final IndicatorProfile CARDINAL_SB =
      new IndicatorProfile(
          "cardinal-sb",
          Frame.CR_ETX,
          Pattern.compile(
              "(?<sign>[ +-])(?<weight>[ .\\d]{6,8}) (?<mark1>[ MOCZ])(?<unit>[A-Za-z ]{2})"
                  + "(?<mark2>[GN ])"),
          Map.of(
              "M", Mark.MOVING,
              "O", Mark.OVERLOAD,
              "C", Mark.IGNORED,
              "Z", Mark.IGNORED,
              "G", Mark.GROSS,
              "N", Mark.NET),
          null);

  /** SMA level 1: status, range, gross or net, motion, reserved, ten places, unit. */
  public static final IndicatorProfile SMA =
      new IndicatorProfile(
          "sma",
          Frame.LF_CR,
          Pattern.compile(
              "(?<mark1>[ ZOUEIT])[ \\d]?(?<mark2>[GNTgnt])(?<mark3>[ M])"
                  + "(?<weight> {0,11}[+-]?[.\\d]{0,10}) "
                  + UNIT
                  + " *"),
          Map.of(
              "Z", Mark.IGNORED,
              "O", Mark.OVERLOAD,
              "U", Mark.UNDERLOAD,
              "E", Mark.FAULT,
              "I", Mark.FAULT,
              "T", Mark.FAULT,
              "G", Mark.GROSS,
              "N", Mark.NET,
              "M", Mark.MOVING),
          null);

  private IndicatorProfiles() {}

  /** Every family. */
  public static List<IndicatorProfile> all() {
    return List.of(COMMA, RINSTRUM_A, RINSTRUM_B, OHAUS, CARDINAL_SB, SMA);
  }

  /** The family of this name. */
  public static Optional<IndicatorProfile> named(String name) {
    return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
  }
}
