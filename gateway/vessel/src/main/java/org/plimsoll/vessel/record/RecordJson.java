package org.plimsoll.vessel.record;

import java.math.BigDecimal;
import java.util.List;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.naval.departure.Figure;
import org.plimsoll.naval.departure.Finding;

/**
 * A record as canonical JSON (RFC 8785): keys ascending, no white space, decimals as texts so that
 * no machine rounds them. Stateless.
 */
final class RecordJson {

  private RecordJson() {}

  static String write(int number, String by, DepartureRecord record) {
    StringBuilder json = new StringBuilder("{");
    key(json, "at", record.at().toString());
    key(json, "by", by);
    json.append(",\"figures\":[");
    for (int i = 0; i < record.figures().size(); i++) {
      json.append(i == 0 ? "" : ",");
      figure(json, record.figures().get(i));
    }
    json.append("],\"findings\":[");
    for (int i = 0; i < record.findings().size(); i++) {
      json.append(i == 0 ? "" : ",");
      finding(json, record.findings().get(i));
    }
    json.append("]");
    key(json, "method", record.methodVersion());
    json.append(",\"missing\":[");
    List<String> missing = record.missing();
    for (int i = 0; i < missing.size(); i++) {
      json.append(i == 0 ? "" : ",");
      CanonicalJson.text(json, missing.get(i));
    }
    json.append("]");
    key(json, "moment", record.moment().name());
    json.append(",\"number\":").append(number);
    json.append(",\"persons\":")
        .append(record.persons().isPresent() ? record.persons().getAsInt() : "null");
    key(json, "vessel", record.vessel());
    key(json, "voyage", record.voyage());
    return json.append('}').toString();
  }

  private static void figure(StringBuilder json, Figure figure) {
    json.append('{');
    key(json, "group", figure.group().name());
    key(json, "name", figure.name());
    figure.u95().map(BigDecimal::toPlainString).ifPresent(u95 -> key(json, "u95", u95));
    key(json, "unit", figure.unit().name());
    key(json, "value", figure.value().toPlainString());
    json.append('}');
  }

  private static void finding(StringBuilder json, Finding finding) {
    json.append('{');
    key(json, "check", finding.check());
    key(json, "outcome", finding.outcome().name());
    key(json, "text", finding.text());
    json.append('}');
  }

  private static void key(StringBuilder json, String name, String value) {
    json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
    CanonicalJson.text(json, name);
    json.append(':');
    CanonicalJson.text(json, value);
  }
}
