package org.plimsoll.vessel.mapping;

import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterEncoding;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.Table;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * One measuring point behind Modbus registers.
 *
 * @param request what to ask for; a value of several registers is read in one request
 * @param encoding how the registers hold the value
 * @param quantity what it means
 * @param scaling to the quantity's unit
 */
public record RegisterPoint(
    ReadRegisters request, RegisterEncoding encoding, Quantity quantity, Scaling scaling) {

  /** Reads one entry of {@code points}. */
  public static RegisterPoint read(Section section) {
    Quantity quantity = MappedQuantity.read(section);
    RegisterEncoding encoding = section.choice("encoding", RegisterEncoding.class);
    ReadRegisters request =
        new ReadRegisters(
            section.integer("unit", 1, 247),
            section.choice("table", Table.class, Table.HOLDING),
            section.integer("address", 0, 65535 - 3),
            encoding.words());
    return new RegisterPoint(request, encoding, quantity, Scaling.read(section, quantity));
  }

  /**
   * The reading in an answer to {@link #request()}; invalid if the device refused, or said that it
   * has no value.
   */
  public Reading reading(RegisterResponse response) {
    OptionalDouble raw = OptionalDouble.empty();
    if (response.outcome() instanceof RegisterResponse.Registers registers) {
      raw = encoding.decode(registers.words(), 0);
    }
    return scaling.reading(quantity, raw, Quality.GOOD);
  }
}
