package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.InspectionList;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.Entry;
import org.plimsoll.shore.port.book.EntryJson;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.shore.port.book.Outcome;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.book.Query;
import org.plimsoll.shore.port.book.Shown;
import org.plimsoll.shore.port.book.Submission;
import org.plimsoll.shore.port.wire.Body;
import org.plimsoll.shore.port.wire.EpcXml;
import org.plimsoll.shore.port.wire.Fault;
import org.plimsoll.shore.port.wire.PortJson;
import org.plimsoll.web.Problems;

/**
 * The port's resources: for each kind of record a list, one by its id, and an idempotent PUT with
 * an id that the client made. Handlers run on event loops and never wait for the book.
 */
public final class PortApi {

  private static final String BASE = "/api/v1/";

  private final PortBook book;
  private final Given given;
  private final PortCounts counts;
  private final InstantSource clock;
  private final Desk desk;

  /**
   * What the configuration gives.
   *
   * @param keys of everybody who may ask
   * @param map the port's own GeoJSON, shown as it is
   * @param ships what the port has from the ships: keys and certificates
   */
  public record Given(Keys keys, String map, ShipPapers ships) {}

  /** Not mounted yet. */
  public PortApi(PortBook book, Given given, PortCounts counts, InstantSource clock) {
    this.book = book;
    this.given = given;
    this.counts = counts;
    this.clock = clock;
    this.desk = new Desk(given.keys(), counts);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    for (RecordKind kind : RecordKind.values()) {
      String list =
          BASE
              + kind.parent().map(parent -> parent.segment() + "/:parent/").orElse("")
              + kind.segment();
      router.get(list).handler(context -> list(context, kind));
      router.get(list + "/:id").handler(context -> one(context, kind));
      if (kind.isWritten()) {
        router.put(list + "/:id").handler(context -> put(context, kind));
      }
    }
    router
        .get(BASE + RecordKind.VOYAGE.segment() + "/:parent/inspection-list")
        .handler(this::inspectionList);
    router
        .get(BASE + RecordKind.PORT_CALL.segment() + "/:parent/iso28005")
        .handler(this::clearance);
    router.get(BASE + "voyage-statistics").handler(this::voyageStatistics);
    router
        .get(BASE + "port-map")
        .handler(
            context ->
                desk.author(context)
                    .ifPresent(
                        author -> Etags.reply(context, 200, "application/geo+json", given.map())));
    router
        .get(BASE + "signing-keys")
        .handler(
            context ->
                desk.author(context)
                    .ifPresent(author -> Desk.json(context, 200, given.ships().json())));
    router
        .get(BASE + "whoami")
        .handler(
            context ->
                desk.author(context)
                    .ifPresent(author -> Desk.json(context, 200, AuthorJson.of(author))));
    router.get(BASE + "health").handler(this::health);
  }

  private void list(RoutingContext context, RecordKind kind) {
    Optional<Author> author = desk.author(context);
    if (author.isEmpty()) {
      return;
    }
    ListRequest.Asked asked = ListRequest.read(kind, context.queryParams());
    if (!asked.faults().isEmpty()) {
      Desk.bad(context, "Bad parameter", asked.faults());
      return;
    }
    if (kind.parent().isEmpty()) {
      Query query = asked.query();
      Desk.answer(
          context,
          book.ask(ledger -> ledger.show(query.plusOne(), author.get())),
          entries -> page(context, entries, query.limit()));
      return;
    }
    Desk.id(context, "parent")
        .ifPresent(
            parent ->
                Desk.answer(
                    context,
                    book.ask(ledger -> children(ledger, asked.query(), parent, author.get())),
                    entries -> {
                      if (entries.isEmpty()) {
                        Desk.missing(context, kind.parent().orElseThrow());
                      } else {
                        page(context, entries.get(), asked.query().limit());
                      }
                    }));
  }

  private static Optional<Shown<List<Entry>>> children(
      Ledger ledger, Query query, UUID parent, Author author) throws SQLException {
    Optional<Entry> above = ledger.find(query.kind().parent().orElseThrow(), parent, author);
    return above.isEmpty()
        ? Optional.empty()
        : Optional.of(ledger.show(query.below(above.get().identity().root()).plusOne(), author));
  }

  private static void page(RoutingContext context, Shown<List<Entry>> found, int limit) {
    List<Entry> entries = found.what();
    boolean more = entries.size() > limit;
    List<Entry> shown = more ? entries.subList(0, limit) : entries;
    Desk.json(context, 200, EntryJson.page(shown, more, found.withheld()));
  }

