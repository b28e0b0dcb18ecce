package org.plimsoll.cli.aboard;

import java.util.Locale;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import picocli.CommandLine.ITypeConverter;

/** A checksum policy as it is written in a configuration: {@code never-sent}. */
final class ChecksumOption implements ITypeConverter<ChecksumPolicy> {

  @Override
  public ChecksumPolicy convert(String text) {
    return ChecksumPolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
