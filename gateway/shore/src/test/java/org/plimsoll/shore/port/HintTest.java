package org.plimsoll.shore.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {

  /** Columns: declared, certificate, verdict, words. */
  @ParameterizedTest
  @CsvSource({
    "200, 200, PASS, '200 passengers declared, 200 allowed'",
    "201, 200, FAIL, '201 passengers declared, 200 allowed'",
    "0,   200, PASS, '0 passengers declared'",
    "1,   0,   FAIL, '0 allowed'",
    "171, ,    INCONCLUSIVE, 'not told her certificate'",
    ",    200, INCONCLUSIVE, 'nobody has declared'",
    ",    ,    INCONCLUSIVE, 'nobody has declared'",
  })
  void passengersAgainstTheCertificate(
      Integer declared, Integer certificate, Hint.Verdict verdict, String words) {
    Optional<Declaration> persons =
        Optional.ofNullable(declared)
            .map(
                passengers ->
                    new Declaration(
                        Declaration.Subject.PERSONS,
                        1,
                        Declaration.State.SUBMITTED,
                        OptionalInt.of(passengers),
                        OptionalInt.of(28),
                        OptionalInt.empty(),
                        OptionalDouble.empty()));
    OptionalInt most = certificate == null ? OptionalInt.empty() : OptionalInt.of(certificate);
    Hint hint = Hint.ofPassengers(persons, most);
    assertThat(hint.verdict()).isEqualTo(verdict);
    assertThat(hint.text()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.06, PASS, 'list 0.1 degrees to starboard'",
    "-1.0, PASS, 'list 1.0 degrees to port'",
    "1.1,  FAIL, 'list 1.1 degrees to starboard: look there'",
    "-2.5, FAIL, 'list 2.5 degrees to port: look there'",
    ",     INCONCLUSIVE, 'no departure record'",
  })
  void howSheLiesAfterLoading(Double degrees, Hint.Verdict verdict, String words) {
    Hint hint = Hint.ofList(degrees == null ? OptionalDouble.empty() : OptionalDouble.of(degrees));
    assertThat(hint.verdict()).isEqualTo(verdict);
    assertThat(hint.text()).contains(words);
  }
}
