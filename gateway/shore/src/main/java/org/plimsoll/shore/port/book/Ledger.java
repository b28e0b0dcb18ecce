package org.plimsoll.shore.port.book;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.CallReport;
import org.plimsoll.shore.port.CargoUnit;
import org.plimsoll.shore.port.CargoVerdict;
import org.plimsoll.shore.port.Corrections;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.DraughtRecord;
import org.plimsoll.shore.port.Hint;
import org.plimsoll.shore.port.InspectionList;
import org.plimsoll.shore.port.Measured;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.PortRecord;
import org.plimsoll.shore.port.ReconciliationRequest;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Rights;
import org.plimsoll.shore.port.Voyage;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.shore.port.wire.Body;
import org.plimsoll.shore.port.wire.PortJson;
import org.plimsoll.shore.port.wire.VerdictJson;
import org.plimsoll.telemetry.VesselId;

/**
 * The open book: what may be added, and what is in it. Confined to the book's thread, where each
 * job is one transaction.
 */
public final class Ledger {

  /** Most cargo units of a voyage, and most entries of any kind below one parent. */
  static final int MAX_CHILDREN = 5_000;

  private final BookFile file;
  private final Rows rows;
  private final SubscriptionRows subscriptions;
  private final InstantSource clock;

  Ledger(BookFile file, InstantSource clock) {
    this.file = file;
    this.rows = new Rows(file);
    this.subscriptions = new SubscriptionRows(file);
    this.clock = clock;
  }

  /** The entry of a kind and an id, if there is one for this author. */
  public Optional<Entry> find(RecordKind kind, UUID id, Author author) throws SQLException {
    return rows.find(kind, id, author);
  }

  /** The entries of a query that an author may see. */
  public List<Entry> list(Query query, Author author) throws SQLException {
    return rows.list(query, author);
  }

  /** The same, and what of it ships keep from him. */
  public Shown<List<Entry>> show(Query query, Author author) throws SQLException {
    return new Shown<>(
        rows.list(query, author),
        rows.withheld(query.kind(), query.parent(), query.vessel(), author));
  }

  /** What of a call goes into a formality, if there is one for this author. */
  public Optional<CallReport> report(UUID call, Author author) throws SQLException {
    return Reports.of(rows, call, author);
  }

  /** The voyages of a vessel, as far as this author may see what they are made of. */
  public Voyages voyages(VesselId vessel, Author author) {
    return rows.voyages(vessel, author);
  }

  /** The newest calls of which something is still to come, {@code limit} at most. */
  public List<OpenCall> openCalls(int limit) throws SQLException {
    return OpenCalls.of(file, limit);
  }

  /** How many entries there are. */
  public long entries() throws SQLException {
    return rows.entries();
  }

  /** The newest crossing of each fence by each vessel. */
  public List<Crossing> newestCrossings() throws SQLException {
    return Arrivals.newest(rows);
  }

  /**
   * What a webhook has not been told yet, oldest first. A new one is told what comes from now on.
   *
   * @param vessel entries of this vessel alone
   * @param reader whose rights the webhook has
   */
  public List<Entry> undelivered(
      String webhook, Set<RecordKind> kinds, Optional<VesselId> vessel, Author reader, int limit)
      throws SQLException {
    Optional<Long> told = rows.told(webhook);
    if (told.isEmpty()) {
      rows.tell(webhook, rows.entries());
      return List.of();
    }
    List<Entry> found = rows.after(told.get(), kinds, vessel, reader, limit);
    long newest = rows.entries();
    if (found.isEmpty() && newest > told.get()) {
      rows.tell(webhook, newest); // what is not for it is not looked through again
    }
    return found;
  }

  /** A webhook has been told everything up to a number. */
  public boolean delivered(String webhook, long number) throws SQLException {
    rows.tell(webhook, number);
    return true;
  }

  /**
   * Keeps a subscription, which is told what comes from now on.
   *
   * @return why not; empty when it is kept
   */
  public Optional<String> subscribe(Subscription subscription) throws SQLException {
    Optional<String> refusal = subscriptions.add(subscription);
    if (refusal.isEmpty()) {
      rows.tell(subscription.name(), rows.entries());
    }
    return refusal;
  }

  /** All subscriptions, in the order in which they were made. */
  public List<Subscription> subscriptions() throws SQLException {
    return subscriptions.all();
  }

  /** Takes a subscription away; nothing more is told by it. */
  public boolean unsubscribe(Subscription subscription) throws SQLException {
    subscriptions.remove(subscription);
    return true;
  }

