package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.nmea0183.FieldNumbersTest.assertFault;
import static org.plimsoll.protocol.nmea0183.FieldNumbersTest.bothPlaces;
import static org.plimsoll.protocol.nmea0183.FieldNumbersTest.fields;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Reason;

/** Positions, and numbers whose side a letter says. */
class FieldAnglesTest {

  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
  private static final String LONGITUDE = "12311.12,W";

  /** As many digits before and behind the point as any device writes, and some more. */
  @Test
  void readsAnglesOfEveryWidth() {
    String digits = "123456789012";
    for (String degrees : new String[] {"", "0", "00", "5", "05", "59", "159", "0159", "17959"}) {
      assertLongitude(degrees);
      for (int decimals = 0; decimals <= digits.length(); decimals++) {
        assertLongitude(degrees + "." + digits.substring(0, decimals));
      }
    }
    for (String zeros : new String[] {"0", "00", "000", "0000"}) {
      assertLongitude(zeros + "4916.45");
    }
  }

  private static void assertLongitude(String text) {
    if (text.isEmpty() || text.equals(".")) {
      return;
    }
    BigDecimal said = new BigDecimal(text);
    BigDecimal[] parts = said.divideAndRemainder(BigDecimal.valueOf(100));
    BigDecimal minutes = parts[1].divide(BigDecimal.valueOf(60), MathContext.DECIMAL64);
    double angle = parts[0].add(minutes).doubleValue();
    for (Fields fields : bothPlaces("4916.45,N," + text + ",E")) {
      fields.checkPosition(1);
      assertThat(fields.fault()).as(text).isNull();
      assertThat(fields.latitude()).as(text).isEqualTo(49 + 16.45 / 60);
      assertThat(fields.longitude()).as(text).isCloseTo(angle, ROUNDING);
    }
    for (Fields fields : bothPlaces("4916.45,S," + text + ",W")) {
      fields.checkPosition(1);
      assertThat(fields.latitude()).as(text).isEqualTo(-49 - 16.45 / 60);
      assertThat(fields.longitude()).as(text).isCloseTo(-angle, ROUNDING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9000.00, 90",
    "9000, 90",
    "8960.00, 90",
    "8960, 90",
    "4960.000000000, 50",
    "0000.00, 0",
    "' 4930.00', 49.5",
    "+4930.00, 49.5",
    "4930.0000000000, 49.5",
    "-0.0, 0",
    "30, 0.5"
  })
  void takesLatitudes(String text, double degrees) {
    for (Fields fields : bothPlaces(text + ",N," + LONGITUDE)) {
      fields.check("p");
      assertThat(fields.fault()).isNull();
      assertThat(fields.latitude()).isEqualTo(degrees);
      assertThat(fields.longitude()).isEqualTo(-123 - 11.12 / 60);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9000.01, RANGE, angle out of range",
    "9001, RANGE, angle out of range",
    "9100.00, RANGE, angle out of range",
    "8960.01, RANGE, angle out of range",
    "4961, RANGE, angle out of range",
    "4999.99, RANGE, angle out of range",
    "-4916.45, RANGE, angle out of range",
    "-4916, RANGE, angle out of range",
    "49x6.45, SYNTAX, not a number",
    "x916.45, SYNTAX, not a number",
    "4916.4x, SYNTAX, not a number",
    "4916.x5, SYNTAX, not a number",
    "4916.4.5, SYNTAX, not a number",
    "4916-45, SYNTAX, not a number",
    "' ', SYNTAX, not an angle",
    "'         ', SYNTAX, not an angle"
  })
  void refusesLatitudes(String text, Reason reason, String why) {
    for (Fields fields : bothPlaces(text + ",N," + LONGITUDE)) {
      fields.check("p");
      assertFault(fields, reason, 1, text, why);
      assertThat(fields.latitude()).isNaN();
      assertThat(fields.longitude()).isNaN();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "18000.00, true",
    "18000.01, false",
    "17960.0, true",
    "17960.1, false",
    "18100, false",
    "9000.01, true",
    "18000, true"
  })
  void aLongitudeReachesFurther(String text, boolean sound) {
    for (Fields fields : bothPlaces("4916.45,N," + text + ",E")) {
      fields.checkPosition(1);
      if (sound) {
        assertThat(fields.fault()).isNull();
        assertThat(fields.longitude()).isGreaterThan(90);
      } else {
        assertFault(fields, Reason.RANGE, 3, text, "angle out of range");
        assertThat(fields.latitude()).as("neither without the other").isNaN();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4916.45, X, neither N nor S",
    "4916.45, E, neither N nor S",
    "4916.45, n, neither N nor S",
    "4916.45, NN, more than one letter",
    "4916.45, SN, more than one letter",
    "4916, X, neither N nor S",
    "4916, NS, more than one letter"
  })
  void refusesSides(String text, String side, String why) {
    for (Fields fields : bothPlaces(text + "," + side + "," + LONGITUDE)) {
      fields.checkPosition(1);
      assertFault(fields, Reason.SYNTAX, 2, side, why);
      assertThat(fields.position(1)).isEmpty();
    }
    for (Fields fields : bothPlaces("4916.45,N,12311.12,N")) {
      fields.checkPosition(1);
      assertFault(fields, Reason.SYNTAX, 4, "N", "neither E nor W");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",N,1.5,E", "1.5,,1.5,E", "1.5,N,,E", "1.5,N,1.5,", "1.5,N,1.5", "", ",,,"})
  void aPositionWithoutOneOfItsFieldsIsAbsent(String row) {
    for (Fields fields : bothPlaces(row)) {
      fields.checkPosition(1);
      assertThat(fields.latitude()).isNaN();
      assertThat(fields.longitude()).isNaN();
      assertThat(fields.position(1)).isEmpty();
      assertThat(fields.fault()).isNull();
    }
  }

  @Test
  void aPositionIsForgottenByTheNext() {
    Fields fields = fields("4930.0,S,12330.0,W,,,,");
    fields.checkPosition(1);
    assertThat(fields.latitude()).isEqualTo(-49.5);
    assertThat(fields.longitude()).isEqualTo(-123.5);
    assertThat(fields.position(1)).contains(new Position(-49.5, -123.5));
    fields.checkPosition(5);
    assertThat(fields.latitude()).isNaN();
    assertThat(fields.longitude()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "'20.3,E', 20.3",
    "'20.3,W', -20.3",
    "'180,E', 180",
    "'180.0,W', -180",
    "'180.1,W', NaN",
    "'-180.1,E', NaN",
    "'20.3,', NaN",
    "',W', NaN",
    "20.3, NaN"
  })
  void aVariationIsEastOrWest(String row, double degrees) {
    for (Fields fields : bothPlaces(row)) {
      assertThat(Double.valueOf(fields.signed(1))).isEqualTo(Double.valueOf(degrees));
      assertThat(fields.variation(1))
          .isEqualTo(Double.isNaN(degrees) ? OptionalDouble.empty() : OptionalDouble.of(degrees));
      assertThat(fields.fault()).isNull();
    }
  }

  @Test
  void aVariationIsRefusedByItsNumberOrItsLetter() {
    Fields fields = fields("x,E");
    fields.check("v");
    assertFault(fields, Reason.SYNTAX, 1, "x", "not a number");
    fields = fields("1,EE");
    fields.check("v");
    assertFault(fields, Reason.SYNTAX, 2, "EE", "more than one letter");
  }

  @ParameterizedTest
  @CsvSource({
    "'1.5,L', -1.5",
    "'1.5,R', 1.5",
    "'1.5,', NaN",
    "',L', NaN",
    "1.5, NaN",
    "'-1.5,L', 1.5"
  })
  void aSideIsASign(String row, double expected) {
    Fields fields = fields(row);
    assertThat(fields.sided(1, 'L'))
        .isEqualTo(Double.isNaN(expected) ? OptionalDouble.empty() : OptionalDouble.of(expected));
    assertThat(fields.fault()).isNull();
  }

  /** As in each sentence of an epoch; read again are only others. */
  @Test
  void aPositionSaidAgainIsTheSame() {
    Fields fields = fields("4916.45,N,12311.12,W");
    fields.checkPosition(1);
    assertPosition(fields, 49 + 16.45 / 60, -123 - 11.12 / 60);
    hear(fields, "A,4916.45,N,12311.12,W");
    fields.checkPosition(2);
    assertPosition(fields, 49 + 16.45 / 60, -123 - 11.12 / 60);
    hear(fields, "4916.45,N,12311.12,E");
    fields.checkPosition(1);
    assertPosition(fields, 49 + 16.45 / 60, 123 + 11.12 / 60);
    hear(fields, "4916.45,N,12311.12");
    fields.checkPosition(1);
    assertPosition(fields, Double.NaN, Double.NaN);
    hear(fields, "4916.45,N,12311.12,E");
    fields.checkPosition(1);
    assertPosition(fields, 49 + 16.45 / 60, 123 + 11.12 / 60);
  }

  @Test
  void aPositionThatWasRefusedIsRefusedAgain() {
    Fields fields = fields("4916.45,N,19311.12,W");
    for (int time = 0; time < 3; time++) {
      hear(fields, "4916.45,N,19311.12,W");
      fields.checkPosition(1);
      assertFault(fields, Reason.RANGE, 3, "19311.12", "angle out of range");
    }
  }

  private static void hear(Fields fields, String row) {
    byte[] bytes = Captures.ascii("$IIROT," + row + "*00");
    fields.split(bytes, 0, bytes.length);
  }

  private static void assertPosition(Fields fields, double latitude, double longitude) {
    assertThat(Double.valueOf(fields.latitude())).isEqualTo(Double.valueOf(latitude));
    assertThat(Double.valueOf(fields.longitude())).isEqualTo(Double.valueOf(longitude));
    assertThat(fields.fault()).isNull();
  }
}