  private void inspectionList(RoutingContext context) {
    desk.asked(
        context,
        "parent",
        (author, voyage) ->
            Desk.answer(
                context,
                book.ask(ledger -> inspectionList(ledger, voyage, author)),
                list ->
                    list.ifPresentOrElse(
                        json -> Desk.json(context, 200, json),
                        () -> Desk.missing(context, RecordKind.VOYAGE))));
  }

  private Optional<ObjectNode> inspectionList(Ledger ledger, UUID voyage, Author author)
      throws SQLException {
    Optional<Shown<InspectionList>> list = ledger.inspectionList(voyage, author);
    return list.isEmpty()
        ? Optional.empty()
        : Optional.of(
            InspectionJson.of(
                list.get(), ledger.hints(voyage, author, given.ships()::certificate)));
  }

  private void clearance(RoutingContext context) {
    desk.asked(
        context,
        "parent",
        (author, call) ->
            Desk.answer(
                context,
                book.ask(ledger -> ledger.report(call, author)),
                report ->
                    report.ifPresentOrElse(
                        said -> Etags.reply(context, 200, "application/xml", EpcXml.of(said)),
                        () -> Desk.missing(context, RecordKind.PORT_CALL))));
  }

  private void voyageStatistics(RoutingContext context) {
    Optional<Author> author = desk.author(context);
    if (author.isEmpty()) {
      return;
    }
    List<Fault> faults = new ArrayList<>();
    Optional<VoyageStatisticsRequest> asked =
        VoyageStatisticsRequest.read(context.queryParams(), clock.instant(), faults);
    if (asked.isEmpty()) {
      Desk.bad(context, "Bad parameter", faults);
      return;
    }
    VoyageStatisticsRequest of = asked.get();
    Desk.answer(
        context,
        book.ask(
            ledger -> ledger.voyages(of.vessel(), author.get()).statistics(of.from(), of.to())),
        statistics -> Desk.json(context, 200, VoyageStatisticsJson.of(of, statistics)));
  }

  private void one(RoutingContext context, RecordKind kind) {
    desk.asked(
        context,
        "id",
        (author, id) ->
            Desk.answer(
                context,
                book.ask(ledger -> ledger.find(kind, id, author)),
                entry ->
                    entry.ifPresentOrElse(
                        found -> Desk.json(context, 200, EntryJson.of(found)),
                        () -> Desk.missing(context, kind))));
  }

  private void put(RoutingContext context, RecordKind kind) {
    Optional<Author> author = desk.author(context);
    Optional<UUID> id = author.isEmpty() ? Optional.empty() : Desk.id(context, "id");
    Optional<UUID> parent =
        id.isEmpty() || kind.parent().isEmpty() ? Optional.empty() : Desk.id(context, "parent");
    if (id.isEmpty() || parent.isPresent() != kind.parent().isPresent()) {
      return;
    }
    @Nullable String text = context.body().asString();
    Body body = PortJson.read(kind, text == null ? "" : text, clock.instant());
    if (body instanceof Body.Refused refused) {
      counts.refused.increment();
      Desk.bad(context, "Bad " + words(kind), refused.faults());
      return;
    }
    Submission submission = new Submission(kind, id.get(), parent, (Body.Read) body);
    Desk.answer(
        context,
        book.ask(ledger -> ledger.put(submission, author.get())),
        outcome -> reply(context, kind, outcome));
  }

  private void reply(RoutingContext context, RecordKind kind, Outcome outcome) {
    if (outcome instanceof Outcome.Created created) {
      counts.kept.increment();
      context.response().putHeader(HttpHeaders.LOCATION, context.request().path());
      Desk.json(context, 201, EntryJson.of(created.entry()));
    } else if (outcome instanceof Outcome.Repeated repeated) {
      counts.repeated.increment();
      Desk.json(context, 200, EntryJson.of(repeated.entry()));
    } else if (outcome instanceof Outcome.Conflict conflict) {
      counts.conflicts.increment();
      Problems.reply(context, 409, "Conflict", conflict.reason());
    } else if (outcome instanceof Outcome.NotFound absent) {
      Problems.reply(context, 404, "Nothing here", absent.reason());
    } else if (outcome instanceof Outcome.Forbidden forbidden) {
      counts.denied.increment();
      Problems.reply(context, 403, "Not yours to say", forbidden.reason());
    } else if (outcome instanceof Outcome.Refused refused) {
      counts.refused.increment();
      Desk.bad(context, "Bad " + words(kind), refused.faults());
    } else {
      throw new AssertionError(outcome);
    }
  }

  private static String words(RecordKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void health(RoutingContext context) {
    boolean up = book.isUp();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", up ? "UP" : "DOWN")
            .put("time", clock.instant().toString())
            .put("entries", book.entries());
    Desk.json(context, up ? 200 : 503, json);
  }
}
