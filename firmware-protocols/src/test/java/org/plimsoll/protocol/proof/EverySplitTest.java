package org.plimsoll.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder;
import org.plimsoll.protocol.weighing.IndicatorProfile;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoSetting;

/** Every split point of every capture gives the same output. */
@Tag("slow")
class EverySplitTest {

  /** Who reads the captures of a file; the file has as many as {@code captures} gives. */
  private record Row(Supplier<List<byte[]>> captures, Supplier<List<Contract<?>>> readers) {}

  private static final Map<String, Row> FILES =
      Map.of(
          "casic/frames.txt",
          new Row(BusTargets::casic, () -> List.of(Lines.gnss())),
          "nmea0183/sentences.txt",
          new Row(SentenceTargets::sentences, EverySplitTest::sentenceReaders),
          "ais/messages.txt",
          new Row(SentenceTargets::ais, () -> List.of(Lines.ais())),
          "ubx/frames.txt",
          new Row(BusTargets::ubx, () -> List.of(Lines.gnss())),
          "nmea2000/messages.txt",
          new Row(
              () -> Stream.concat(BusTargets.lines().stream(), BusTargets.ngt1().stream()).toList(),
              () ->
                  List.of(
                      Lines.bus(Nmea2000Decoder.Form.TEXT, Lines.PCDIN),
                      Lines.bus(Nmea2000Decoder.Form.NGT_1, Lines.NGT_1))),
          "modbus/exchanges.txt",
          new Row(ModbusTargets::answers, () -> List.of(Lines.modbus())),
          "weighing/mt-sics.txt",
          new Row(WeighingTargets::mtSics, () -> List.of(Lines.mtSics(), Lines.mtSicsReplies())),
          "weighing/toledo.txt",
          new Row(WeighingTargets::toledo, EverySplitTest::toledoReaders),
          "weighing/indicators.txt",
          new Row(
              WeighingTargets::prints,
              () -> Lines.families().stream().map(EverySplitTest::indicator).toList()));

  static Stream<String> files() {
    return FILES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void chunkingDoesNotMatter(String file) {
    Row row = FILES.get(file);
    List<byte[]> captures = row.captures().get();
    assertThat(captures).hasSizeGreaterThanOrEqualTo(Captures.lines(file).size());
    for (Contract<?> reader : row.readers().get()) {
      int outcomes = 0;
      for (byte[] capture : captures) {
        outcomes += reader.checkEverySplit(capture);
      }
      assertThat(outcomes).isGreaterThanOrEqualTo(captures.size());
    }
  }

  @Test
  void noCaptureIsLeftOut() throws IOException, URISyntaxException {
    Path resources =
        Path.of(EverySplitTest.class.getResource("/nmea0183/sentences.txt").toURI())
            .getParent()
            .getParent();
    try (Stream<Path> files = Files.walk(resources)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".txt"))
                  .map(file -> resources.relativize(file).toString())
                  .filter(file -> file.contains("/") && !file.startsWith("fuzz/"))
                  .collect(Collectors.toSet()))
          .isEqualTo(FILES.keySet());
    }
  }

  private static List<Contract<?>> sentenceReaders() {
    return List.of(
        Lines.sentences(ChecksumPolicy.REQUIRED),
        Lines.sentences(ChecksumPolicy.NEVER_SENT),
        Lines.tagged(),
        Lines.gnss());
  }

  private static List<Contract<?>> toledoReaders() {
    return List.of(
        Lines.toledo(ToledoChecksum.SENT, ToledoSetting.Layout.WITH_TARE),
        Lines.toledo(ToledoChecksum.NOT_SENT, ToledoSetting.Layout.WITHOUT_TARE));
  }

  private static Contract<?> indicator(IndicatorProfile profile) {
    return Lines.indicator(profile);
  }
}
