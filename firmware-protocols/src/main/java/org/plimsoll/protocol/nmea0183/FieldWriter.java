package org.plimsoll.protocol.nmea0183;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Writes the fields of one sentence, each with its comma; an absent value is an empty field. */
final class FieldWriter {

  private static final String RESERVED = "!$*,\\^~";
  private static final int MINUTE_DECIMALS = 5;
  private static final int PLAIN_DECIMALS = 5;
  private static final int NANOS_PER_HUNDREDTH = 10_000_000;

  private final StringBuilder out = new StringBuilder(SentenceWriter.MAX_LENGTH);

  FieldWriter(String address) {
    out.append('$').append(address);
  }

  FieldWriter letter(char letter) {
    out.append(',').append(letter);
    return this;
  }

  FieldWriter code(Optional<Character> code) {
    out.append(',');
    code.ifPresent(out::append);
    return this;
  }

  FieldWriter none(int fields) {
    out.append(",".repeat(fields));
    return this;
  }

  FieldWriter number(OptionalDouble value, int decimals) {
    out.append(',');
    value.ifPresent(v -> out.append(decimal(v, decimals).toPlainString()));
    return this;
  }

  /** A number with as many decimals as it has, at most five. */
  FieldWriter plain(OptionalDouble value) {
    out.append(',');
    value.ifPresent(
        v -> {
          BigDecimal decimal = decimal(v, PLAIN_DECIMALS).stripTrailingZeros();
          out.append(decimal.signum() == 0 ? "0" : decimal.toPlainString());
        });
    return this;
  }

  FieldWriter integer(OptionalInt value, int digits) {
    return value.isPresent() ? integer(value.getAsInt(), digits) : none(1);
  }

  FieldWriter integer(int value, int digits) {
    out.append(',');
    padded(value, digits);
    return this;
  }

  FieldWriter text(String text) {
    out.append(',');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '}' || RESERVED.indexOf(c) >= 0) {
        out.append('^').append(String.format(Locale.ROOT, "%02X", c > 0xFF ? '?' : (int) c));
      } else {
        out.append(c);
      }
    }
    return this;
  }

  FieldWriter time(Optional<LocalTime> time) {
    out.append(',');
    time.ifPresent(
        t -> {
          padded(t.getHour(), 2);
          padded(t.getMinute(), 2);
          padded(t.getSecond(), 2);
          out.append('.');
          padded(t.getNano() / NANOS_PER_HUNDREDTH, 2);
        });
    return this;
  }

  /** {@code ddmmyy}. */
  FieldWriter date(Optional<LocalDate> date) {
    out.append(',');
    date.ifPresent(
        d -> {
          padded(d.getDayOfMonth(), 2);
          padded(d.getMonthValue(), 2);
          padded(d.getYear() % 100, 2);
        });
    return this;
  }

  /** Day, month and year as three fields. */
  FieldWriter fullDate(Optional<LocalDate> date) {
    if (date.isEmpty()) {
      return none(3);
    }
    LocalDate d = date.get();
    return integer(d.getDayOfMonth(), 2).integer(d.getMonthValue(), 2).integer(d.getYear(), 4);
  }

  FieldWriter position(Optional<Position> position) {
    if (position.isEmpty()) {
      return none(4);
    }
    Position at = position.get();
    angle(at.latitudeDegrees(), 2, 'N', 'S');
    angle(at.longitudeDegrees(), 3, 'E', 'W');
    return this;
  }

  FieldWriter variation(OptionalDouble degrees) {
    if (degrees.isEmpty()) {
      return none(2);
    }
    double value = degrees.getAsDouble();
    return number(OptionalDouble.of(Math.abs(value)), 1).letter(value < 0 ? 'W' : 'E');
  }

  /** The whole sentence with checksum, CR and LF. */
  String finish() {
    int sum = 0;
    for (int i = 1; i < out.length(); i++) {
      sum ^= out.charAt(i);
    }
    return out.append(String.format(Locale.ROOT, "*%02X\r\n", sum)).toString();
  }

  private void angle(double degrees, int degreeDigits, char positive, char negative) {
    BigDecimal minutes = decimal(Math.abs(degrees) * 60, MINUTE_DECIMALS);
    BigDecimal[] parts = minutes.divideAndRemainder(BigDecimal.valueOf(60));
    out.append(',');
    padded(parts[0].intValue(), degreeDigits);
    if (parts[1].compareTo(BigDecimal.TEN) < 0) {
      out.append('0');
    }
    out.append(parts[1].setScale(MINUTE_DECIMALS, RoundingMode.UNNECESSARY).toPlainString());
    letter(degrees < 0 ? negative : positive);
  }

  private static BigDecimal decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  private void padded(int value, int digits) {
    String text = Integer.toString(Math.abs(value));
    if (value < 0) {
      out.append('-');
    }
    out.append("0".repeat(Math.max(0, digits - text.length()))).append(text);
  }
}