  /** Keeps a submission, if it is new and right. */
  public Outcome put(Submission submission, Author author) throws SQLException {
    Optional<Entry> known = rows.any(submission.id());
    if (known.isPresent()) {
      return repeated(known.get(), submission, author);
    }
    Optional<UUID> parent = Optional.empty();
    Optional<VesselId> vessel = ownVessel(submission.body().record());
    if (submission.parent().isPresent()) {
      RecordKind kind = submission.kind().parent().orElseThrow();
      Optional<Entry> found = rows.find(kind, submission.parent().get(), author);
      if (found.isEmpty()) {
        return new Outcome.NotFound("nothing among " + kind.segment() + " has this id");
      }
      parent = Optional.of(found.get().identity().root());
      vessel = Optional.of(found.get().identity().vessel());
    }
    Entry.Identity identity =
        new Entry.Identity(
            submission.kind(), submission.id(), submission.id(), parent, vessel.orElseThrow());
    Optional<String> refusal =
        Rights.refusal(author, identity.vessel(), submission.body().record());
    if (refusal.isEmpty()) {
      refusal = kept(identity, submission.body().record(), author);
    }
    return refusal.isPresent()
        ? new Outcome.Forbidden(refusal.get())
        : place(identity, submission.body(), author);
  }

  /** He who is kept from something neither writes there, nor has sums made of it. */
  private Optional<String> kept(Entry.Identity identity, PortRecord record, Author author)
      throws SQLException {
    if (Rights.seesWithheld(author) || identity.parent().isEmpty()) {
      return Optional.empty();
    }
    Set<Withholding.What> kept = rows.withheld(identity);
    kept.retainAll(Withholding.neededFor(record));
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of("the ship withholds " + new TreeSet<>(kept) + " of this call from the port");
  }

  private static Optional<VesselId> ownVessel(PortRecord record) {
    if (record instanceof Voyage voyage) {
      return Optional.of(voyage.vessel());
    }
    return record instanceof PortCall call ? Optional.of(call.vessel()) : Optional.empty();
  }

  private Outcome repeated(Entry known, Submission submission, Author author) throws SQLException {
    boolean same =
        known.identity().kind() == submission.kind()
            && known.content().equals(submission.body().canonical())
            && rows.find(submission.kind(), submission.id(), author).isPresent()
            && isBelow(known, submission, author);
    return same
        ? new Outcome.Repeated(known)
        : new Outcome.Conflict(
            "this id is used already, for something else; a correction has an id of its own and"
                + " supersedes this one");
  }

  private boolean isBelow(Entry known, Submission submission, Author author) throws SQLException {
    if (submission.parent().isEmpty()) {
      return known.identity().parent().isEmpty();
    }
    RecordKind kind = submission.kind().parent().orElseThrow();
    return rows.find(kind, submission.parent().get(), author)
        .map(parent -> known.identity().parent().equals(Optional.of(parent.identity().root())))
        .orElse(false);
  }

  /** Whether it fits where it wants to stand, and what it takes the place of. */
  private Outcome place(Entry.Identity identity, Body.Read body, Author author)
      throws SQLException {
    if (body.supersedes().isEmpty()) {
      Optional<String> objection = Corrections.objection(body.record());
      if (objection.isPresent()) {
        return Outcome.Refused.of("supersedes", objection.get(), "the id of that declaration");
      }
      if (identity.parent().isPresent()
          && rows.count(identity.kind(), identity.parent().get()) >= MAX_CHILDREN) {
        return new Outcome.Conflict(
            MAX_CHILDREN + " " + identity.kind().segment() + " are there, which is the most");
      }
      return unlabelled(identity, body, author);
    }
    Optional<Entry> before = rows.find(identity.kind(), body.supersedes().get(), author);
    if (before.isEmpty()
        || !before.get().identity().vessel().equals(identity.vessel())
        || !before.get().identity().parent().equals(identity.parent())) {
      return Outcome.Refused.of(
          "supersedes", "no such record here", "a record of the same kind, vessel and place");
    }
    if (before.get().supersededBy().isPresent()) {
      return new Outcome.Conflict("superseded already, by " + before.get().supersededBy().get());
    }
    Optional<String> objection = Corrections.objection(body.record(), record(before.get()));
    if (objection.isPresent()) {
      return Outcome.Refused.of("supersedes", objection.get(), "a correction of the same thing");
    }
    return check(
        new Entry.Identity(
            identity.kind(),
            identity.id(),
            before.get().identity().root(),
            identity.parent(),
            identity.vessel()),
        body,
        author);
  }

  /** Of each voyage number and each unit only one is current. */
  private Outcome unlabelled(Entry.Identity identity, Body.Read body, Author author)
      throws SQLException {
    String label = Rows.label(body.record());
    if (!label.isEmpty()) {
      String parent = identity.parent().map(UUID::toString).orElse("");
      Optional<Entry> other = rows.labelled(identity.kind(), parent, identity.vessel(), label);
      if (other.isPresent()) {
        return new Outcome.Conflict(
            "'" + label + "' is here already, as " + other.get().identity().id());
      }
    }
    return check(identity, body, author);
  }

