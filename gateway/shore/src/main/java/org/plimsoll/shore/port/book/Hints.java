package org.plimsoll.shore.port.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.CargoUnit;
import org.plimsoll.shore.port.Declaration;
import org.plimsoll.shore.port.DraughtRecord;
import org.plimsoll.shore.port.Hint;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Rights;
import org.plimsoll.shore.port.TrimMoment;
import org.plimsoll.shore.port.Voyage;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.shore.port.wire.Canonical;
import org.plimsoll.telemetry.VesselId;

/** What of a voyage as a whole should be looked at. Confined to the book's thread. */
final class Hints {

  private static final Set<Declaration.State> COUNTS =
      Set.of(Declaration.State.SUBMITTED, Declaration.State.ACCEPTED);

  private final Rows rows;
  private final Author author;

  private Hints(Rows rows, Author author) {
    this.rows = rows;
    this.author = author;
  }

  /** Of what this author may read; nothing when there is no such voyage for him. */
  static List<Hint> of(
      Rows rows, UUID id, Author author, Function<VesselId, OptionalInt> certificate)
      throws SQLException {
    Optional<Entry> voyage = rows.find(RecordKind.VOYAGE, id, author);
    List<Hint> hints = new ArrayList<>();
    if (voyage.isPresent() && Rights.mayRead(author, RecordKind.DECLARATION)) {
      Hints of = new Hints(rows, author);
      hints.add(of.passengers(voyage.get(), certificate));
      Optional<List<Entry>> records = of.records(voyage.get());
      hints.add(records.map(Hints::list).orElse(Hint.withheld(Hint.About.LIST)));
      hints.add(
          records.isPresent()
              ? of.moment(voyage.get(), records.get())
              : Hint.withheld(Hint.About.MOMENT));
    }
    return hints;
  }

  private Hint passengers(Entry voyage, Function<VesselId, OptionalInt> certificate)
      throws SQLException {
    UUID root = voyage.identity().root();
    if (isWithheld(RecordKind.DECLARATION, root, Withholding.What.PERSONS)) {
      return Hint.withheld(Hint.About.PASSENGERS);
    }
    Optional<Declaration> persons = Optional.empty();
    for (Entry entry : children(RecordKind.DECLARATION, root)) {
      if (Ledger.record(entry) instanceof Declaration one
          && one.subject() == Declaration.Subject.PERSONS
          && COUNTS.contains(one.state())
          && one.version() >= persons.map(Declaration::version).orElse(0)) {
        persons = Optional.of(one);
      }
    }
    return Hint.ofPassengers(persons, certificate.apply(voyage.identity().vessel()));
  }

  /** The draught records of the calls where the voyage begins; empty when they are withheld. */
  private Optional<List<Entry>> records(Entry voyage) throws SQLException {
    String number = ((Voyage) Ledger.record(voyage)).number();
    List<Entry> records = new ArrayList<>();
    for (Entry entry : calls(voyage)) {
      if (Ledger.record(entry) instanceof PortCall call
          && call.voyageOut().equals(Optional.of(number))) {
        UUID root = entry.identity().root();
        if (isWithheld(RecordKind.DRAUGHT_RECORD, root, Withholding.What.DRAUGHT_RECORDS)) {
          return Optional.empty();
        }
        records.addAll(children(RecordKind.DRAUGHT_RECORD, root));
      }
    }
    return Optional.of(records);
  }

  private static Hint list(List<Entry> records) {
    return Hint.ofList(
        last(records, DraughtRecord.Moment.DEPARTURE)
            .map(entry -> number(entry, "/listDegrees"))
            .orElse(OptionalDouble.empty()));
  }

  private Hint moment(Entry voyage, List<Entry> records) throws SQLException {
    UUID root = voyage.identity().root();
    if (isWithheld(RecordKind.CARGO_UNIT, root, Withholding.What.CARGO_UNITS)) {
      return Hint.withheld(Hint.About.MOMENT);
    }
    return TrimMoment.hint(
        last(records, DraughtRecord.Moment.BASELINE).map(Hints::lay).orElse(TrimMoment.Lay.NONE),
        last(records, DraughtRecord.Moment.DEPARTURE).map(Hints::lay).orElse(TrimMoment.Lay.NONE),
        children(RecordKind.CARGO_UNIT, root).stream()
            .flatMap(entry -> placed(entry).stream())
            .toList());
  }

  private static TrimMoment.Lay lay(Entry entry) {
    return new TrimMoment.Lay(
        number(entry, "/trimMetres"),
        number(entry, "/draughtsMetres/u95"),
        number(entry, "/mctcTonneMetresPerCentimetre"),
        number(entry, "/lcfMetres"),
        number(entry, "/deductiblesKilograms"));
  }

  private static Optional<TrimMoment.Placed> placed(Entry entry) {
    if (!(Ledger.record(entry) instanceof CargoUnit unit)) {
      return Optional.empty();
    }
    Optional<Double> mass =
        unit.declared()
            .map(CargoUnit.Declared::kilograms)
            .or(() -> unit.weighed().map(CargoUnit.Weighed::kilograms));
    return Optional.of(
        new TrimMoment.Placed(
            mass.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            number(entry, "/positionMetres")));
  }

  /** The one that was measured last. */
  private static Optional<Entry> last(List<Entry> records, DraughtRecord.Moment instant) {
    return records.stream()
        .filter(entry -> usable(entry, instant).isPresent())
        .max(Comparator.comparing(entry -> usable(entry, instant).orElseThrow().at()));
  }

  private static Optional<DraughtRecord> usable(Entry entry, DraughtRecord.Moment instant) {
    return Ledger.record(entry) instanceof DraughtRecord record
            && record.instant() == instant
            && record.quality().isUsable()
        ? Optional.of(record)
        : Optional.empty();
  }

  /** As it was said; nothing else that the shore does needs it. */
  private static OptionalDouble number(Entry entry, String pointer) {
    JsonNode value = Canonical.object(entry.content()).orElseThrow().at(pointer);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  private List<Entry> calls(Entry voyage) throws SQLException {
    Query hers =
        new Query(
            RecordKind.PORT_CALL,
            Optional.empty(),
            Optional.of(voyage.identity().vessel()),
            Optional.empty(),
            Optional.empty(),
            false,
            0,
            Ledger.MAX_CHILDREN);
    return rows.list(hers, author);
  }

  private List<Entry> children(RecordKind kind, UUID parent) throws SQLException {
    return rows.list(Query.children(kind, parent, Ledger.MAX_CHILDREN), author);
  }

  private boolean isWithheld(RecordKind kind, UUID parent, Withholding.What what)
      throws SQLException {
    return rows.withheld(kind, Optional.of(parent), Optional.empty(), author).contains(what);
  }
}
