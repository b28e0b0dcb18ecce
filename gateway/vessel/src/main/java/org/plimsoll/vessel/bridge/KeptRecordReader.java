package org.plimsoll.vessel.bridge;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.naval.departure.DepartureRecord.Moment;
import org.plimsoll.naval.departure.Figure;
import org.plimsoll.naval.departure.Finding;

/** Reads a kept record back from its JSON, every decimal as it was frozen. Stateless. */
final class KeptRecordReader {

  private KeptRecordReader() {}

  /** The record; empty when a field is not what the gateway writes. */
  static Optional<DepartureRecord> read(String json) {
    try {
      JsonObject record = new JsonObject(json);
      @Nullable Integer persons = record.getInteger("persons");
      return Optional.of(
          new DepartureRecord(
              Moment.valueOf(text(record, "moment")),
              text(record, "vessel"),
              text(record, "voyage"),
              Instant.parse(text(record, "at")),
              text(record, "method"),
              persons == null ? OptionalInt.empty() : OptionalInt.of(persons),
              figures(record),
              findings(record)));
    } catch (IllegalArgumentException
        | DateTimeException
        | ClassCastException
        | DecodeException e) {
      return Optional.empty();
    }
  }

  private static List<Figure> figures(JsonObject record) {
    List<Figure> figures = new ArrayList<>();
    for (JsonObject figure : objects(record, "figures")) {
      figures.add(
          new Figure(
              Figure.Group.valueOf(text(figure, "group")),
              text(figure, "name"),
              new BigDecimal(text(figure, "value")),
              Figure.Unit.valueOf(text(figure, "unit")),
              Optional.ofNullable(figure.getString("u95")).map(BigDecimal::new)));
    }
    return figures;
  }

  private static List<Finding> findings(JsonObject record) {
    List<Finding> findings = new ArrayList<>();
    for (JsonObject finding : objects(record, "findings")) {
      findings.add(
          new Finding(
              text(finding, "check"),
              Finding.Outcome.valueOf(text(finding, "outcome")),
              text(finding, "text")));
    }
    return findings;
  }

  private static List<JsonObject> objects(JsonObject record, String name) {
    @Nullable JsonArray array = record.getJsonArray(name);
    if (array == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static String text(JsonObject object, String name) {
    @Nullable String text = object.getString(name);
    if (text == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return text;
  }
}