  /** What else it speaks of must be there. */
  private Outcome check(Entry.Identity identity, Body.Read body, Author author)
      throws SQLException {
    Optional<Outcome> missing = References.missing(rows, identity, body.record(), author);
    if (missing.isPresent()) {
      return missing.get();
    }
    if (body.record() instanceof ReconciliationRequest request) {
      return reconcile(identity, body, request, author);
    }
    return add(identity, body, author, Optional.empty());
  }

  /** What to look at first in a voyage; empty when there is no such voyage for this author. */
  public Optional<Shown<InspectionList>> inspectionList(UUID id, Author author)
      throws SQLException {
    return Inspections.of(rows, id, author);
  }

  /**
   * What of a voyage as a whole should be looked at, of what this author may read.
   *
   * @param certificate most passengers of a vessel, as the port has it from her papers
   */
  public List<Hint> hints(UUID voyage, Author author, Function<VesselId, OptionalInt> certificate)
      throws SQLException {
    return Hints.of(rows, voyage, author, certificate);
  }

  private List<Entry> children(RecordKind kind, UUID parent) throws SQLException {
    return rows.list(Query.children(kind, parent, MAX_CHILDREN), Author.PLIMSOLL);
  }

  private Outcome reconcile(
      Entry.Identity identity, Body.Read body, ReconciliationRequest request, Author author)
      throws SQLException {
    Optional<DraughtRecord> before =
        draught(request.baseline(), identity.vessel(), DraughtRecord.Moment.BASELINE, author);
    Optional<DraughtRecord> after =
        draught(request.departure(), identity.vessel(), DraughtRecord.Moment.DEPARTURE, author);
    if (before.isEmpty() || after.isEmpty()) {
      return Outcome.Refused.of(
          before.isEmpty() ? "baseline" : "departure",
          "no such draught record of this vessel",
          "the id of her record with the instant " + (before.isEmpty() ? "BASELINE" : "DEPARTURE"));
    }
    List<CargoUnit> manifest = new ArrayList<>();
    List<UUID> units = new ArrayList<>();
    UUID voyage = identity.parent().orElseThrow();
    for (Entry entry : children(RecordKind.CARGO_UNIT, voyage)) {
      if (record(entry) instanceof CargoUnit unit) {
        manifest.add(unit);
        units.add(entry.identity().id());
      }
    }
    CargoVerdict verdict =
        CargoVerdict.of(
            manifest, Measured.between(before.get(), after.get()), request.limitKilograms());
    return add(
        identity,
        body,
        author,
        Optional.of(VerdictJson.of(verdict, request.limitKilograms(), units)));
  }

  private Optional<DraughtRecord> draught(
      UUID id, VesselId vessel, DraughtRecord.Moment instant, Author author) throws SQLException {
    return rows.find(RecordKind.DRAUGHT_RECORD, id, author)
        .filter(entry -> entry.identity().vessel().equals(vessel))
        .map(Ledger::record)
        .filter(DraughtRecord.class::isInstance)
        .map(DraughtRecord.class::cast)
        .filter(record -> record.instant() == instant);
  }

  private Outcome add(
      Entry.Identity identity, Body.Read body, Author author, Optional<String> result)
      throws SQLException {
    Entry entry =
        rows.add(
            identity,
            body.record(),
            body.supersedes(),
            new Rows.Said(author.name(), clock.instant(), body.canonical()),
            result);
    if (body.record() instanceof PortCall call) {
      Arrivals.attach(this, rows, call);
    }
    return new Outcome.Created(entry);
  }

  /**
   * Keeps a crossing, and in the call that it belongs to the timestamp that it is. The same again
   * changes nothing.
   *
   * @return whether there is a call that it belongs to
   */
  public boolean cross(Crossing crossing) throws SQLException {
    return Arrivals.cross(this, rows, crossing);
  }

  /** Whether a crossing is in the book. */
  public boolean isTold(Crossing crossing) throws SQLException {
    return rows.any(Arrivals.id(crossing)).isPresent();
  }

  /** Adds what the gateway itself has seen. */
  Entry say(Entry.Identity identity, PortRecord record, String content) throws SQLException {
    Rows.Said said = new Rows.Said(Author.PLIMSOLL.name(), clock.instant(), content);
    return rows.add(identity, record, Optional.empty(), said, Optional.empty());
  }

  /** What an entry says; the book has nothing that could not be read when it came. */
  static PortRecord record(Entry entry) {
    Body body = PortJson.read(entry.identity().kind(), entry.content(), Instant.MAX);
    if (body instanceof Body.Read read) {
      return read.record();
    }
    throw new IllegalStateException(
        "entry " + entry.number() + ": " + ((Body.Refused) body).faults());
  }
}
