package org.plimsoll.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cli.Console;

class ConformanceCommandTest {

  private static final Path OWN = Path.of("src/test/resources/conformance");

  @TempDir Path directory;

  @Test
  void reportsWhatAgreedWhatDidNotAndWhatWasNotCompared() {
    Console run = Console.run("conformance", OWN.resolve("corpus").toString());
    assertThat(run.out())
        .isEqualTo(
            """
                                  records   agreed  disagreed  skipped     fields   agreed %  family %   gate %
            0183-own.jsonl              6        1          2        3          7     33.333    33.333     99.9  FAILED
            modbus-rtu-own.jsonl        1        1          0        0          1    100.000   100.000    100.0  passed
            smoke-signals.jsonl         2        0          0        2          0      0.000     0.000    100.0  FAILED

            0183-own.jsonl
              skipped: not a record (2), kind session (1)
              fields not compared: HDT.colour (1)
              own#2 heading_true_deg: expected 187.6, got 187.5
              own#3 sentence: expected RMC, got malformed CHECKSUM: $GPRMC,101500.00,A,5330.0000,N,00000.000... sums to 2d

            smoke-signals.jsonl
              skipped: no decoder (2)

            9 records: 2 agreed, 2 disagreed, 5 skipped; 2 of 3 files failed
            """);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void everyProtocolAgreesWithItsOwnRecords() {
    Console run = Console.run("conformance", OWN.resolve("sound").toString());
    assertThat(run.out())
        .startsWith(
            """
                                         records   agreed  disagreed  skipped     fields   agreed %  family %   gate %
            0183-own.jsonl                     3        3          0        0         21    100.000   100.000     99.9  passed
            ais-own.jsonl                      3        3          0        0         42    100.000   100.000     99.9  passed
            iec450-own.jsonl                   1        1          0        0          6    100.000   100.000    100.0  passed
            modbus-rtu-own.jsonl               4        4          0        0          8    100.000   100.000    100.0  passed
            n2k-ngt1-own.jsonl                 1        1          0        0          7    100.000   100.000    100.0  passed
            n2k-own.jsonl                      3        3          0        0         20    100.000   100.000     99.9  passed
            stream-corruption-own.jsonl        1        1          0        0          4    100.000   100.000    100.0  passed
            stream-gpsd-own.jsonl              2        2          0        0         18    100.000   100.000    100.0  passed
            tagblock-own.jsonl                 1        1          0        0          2    100.000   100.000    100.0  passed
            ubx-own.jsonl                      3        3          0        0         45    100.000   100.000    100.0  passed
            weigh-ascii-own.jsonl              1        1          0        0          2    100.000   100.000    100.0  passed
            weigh-mtsics-own.jsonl             2        2          0        0          4    100.000   100.000    100.0  passed
            weigh-toledo-own.jsonl             1        1          0        0          7    100.000   100.000    100.0  passed
            """)
        .endsWith("26 records: 26 agreed, 0 disagreed, 0 skipped; every file passed its gate\n");
    assertThat(run.code()).isZero();
  }

  /** The same records, each with one expectation that is off. */
  @Test
  void everyProtocolFindsASingleWrongField() {
    Console run = Console.run("conformance", OWN.resolve("wrong").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "own#1 heading_true_deg: expected 188.5, got 187.5",
            "own#2 mode: expected \"not A\", got A",
            "own#3 sats: expected",
            "ais#1 radio: expected 8, got 7",
            "udp#1 heading_true_deg: expected 187.6, got 187.5",
            "rtu#1 registers: expected [0,16616], got [16616, 0]",
            "rtu#2 value: expected 8.25, got 7.25",
            "rtu#3 s16: expected 1235, got 1234.0",
            "rtu#4 exception: expected 3, got 2",
            "ngt#1 ngt_ts_ms: expected 1235, got 1234",
            "n2k#1 data: expected \"ff5c3dff7fff7ffd\", got 005c3dff7fff7ffd",
            "n2k#3 Heading.Heading: expected 91.0, got 90.0",
            "stream#1 sentence 0: expected Value",
            "gpsd#1 2026-11-12T10:00:00.000Z track: expected 91.0, got 90.0",
            "tag#1 tag c: expected \"not 1700000000\", got 1700000000",
            "ubx#1 len: expected 93, got 92",
            "ubx#2 health: expected 2, got 1",
            "ubx#3 extension_01: expected , got PROTVER=18",
            "sics#1 weight: expected 13.5, got 12.5",
            "sics#2 error: expected BELOW_RANGE, got ABOVE_RANGE",
            "ascii#1 weight: expected 193.21, got 192.21",
            "toledo#1 motion: expected true, got false")
        .endsWith("23 records: 0 agreed, 23 disagreed, 0 skipped; 13 of 13 files failed\n");
  }

  @Test
  void aLowGateForgivesDisagreementsButNoSilence() throws IOException {
    Files.writeString(
        directory.resolve("0183-half.jsonl"),
        """
        {"id":"a","kind":"ok","input":"$HEHDT,187.5,T*24","fmt":"HDT","norm":{"heading_true_deg":187.5}}
        {"id":"b","kind":"ok","input":"$HEHDT,187.5,T*24","fmt":"HDT","norm":{"heading_true_deg":187.6}}
        """);
    assertThat(codeOf("--gate", "50", directory.toString())).isZero();
    assertThat(codeOf("--gate", "50.1", directory.toString())).isEqualTo(1);

    Path silent =
        Files.writeString(directory.resolve("smoke.jsonl"), "{\"id\":\"a\",\"kind\":\"ok\"}");
    assertThat(codeOf("--gate", "0", directory.toString())).isEqualTo(1);
    Files.writeString(silent, "{broken");
    assertThat(codeOf("--gate", "0", directory.toString())).isEqualTo(1);
    Files.writeString(silent, "");
    assertThat(codeOf("--gate", "0", directory.toString())).isEqualTo(1);
  }

  @Test
  void nothingMayBeMadeOfWhatMustBeRefusedWhateverTheGate() throws IOException {
    Files.writeString(
        directory.resolve("0183-refused.jsonl"),
        """
        {"id":"a","kind":"ok","input":"$HEHDT,187.5,T*24","fmt":"HDT","norm":{"heading_true_deg":187.5}}
        {"id":"b","kind":"error","input":"$HEHDT,187.5,T*24","peer_error":"checksum does not match"}
        """);
    assertThat(codeOf("--gate", "0", directory.toString())).isEqualTo(1);
  }

  @Test
  void theSameAsOneObject() {
    Console run = Console.run("conformance", "--json", OWN.resolve("corpus").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\n  \"passed\" : false,")
        .contains(
            "\"file\" : \"smoke-signals.jsonl\"",
            "\"no decoder\" : 2",
            "\"HDT.colour\" : 1",
            "\"expected\" : \"187.6\"");
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(codeOf()).isEqualTo(2);
    assertThat(codeOf(directory.resolve("absent").toString())).isEqualTo(2);
    assertThat(codeOf(directory.toString())).as("no files").isEqualTo(2);
    assertThat(codeOf("--gate", "101", OWN.resolve("sound").toString())).isEqualTo(2);
  }

  private static int codeOf(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "conformance";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Console.run(all).code();
  }
}
