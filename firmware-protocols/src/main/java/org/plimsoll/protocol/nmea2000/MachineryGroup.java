package org.plimsoll.protocol.nmea2000;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Engines, tanks and batteries. Bits as in {@link NavigationGroup}. */
public sealed interface MachineryGroup extends ParameterGroup {

  /**
   * 127488. {@code instance 0+8 | speed 8+16, 1/4 rpm | boost 24+16, 100 Pa | trim 40+8s, %}
   *
   * @param instance 0 the only one or the port one, 1 starboard
   */
  record EngineSpeed(
      OptionalInt instance,
      OptionalDouble revolutionsPerMinute,
      OptionalDouble boostPascals,
      OptionalDouble trimPercent)
      implements MachineryGroup {
    static EngineSpeed decode(Payload in) {
      return new EngineSpeed(
          in.code(0, 8), in.unsigned(8, 16, 4), in.unsignedTimes(24, 16, 100), in.signed(40, 8, 1));
    }
  }

  /**
   * 127489.
   *
   * <pre>
   * instance 0+8 | oil 8+16, 100 Pa | oil 24+16, 0.1 K | coolant 40+16, 0.01 K
   * alternator 56+16s, 0.01 V | fuel 72+16s, 0.1 L/h | hours 88+32, s
   * coolant 120+16, 100 Pa | fuel 136+16, 1000 Pa | status 160+16, 176+16
   * load 192+8s, % | torque 200+8s, %
   * </pre>
   *
   * @param instance 0 the only one or the port one, 1 starboard
   */
  record EngineState(
      OptionalInt instance,
      Oil oil,
      Coolant coolant,
      OptionalDouble alternatorVolts,
      Fuel fuel,
      OptionalDouble runSeconds,
      Load load)
      implements MachineryGroup {
    static EngineState decode(Payload in) {
      return new EngineState(
          in.code(0, 8),
          new Oil(in.unsignedTimes(8, 16, 100), in.unsigned(24, 16, 10)),
          new Coolant(in.unsignedTimes(120, 16, 100), in.unsigned(40, 16, 100)),
          in.signed(56, 16, 100),
          new Fuel(in.signed(72, 16, 10), in.unsignedTimes(136, 16, 1000)),
          in.unsigned(88, 32, 1),
          new Load(in.code(160, 16), in.code(176, 16), in.signed(192, 8, 1), in.signed(200, 8, 1)));
    }
  }

  /** Lubricating oil. */
  record Oil(OptionalDouble pascals, OptionalDouble kelvins) {}

  /** Cooling water. */
  record Coolant(OptionalDouble pascals, OptionalDouble kelvins) {}

  /** Fuel to the engine. */
  record Fuel(OptionalDouble litresPerHour, OptionalDouble pascals) {}

  /**
   * What the engine does and complains of.
   *
   * @param status1 bits: 0 check engine, 1 overheated, 2 low oil pressure, and so on
   * @param status2 bits
   */
  record Load(
      OptionalInt status1,
      OptionalInt status2,
      OptionalDouble loadPercent,
      OptionalDouble torquePercent) {}

  /**
   * 127505. {@code instance 0+4 | type 4+4 | level 8+16s, 0.004 % | capacity 24+32, 0.1 L}
   *
   * @param type 0 fuel, 1 water, 2 grey water, 3 live well, 4 oil, 5 black water, 6 petrol
   */
  record TankLevel(
      OptionalInt instance,
      OptionalInt type,
      OptionalDouble levelPercent,
      OptionalDouble capacityLitres)
      implements MachineryGroup {
    static TankLevel decode(Payload in) {
      return new TankLevel(
          in.code(0, 4), in.code(4, 4), in.signed(8, 16, 250), in.unsigned(24, 32, 10));
    }
  }

  /** 127508. {@code instance 0+8 | volts 8+16s | amperes 24+16s, 0.1 | 40+16, 0.01 K | sid 56+8} */
  record Battery(
      OptionalInt instance,
      OptionalDouble volts,
      OptionalDouble amperes,
      OptionalDouble kelvins,
      OptionalInt sid)
      implements MachineryGroup {
    static Battery decode(Payload in) {
      return new Battery(
          in.code(0, 8),
          in.signed(8, 16, 100),
          in.signed(24, 16, 10),
          in.unsigned(40, 16, 100),
          in.code(56, 8));
    }
  }
}
