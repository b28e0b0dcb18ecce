package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.port.CargoUnit;
import org.plimsoll.shore.port.Hint;
import org.plimsoll.shore.port.InspectionList;
import org.plimsoll.shore.port.book.EntryJson;
import org.plimsoll.shore.port.book.Shown;

/**
 * What to look at first, as JSON; what nobody knows is null, and so is the coverage of a manifest
 * of which something is withheld. Stateless.
 */
final class InspectionJson {

  private InspectionJson() {}

  static ObjectNode of(Shown<InspectionList> shown, List<Hint> hints) {
    InspectionList list = shown.what();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("units", list.items().size())
            .put("inspected", list.inspected())
            .put(
                "coveragePercent",
                shown.withheld().isEmpty() ? boxed(list.coveragePercent()) : null);
    json.set("withheld", EntryJson.withheld(shown.withheld()));
    ArrayNode voyage = json.putArray("hints");
    hints.forEach(
        hint ->
            voyage
                .addObject()
                .put("about", hint.about().name())
                .put("verdict", hint.verdict().name())
                .put("text", hint.text()));
    ArrayNode items = json.putArray("items");
    list.items().forEach(item -> add(items, item));
    return json;
  }

  private static void add(ArrayNode items, InspectionList.Item item) {
    CargoUnit unit = item.unit().unit();
    ObjectNode json =
        items
            .addObject()
            .put("unit", item.unit().id().toString())
            .put("unitId", unit.unitId())
            .put("type", unit.type().name())
            .put("reason", item.reason().name())
            .put("declaredKilograms", boxed(unit.declared().map(CargoUnit.Declared::kilograms)))
            .put("weighedKilograms", boxed(unit.weighed().map(CargoUnit.Weighed::kilograms)))
            .put("differenceKilograms", boxed(item.differenceKilograms()))
            .put("allowedKilograms", boxed(item.allowedKilograms()));
    ArrayNode inspections = json.putArray("inspections");
    item.inspections()
        .forEach(
            seen ->
                inspections
                    .addObject()
                    .put("id", seen.id().toString())
                    .put("finding", seen.inspection().finding().name())
                    .put("by", seen.inspection().by())
                    .put("at", seen.inspection().at().toString()));
  }

  private static @Nullable Double boxed(Optional<Double> value) {
    return value.orElse(null);
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
