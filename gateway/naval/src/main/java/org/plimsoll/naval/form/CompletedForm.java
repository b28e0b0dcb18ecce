package org.plimsoll.naval.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A form with its figures, in the order of the lines.
 *
 * @param precision how the figures were kept
 * @param values the lines that apply to this survey
 * @param remarks what was left out, and why
 */
public record CompletedForm(
    Precision precision, Map<FormLine, BigDecimal> values, List<String> remarks) {

  public CompletedForm {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
    remarks = List.copyOf(remarks);
  }

  /** The figure on a line, if the survey has this line. */
  public Optional<BigDecimal> value(FormLine line) {
    return Optional.ofNullable(values.get(line));
  }

  /** The form as plain text: number, title, value, unit and formula, then the remarks. */
  public String print() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (line, value) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-4s %-38s %12s %-7s %s%n",
                    line.number(),
                    line.title(),
                    Precision.REPORTED.keep(value).toPlainString(),
                    line.unit(),
                    line.formula())));
    remarks.forEach(remark -> text.append("     ").append(remark).append(System.lineSeparator()));
    return text.toString();
  }
}
