package org.plimsoll.cli.terminal;

import java.time.Duration;
import org.plimsoll.configuration.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as it is written in a configuration: {@code 60s}, {@code 10min}. */
final class DurationOption implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return DurationText.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a duration such as 250ms, 60s, 10min or 2h"));
  }
}
