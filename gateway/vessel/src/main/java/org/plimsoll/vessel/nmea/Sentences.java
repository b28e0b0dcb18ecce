package org.plimsoll.vessel.nmea;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.protocol.nmea0183.Dpt;
import org.plimsoll.protocol.nmea0183.FixMode;
import org.plimsoll.protocol.nmea0183.Gga;
import org.plimsoll.protocol.nmea0183.Hdt;
import org.plimsoll.protocol.nmea0183.Mtw;
import org.plimsoll.protocol.nmea0183.Position;
import org.plimsoll.protocol.nmea0183.Rmc;
import org.plimsoll.protocol.nmea0183.Rot;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.Ths;
import org.plimsoll.protocol.nmea0183.Vtg;
import org.plimsoll.protocol.nmea0183.Xdr;
import org.plimsoll.protocol.nmea0183.Zda;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * What a second of the ship is in sentences. A value that may not be used is an empty field, or its
 * sentence is left out. Of a ship that is simulated or replayed only sentences are said that can be
 * marked as such: GGA with quality 8, VTG and THS with mode S; never RMC, a depth or a draught.
 * Stateless.
 */
final class Sentences {

  /** Integrated instrumentation. */
  private static final String TALKER = "II";

  private static final double KNOTS = 3600.0 / 1852;
  private static final double DEGREES_A_MINUTE = Math.toDegrees(60);
  private static final double ZERO_CELSIUS = 273.15;
  private static final FixMode[] MODES = FixMode.values();

  private record Mark(String name, Quantity quantity) {}

  /** Two transducers fit into a sentence. */
  private static final List<List<Mark>> MARKS =
      List.of(
          List.of(
              new Mark("DRAUGHT_FWD_P", Quantities.DRAUGHT_FORWARD_PORT),
              new Mark("DRAUGHT_FWD_S", Quantities.DRAUGHT_FORWARD_STARBOARD)),
          List.of(
              new Mark("DRAUGHT_MID_P", Quantities.DRAUGHT_MIDSHIP_PORT),
              new Mark("DRAUGHT_MID_S", Quantities.DRAUGHT_MIDSHIP_STARBOARD)),
          List.of(
              new Mark("DRAUGHT_AFT_P", Quantities.DRAUGHT_AFT_PORT),
              new Mark("DRAUGHT_AFT_S", Quantities.DRAUGHT_AFT_STARBOARD)),
          List.of(new Mark("TRIM", Quantities.TRIM)));

  private Sentences() {}

  static List<Sentence> of(VesselState state, DataOrigin origin) {
    List<Sentence> said = new ArrayList<>();
    Instant now = state.moment().time();
    said.add(new Zda(TALKER, Optional.of(timeOf(now)), Optional.of(dateOf(now))));
    position(state, origin, said);
    if (origin == DataOrigin.LIVE) {
      unmarked(state, said);
    } else {
      OptionalDouble heading = degrees(state, Quantities.HEADING_TRUE);
      if (heading.isPresent()) {
        said.add(new Ths(TALKER, heading, FixMode.SIMULATED));
      }
    }
    return said;
  }

  private static void position(VesselState state, DataOrigin origin, List<Sentence> said) {
    Optional<ChannelState> latitude = state.channel(Quantities.LATITUDE);
    OptionalDouble north = state.usable(Quantities.LATITUDE);
    OptionalDouble east = state.usable(Quantities.LONGITUDE);
    OptionalDouble speed = scaled(state.usable(Quantities.SPEED_OVER_GROUND), KNOTS);
    OptionalDouble course = degrees(state, Quantities.COURSE_OVER_GROUND_TRUE);
    boolean known = latitude.isPresent() && north.isPresent() && east.isPresent();
    FixMode mode = known ? mode(state, latitude.get().quality(), origin) : FixMode.VOID;
    Optional<Position> position =
        known
            ? Optional.of(new Position(north.getAsDouble(), east.getAsDouble()))
            : Optional.empty();
    Instant when =
        known ? Instant.ofEpochMilli(latitude.get().timeMillis().orElse(0)) : state.moment().time();
    said.add(
        new Gga(
            TALKER,
            Optional.of(timeOf(when)),
            position,
            mode,
            count(state.usable(Quantities.GNSS_SATELLITES)),
            state.usable(Quantities.GNSS_HORIZONTAL_DILUTION),
            known ? state.usable(Quantities.GNSS_ANTENNA_ALTITUDE) : OptionalDouble.empty(),
            OptionalDouble.empty()));
    if (origin == DataOrigin.LIVE) {
      said.add(rmc(when, position, mode, speed, course));
    }
    if (speed.isPresent() || course.isPresent()) {
      FixMode motion = origin == DataOrigin.LIVE ? motion(mode) : FixMode.SIMULATED;
      said.add(new Vtg(TALKER, course, OptionalDouble.empty(), speed, motion));
    }
  }

