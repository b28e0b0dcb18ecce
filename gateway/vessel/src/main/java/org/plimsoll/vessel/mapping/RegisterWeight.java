package org.plimsoll.vessel.mapping;

import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.weighing.LaumasRegisters;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * A weighing transmitter behind registers: status and weight in one request.
 *
 * @param registers what its display is set to
 * @param point what is weighed
 */
public record RegisterWeight(ReadRegisters request, LaumasRegisters registers, WeightPoint point)
    implements PolledPoint {

  /** Its name among the register profiles. */
  static final String PROFILE = "laumas";

  static RegisterWeight read(Section section, int unit) {
    return new RegisterWeight(
        LaumasRegisters.request(unit),
        new LaumasRegisters(section.integer("decimals", 0, 5), DisplayUnit.read(section)),
        WeightPoint.read(section));
  }

  @Override
  public Quantity quantity() {
    return point.quantity();
  }

  @Override
  public Reading reading(RegisterResponse response) {
    return response.outcome() instanceof RegisterResponse.Registers words
        ? point.reading(registers.weight(words))
        : Reading.invalid(quantity());
  }
}
