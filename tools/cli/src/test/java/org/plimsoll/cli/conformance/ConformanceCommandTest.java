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
  void passesACorpusThatAgrees() {
    Console run = Console.run("conformance", OWN.resolve("sound").toString());
    assertThat(run.out())
        .isEqualTo(
            """
                            records   agreed  disagreed  skipped     fields   agreed %  family %   gate %
            0183-own.jsonl        4        3          0        1         16    100.000   100.000     99.9  passed

            0183-own.jsonl
              skipped: unsupported, passed on as such (1)

            4 records: 3 agreed, 0 disagreed, 1 skipped; every file passed its gate
            """);
    assertThat(run.code()).isZero();
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
