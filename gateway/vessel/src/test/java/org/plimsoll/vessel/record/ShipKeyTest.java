package org.plimsoll.vessel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.Problem;

class ShipKeyTest {

  private static final String PRIVATE = FrozenFerry.KEY.split(" ")[0];
  private static final String PUBLIC = FrozenFerry.KEY.split(" ")[1];

  @TempDir Path directory;

  /** RFC 8032, section 7.1, test 1: the signature of no byte at all. */
  @Test
  void theKeyOfTheStandardSignsAsItsStandardSays() {
    ShipKey key = FrozenFerry.key();
    assertThat(key.publicKey()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assertThat(key.sign(""))
        .isEqualTo(
            "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw");
    assertThat(key.line()).isEqualTo(FrozenFerry.KEY);
  }

  @Test
  void aMadeKeyIsReadBackAndNobodyElses() {
    ShipKey made = ShipKey.make();
    ShipKey read = ShipKey.read(made.line() + "\n").orElseThrow();
    assertThat(made.publicKey()).matches("[A-Za-z0-9_-]{43}");
    assertThat(read.publicKey()).isEqualTo(made.publicKey());
    assertThat(read.sign("text")).isEqualTo(made.sign("text")).matches("[A-Za-z0-9_-]{86}");
    assertThat(ShipKey.make().publicKey()).isNotEqualTo(made.publicKey());
    assertThat(made.toString()).doesNotContain(made.line().split(" ")[0]);
  }

  static Stream<String> noKeys() {
    return Stream.of(
        "",
        PRIVATE,
        PUBLIC + " " + PRIVATE,
        PRIVATE + " " + PUBLIC + " more",
        PRIVATE + " " + ShipKey.make().publicKey(),
        PRIVATE + " " + PUBLIC.substring(1),
        PRIVATE + " " + PUBLIC + "AA",
        PRIVATE.substring(4) + " " + PUBLIC,
        "hunter2 hunter2",
        "-----BEGIN PRIVATE KEY-----",
        // A key of X25519, which signs nothing.
        "MC4CAQAwBQYDK2VuBCIEIHcHbQpzGKV9PBbBclGyZkXfTC+H68CZKrF3+6UduSwq " + PUBLIC);
  }

  @ParameterizedTest
  @MethodSource("noKeys")
  void whatIsNoKeyIsNotRead(String line) {
    assertThat(ShipKey.read(line)).isEmpty();
  }

  @Test
  void theConfigurationNamesItsFile() throws Exception {
    Files.writeString(directory.resolve("ship.key"), FrozenFerry.KEY + "\n");
    ConfigFile file = config("records: {signing-key: file:ship.key}");
    RecordsConfig config = RecordsConfig.read(file.root(), directory.resolve("outbox"));
    assertThat(file.finish()).isEmpty();
    assertThat(config.key().orElseThrow().publicKey()).isEqualTo(PUBLIC);
    assertThat(config.directory()).isEqualTo(directory.resolve("records"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"x: | records", "records: {directory: elsewhere} | elsewhere"})
  void withoutAKeyNothingIsSigned(String yaml, String place) {
    ConfigFile file = config(yaml);
    file.root().has("x");
    RecordsConfig config = RecordsConfig.read(file.root(), directory.resolve("outbox"));
    assertThat(file.finish()).isEmpty();
    assertThat(config).isEqualTo(new RecordsConfig(directory.resolve(place), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "file:absent.key | 'absent.key' cannot be read",
        "file:empty.key  | 'empty.key' is empty",
        "file:bad.key    | the file holds no key of a ship",
        "hunter2         | a secret does not stand in the configuration"
      })
  void aKeyThatCannotBeUsedIsNamedAndNeverShown(String value, String words) throws Exception {
    Files.writeString(directory.resolve("empty.key"), "\n");
    Files.writeString(directory.resolve("bad.key"), "hunter2\n");
    ConfigFile file = config("records:\n  signing-key: " + value);
    RecordsConfig config = RecordsConfig.read(file.root(), directory.resolve("outbox"));
    assertThat(config.key()).isEmpty();
    List<Problem> problems = file.finish();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).render())
        .contains("vessel.yaml:2:16", "signing-key", words)
        .doesNotContain("hunter2");
    assertThat(problems.get(0).help()).containsAnyOf("./plimsoll key FILE", "file:PATH");
  }

  private ConfigFile config(String yaml) {
    return ConfigFile.of("vessel.yaml", yaml, directory);
  }
}