  /** Speed and course are usable here, whatever became of the position. */
  private static FixMode motion(FixMode position) {
    return position == FixMode.VOID ? FixMode.ESTIMATED : position;
  }

  /** The status is void beside every mode that is no measurement (IEC 61162-1, RMC). */
  private static Rmc rmc(
      Instant when,
      Optional<Position> position,
      FixMode mode,
      OptionalDouble speed,
      OptionalDouble course) {
    boolean measured = mode.quality() == Quality.GOOD;
    return new Rmc(
        TALKER,
        Optional.of(timeOf(when)),
        Optional.of(dateOf(when)),
        mode,
        position,
        speed,
        course,
        OptionalDouble.empty(),
        Optional.of(measured ? 'A' : 'V'),
        Optional.of(mode.indicator()),
        Optional.empty());
  }

  private static FixMode mode(VesselState state, Quality quality, DataOrigin origin) {
    if (origin != DataOrigin.LIVE) {
      return FixMode.SIMULATED;
    }
    if (quality != Quality.GOOD) {
      return quality == Quality.MANUAL ? FixMode.MANUAL : FixMode.ESTIMATED;
    }
    int code = (int) state.usable(Quantities.GNSS_FIX_QUALITY).orElse(1);
    boolean good = code > 0 && code < MODES.length && MODES[code].quality() == Quality.GOOD;
    return good ? MODES[code] : FixMode.AUTONOMOUS;
  }

  /** What has no field to say that it is not measured. */
  private static void unmarked(VesselState state, List<Sentence> said) {
    OptionalDouble heading = degrees(state, Quantities.HEADING_TRUE);
    if (heading.isPresent()) {
      said.add(new Hdt(TALKER, heading));
    }
    OptionalDouble turn = scaled(state.usable(Quantities.RATE_OF_TURN), DEGREES_A_MINUTE);
    if (turn.isPresent()) {
      said.add(new Rot(TALKER, turn, true));
    }
    OptionalDouble depth = state.usable(Quantities.DEPTH_BELOW_TRANSDUCER);
    if (depth.isPresent()) {
      said.add(new Dpt(TALKER, depth, keel(state, depth.getAsDouble()), OptionalDouble.empty()));
    }
    OptionalDouble water = state.usable(Quantities.WATER_TEMPERATURE);
    if (water.isPresent()) {
      said.add(new Mtw(TALKER, OptionalDouble.of(water.getAsDouble() - ZERO_CELSIUS)));
    }
    MARKS.forEach(marks -> draughts(state, marks, said));
    OptionalDouble list = degreesSigned(state);
    if (list.isPresent()) {
      said.add(new Xdr(TALKER, List.of(new Xdr.Transducer('A', list, "D", "LIST"))));
    }
  }

  /** Transducer to keel, negative, or to the surface; empty if the sounder has not said it. */
  private static OptionalDouble keel(VesselState state, double depth) {
    OptionalDouble below = state.usable(Quantities.DEPTH_BELOW_KEEL);
    OptionalDouble deep = state.usable(Quantities.DEPTH_BELOW_SURFACE);
    if (below.isPresent()) {
      return OptionalDouble.of(below.getAsDouble() - depth);
    }
    return deep.isPresent() ? OptionalDouble.of(deep.getAsDouble() - depth) : deep;
  }

  private static void draughts(VesselState state, List<Mark> marks, List<Sentence> said) {
    List<Xdr.Transducer> known =
        marks.stream()
            .filter(mark -> state.usable(mark.quantity()).isPresent())
            .map(mark -> new Xdr.Transducer('D', state.usable(mark.quantity()), "M", mark.name()))
            .toList();
    if (!known.isEmpty()) {
      said.add(new Xdr(TALKER, known));
    }
  }

  private static OptionalDouble degreesSigned(VesselState state) {
    return scaled(state.usable(Quantities.LIST), Math.toDegrees(1));
  }

  private static OptionalDouble degrees(VesselState state, Quantity quantity) {
    return scaled(state.usable(quantity), Math.toDegrees(1));
  }

  private static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }

  private static OptionalInt count(OptionalDouble value) {
    return value.isPresent()
        ? OptionalInt.of((int) Math.rint(value.getAsDouble()))
        : OptionalInt.empty();
  }

  private static LocalTime timeOf(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalTime();
  }

  private static LocalDate dateOf(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
