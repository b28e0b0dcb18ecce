package org.plimsoll.cli.tool;

import org.plimsoll.simulator.Fault;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A fault of a sensor: {@code draught.aft.port:freeze@30s}. */
final class FaultOption implements ITypeConverter<Fault> {

  @Override
  public Fault convert(String text) {
    Fault.Parsed parsed = Fault.parse(text);
    if (parsed instanceof Fault.Parsed.Invalid invalid) {
      throw new TypeConversionException(invalid.reason());
    }
    return ((Fault.Parsed.Valid) parsed).fault();
  }
}
