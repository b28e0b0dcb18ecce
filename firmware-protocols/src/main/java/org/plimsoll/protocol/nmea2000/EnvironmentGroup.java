package org.plimsoll.protocol.nmea2000;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Wind, temperature, humidity and pressure. Sources of temperature: 0 sea, 1 outside, 2 inside, 3
 * engine room, 14 exhaust. Of humidity: 0 inside, 1 outside. Of pressure: 0 atmosphere. Bits as in
 * {@link NavigationGroup}.
 */
public sealed interface EnvironmentGroup extends ParameterGroup {

  /**
   * 130306. {@code sid 0+8 | speed 8+16, 0.01 m/s | angle 24+16, 1e-4 rad | reference 40+3}
   *
   * @param angleRadians 0 to a full circle, from the bow or from north
   * @param reference 0 true, from north; 1 magnetic north; 2 apparent; 3 true over ground, from the
   *     bow; 4 true over water, from the bow
   */
  record Wind(
      OptionalInt sid,
      OptionalDouble speedMetresPerSecond,
      OptionalDouble angleRadians,
      OptionalInt reference)
      implements EnvironmentGroup {
    static Wind decode(Payload in) {
      return new Wind(
          in.code(0, 8), in.unsigned(8, 16, 100), in.unsigned(24, 16, 1e4), in.code(40, 3));
    }
  }

  /** 130310. {@code sid 0+8 | water 8+16, 0.01 K | air 24+16, 0.01 K | pressure 40+16, 100 Pa} */
  record Outside(
      OptionalInt sid,
      OptionalDouble waterKelvins,
      OptionalDouble airKelvins,
      OptionalDouble pressurePascals)
      implements EnvironmentGroup {
    static Outside decode(Payload in) {
      return new Outside(
          in.code(0, 8),
          in.unsigned(8, 16, 100),
          in.unsigned(24, 16, 100),
          in.unsignedTimes(40, 16, 100));
    }
  }

  /**
   * 130311. {@code sid 0+8 | sources 8+6, 14+2 | 16+16, 0.01 K | 32+16s, 0.004 % | 48+16, 100 Pa}
   */
  record Conditions(
      OptionalInt sid,
      OptionalInt temperatureSource,
      OptionalInt humiditySource,
      OptionalDouble kelvins,
      OptionalDouble humidityPercent,
      OptionalDouble pressurePascals)
      implements EnvironmentGroup {
    static Conditions decode(Payload in) {
      return new Conditions(
          in.code(0, 8),
          in.code(8, 6),
          in.code(14, 2),
          in.unsigned(16, 16, 100),
          in.signed(32, 16, 250),
          in.unsignedTimes(48, 16, 100));
    }
  }

  /**
   * 130312 and, finer, 130316. {@code sid 0+8 | instance 8+8 | source 16+8 | actual 24+16, 0.01 K |
   * set 40+16}; 130316: {@code actual 24+24, 0.001 K | set 48+16, 0.1 K}
   */
  record Temperature(
      OptionalInt sid,
      OptionalInt instance,
      OptionalInt source,
      OptionalDouble kelvins,
      OptionalDouble setKelvins)
      implements EnvironmentGroup {
    static Temperature decode(Payload in) {
      return new Temperature(
          in.code(0, 8),
          in.code(8, 8),
          in.code(16, 8),
          in.unsigned(24, 16, 100),
          in.unsigned(40, 16, 100));
    }

    static Temperature decodeFine(Payload in) {
      return new Temperature(
          in.code(0, 8),
          in.code(8, 8),
          in.code(16, 8),
          in.unsigned(24, 24, 1000),
          in.unsigned(48, 16, 10));
    }
  }

  /** 130313. {@code sid 0+8 | instance 8+8 | source 16+8 | actual 24+16s, 0.004 % | set 40+16s} */
  record Humidity(
      OptionalInt sid,
      OptionalInt instance,
      OptionalInt source,
      OptionalDouble percent,
      OptionalDouble setPercent)
      implements EnvironmentGroup {
    static Humidity decode(Payload in) {
      return new Humidity(
          in.code(0, 8),
          in.code(8, 8),
          in.code(16, 8),
          in.signed(24, 16, 250),
          in.signed(40, 16, 250));
    }
  }

  /** 130314. {@code sid 0+8 | instance 8+8 | source 16+8 | pressure 24+32s, 0.1 Pa} */
  record Pressure(OptionalInt sid, OptionalInt instance, OptionalInt source, OptionalDouble pascals)
      implements EnvironmentGroup {
    static Pressure decode(Payload in) {
      return new Pressure(in.code(0, 8), in.code(8, 8), in.code(16, 8), in.signed(24, 32, 10));
    }
  }

  /** 130315, what a regulator is set to. {@code as 130314, the pressure 24+32 unsigned} */
  record SetPressure(
      OptionalInt sid, OptionalInt instance, OptionalInt source, OptionalDouble pascals)
      implements EnvironmentGroup {
    static SetPressure decode(Payload in) {
      return new SetPressure(in.code(0, 8), in.code(8, 8), in.code(16, 8), in.unsigned(24, 32, 10));
    }
  }
}
