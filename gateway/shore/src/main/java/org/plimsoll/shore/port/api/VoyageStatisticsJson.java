package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.port.book.EntryJson;
import org.plimsoll.shore.port.book.Shown;
import org.plimsoll.shore.port.voyage.Figure;
import org.plimsoll.shore.port.voyage.Sailed;
import org.plimsoll.shore.port.voyage.VoyageStatistics;

/** Voyages and what they come to, as JSON; what nobody knows is null. Stateless. */
final class VoyageStatisticsJson {

  private VoyageStatisticsJson() {}

  static ObjectNode of(VoyageStatisticsRequest asked, Shown<VoyageStatistics> shown) {
    VoyageStatistics statistics = shown.what();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("vessel", asked.vessel().text())
            .put("from", asked.from().toString())
            .put("to", asked.to().toString());
    json.set("all", summary(statistics.all()));
    ArrayNode months = json.putArray("months");
    for (VoyageStatistics.Month month : statistics.months()) {
      months.add(summary(month.summary()).put("month", month.month().toString()));
    }
    ArrayNode voyages = json.putArray("voyages");
    statistics.voyages().forEach(voyage -> voyages.add(voyage(voyage)));
    json.set("withheld", EntryJson.withheld(shown.withheld()));
    return json;
  }

  private static ObjectNode summary(VoyageStatistics.Summary of) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("voyages", of.voyages());
    json.set("hours", figure(of.hours()));
    json.set("passengers", figure(of.passengers()));
    json.set("declaredKilograms", figure(of.declaredKilograms()));
    json.set("weighedKilograms", figure(of.weighedKilograms()));
    json.set("measuredKilograms", figure(of.measuredKilograms()));
    return json;
  }

  private static ObjectNode figure(Figure of) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("voyages", of.voyages())
        .put("mean", boxed(of.mean()))
        .put("least", boxed(of.least()))
        .put("most", boxed(of.most()));
  }

  private static ObjectNode voyage(Sailed of) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", of.passage().voyage().orElse(null))
            .put("from", of.from().orElse(null))
            .put("to", of.to().orElse(null))
            .put("departure", text(of.passage().departure()))
            .put("arrival", text(of.passage().arrival()))
            .put("hours", boxed(of.passage().hours()))
            .put("origin", of.passage().origin().map(Enum::name).orElse(null))
            .put(
                "passengers",
                of.passengers().isPresent() ? Integer.valueOf(of.passengers().getAsInt()) : null)
            .put("declaredKilograms", boxed(of.declaredKilograms()))
            .put("weighedKilograms", boxed(of.weighedKilograms()))
            .put("measuredKilograms", boxed(of.measuredKilograms()))
            .put("measuredU95Kilograms", boxed(of.measuredU95Kilograms()))
            .put("verdict", of.verdict().orElse(null));
    ArrayNode remarks = json.putArray("remarks");
    of.remarks().forEach(remarks::add);
    return json;
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
