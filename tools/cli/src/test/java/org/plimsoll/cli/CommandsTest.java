package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  @TempDir Path directory;

  @Test
  void helpGoesToStdoutAndIsWell() {
    Console help = Console.run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: plimsoll", "check-config", "decode", "shore");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void aMistypedCommandGetsTheNearestOne() {
    Console typo = Console.run("chek-config", "x.yaml");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.out()).isEmpty();
    assertThat(typo.err())
        .isEqualToNormalizingNewlines(
            "error: unknown command 'chek-config'\ndid you mean: plimsoll check-config\n");
  }

  @Test
  void aMistypedOptionGetsTheNearestOne() {
    Console typo = Console.run("decode", "--cheksum", "required");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.err())
        .contains("unknown option '--cheksum'", "did you mean: plimsoll decode --checksum");
  }

  @Test
  void aMissingCommandIsWrongUsage() {
    assertThat(Console.run().code()).isEqualTo(2);
    assertThat(Console.run("shore").err()).contains("Missing required option: '--config=FILE'");
  }

  @Test
  void checkConfigTellsEveryProblemOfEveryFile() throws IOException {
    Path bad =
        Files.writeString(directory.resolve("a.yaml"), "store:\n  prot: 1\n  mode: embeded\n");
    Path good = Files.writeString(directory.resolve("b.yaml"), "store: {port: 9001}\n");
    Path absent = directory.resolve("c.yaml");
    Path other = Files.writeString(directory.resolve("d.yaml"), "colour: red\n");
    Console check =
        Console.run(
            "check-config", bad.toString(), good.toString(), absent.toString(), other.toString());
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.out())
        .contains("a.yaml:2:3", "a.yaml:3:9", "did you mean 'embedded'?", "a.yaml: 2 errors")
        .contains("b.yaml: shore, no errors")
        .contains("error: there is no such file\n   --> " + absent)
        .contains("error: this is not the configuration of a");
    assertThat(Console.run("check-config", good.toString()).code()).isZero();
  }

  @Test
  void aBadConfigurationEndsTheCommandWithEveryProblem() throws IOException {
    Path bad = Files.writeString(directory.resolve("a.yaml"), "pages: {port: 0x20000}\nx: 1\n");
    Console shore = Console.run("shore", "-c", bad.toString());
    assertThat(shore.code()).isEqualTo(2);
    assertThat(shore.out()).isEmpty();
    assertThat(shore.err()).contains("a.yaml:1:15", "a.yaml:2:1", "a.yaml: 2 errors");
  }

  @Test
  void sentencesBecomeOneObjectEach() throws IOException {
    Path log =
        Files.writeString(
            directory.resolve("log"),
            "$GPHDT,90.0,T*0C\r\n!AIABM,1,1,0,,0,AB,0*59\r\n$GPHDT,91.0,T*0C\r\n");
    Console decode = Console.run("decode", log.toString());
    assertThat(decode.code()).isEqualTo(1);
    assertThat(decode.err()).isEqualTo(log + ": read as nmea0183\n");
    assertThat(decode.out())
        .isEqualTo(
            """
            {"status":"ok","frame":"GPHDT","fields":{"talker":"GP","headingTrueDegrees":90.0},"readings":[{"path":"navigation.headingTrue","value":1.5707963267948966,"unit":"rad","quality":"GOOD"}]}
            {"status":"unsupported","frame":"AIABM"}
            {"status":"malformed","reason":"CHECKSUM","detail":"$GPHDT,91.0,T*0C sums to 0d"}
            """);
  }

  @Test
  void aProtocolMayBeNamed() throws IOException {
    Path log = Files.writeString(directory.resolve("log"), "S S      12.5 kg\r\nS +\r\n");
    Console decode = Console.run("decode", "--protocol", "mt-sics", log.toString());
    assertThat(decode.err()).isEmpty();
    assertThat(decode.code()).isZero();
    assertThat(decode.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(
                        "{\"status\":\"ok\",\"frame\":\"weight\",\"fields\":{\"massKilograms\":12.5,"
                            + "\"motion\":\"STABLE\""),
            line -> assertThat(line).contains("\"massKilograms\":null", "OVERLOAD"));
    Console other = Console.run("decode", "--protocol", "smoke", log.toString());
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .contains("'smoke' is none of nmea0183, iec61162-450, gnss, nmea2000-text");
  }

  @Test
  void anAbsentFileIsNamed() {
    Console decode = Console.run("decode", directory.resolve("absent").toString());
    assertThat(decode.code()).isEqualTo(1);
    assertThat(decode.err())
        .isEqualTo("error: " + directory.resolve("absent") + ": no such file\n");
  }
}
