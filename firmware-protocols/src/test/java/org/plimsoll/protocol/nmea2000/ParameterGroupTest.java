package org.plimsoll.protocol.nmea2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder.Form;
import org.plimsoll.vocabulary.Reading;

class ParameterGroupTest {

  private final StreamContract<BusReport> contract =
      new StreamContract<>(() -> new Nmea2000Decoder(Form.TEXT)::feed);

  static Stream<String> captures() {
    return Captures.lines("nmea2000/messages.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheCaptures(String line) {
    String[] parts = line.split("\\|", -1);
    List<Decoded<BusReport>> decoded = contract.decode(ascii(parts[0] + "\r\n"));
    assertThat(decoded).hasSize(1);
    assertThat(meaning(decoded.get(0))).isEqualTo(parts[1] + "|" + parts[2]);
  }

  @Test
  void everyKindHasACapture() {
    List<String> kinds =
        Stream.of(ParameterGroup.class.getPermittedSubclasses())
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .toList();
    List<String> captured =
        captures().map(line -> line.split("\\|", -1)[1].split("\\[")[0]).distinct().toList();
    assertThat(captured).containsAll(kinds);
  }

  private static String meaning(Decoded<BusReport> decoded) {
    if (decoded instanceof Unsupported<BusReport> unsupported) {
      return "unsupported " + unsupported.what() + "|";
    }
    if (decoded instanceof Malformed<BusReport> malformed) {
      return "malformed " + malformed.reason() + "|";
    }
    BusReport report = ((Value<BusReport>) decoded).value();
    String group =
        report
            .group()
            .toString()
            .replaceAll("Optional(Int|Double)\\.empty", "-")
            .replaceAll("Optional(Int|Double)\\[([^]]*)\\]", "$2");
    return group
        + "|"
        + report.readings().stream()
            .map(ParameterGroupTest::meaning)
            .collect(Collectors.joining(", "));
  }

  private static String meaning(Reading reading) {
    String value =
        reading.value().isPresent()
            ? String.format(Locale.ROOT, "%.8g", reading.value().getAsDouble())
            : "none";
    return reading.quantity().path() + " " + value + " " + reading.quality();
  }
}
