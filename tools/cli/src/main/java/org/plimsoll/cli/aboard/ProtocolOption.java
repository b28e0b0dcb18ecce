package org.plimsoll.cli.aboard;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.plimsoll.cli.frame.RecordedProtocol;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A protocol as it is written on a command line: {@code nmea2000-ngt1}. */
final class ProtocolOption implements ITypeConverter<RecordedProtocol> {

  @Override
  public RecordedProtocol convert(String text) {
    return Arrays.stream(RecordedProtocol.values())
        .filter(protocol -> protocol.word().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + all()));
  }

  private static String all() {
    return Arrays.stream(RecordedProtocol.values())
        .map(RecordedProtocol::word)
        .collect(Collectors.joining(", "));
  }
}
