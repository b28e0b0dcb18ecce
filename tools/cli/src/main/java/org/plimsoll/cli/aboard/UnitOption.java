package org.plimsoll.cli.aboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plimsoll.protocol.weighing.MassUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A unit of mass by its symbol: {@code kg}. */
final class UnitOption implements ITypeConverter<MassUnit> {

  @Override
  public MassUnit convert(String text) {
    MassUnit unit = MassUnit.ofSymbol(text.toLowerCase(Locale.ROOT));
    if (unit == null) {
      throw new TypeConversionException("'" + text + "' is none of " + all());
    }
    return unit;
  }

  private static String all() {
    return Arrays.stream(MassUnit.values()).map(MassUnit::symbol).collect(Collectors.joining(", "));
  }
}
