package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.BookUnavailable;
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
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final PortBook book;
  private final Given given;
  private final PortCounts counts;
  private final InstantSource clock;

  /**
   * What the configuration gives.
   *
   * @param keys of everybody who may ask
   * @param map the port's own GeoJSON, shown as it is
   * @param ships the keys by which ships sign
   */
  public record Given(Keys keys, String map, ShipKeys ships) {}

  /** Not mounted yet. */
  public PortApi(PortBook book, Given given, PortCounts counts, InstantSource clock) {
    this.book = book;
    this.given = given;
    this.counts = counts;
    this.clock = clock;
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
    router
        .get(BASE + "port-map")
        .handler(
            context ->
                author(context)
                    .ifPresent(
                        author -> Etags.reply(context, 200, "application/geo+json", given.map())));
    router
        .get(BASE + "signing-keys")
        .handler(
            context ->
                author(context).ifPresent(author -> json(context, 200, given.ships().json())));
    router
        .get(BASE + "whoami")
        .handler(
            context ->
                author(context).ifPresent(author -> json(context, 200, AuthorJson.of(author))));
    router.get(BASE + "health").handler(this::health);
  }

  private void list(RoutingContext context, RecordKind kind) {
    Optional<Author> author = author(context);
    if (author.isEmpty()) {
      return;
    }
    ListRequest.Asked asked = ListRequest.read(kind, context.queryParams());
    if (!asked.faults().isEmpty()) {
      bad(context, "Bad parameter", asked.faults());
      return;
    }
    if (kind.parent().isEmpty()) {
      Query query = asked.query();
      answer(
          context,
          book.ask(ledger -> ledger.show(query.plusOne(), author.get())),
          entries -> page(context, entries, query.limit()));
      return;
    }
    id(context, "parent")
        .ifPresent(
            parent ->
                answer(
                    context,
                    book.ask(ledger -> children(ledger, asked.query(), parent, author.get())),
                    entries -> {
                      if (entries.isEmpty()) {
                        missing(context, kind.parent().orElseThrow());
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
    json(context, 200, EntryJson.page(shown, more, found.withheld()));
  }

  private void inspectionList(RoutingContext context) {
    Optional<Author> author = author(context);
    Optional<UUID> voyage = author.isEmpty() ? Optional.empty() : id(context, "parent");
    if (voyage.isEmpty()) {
      return;
    }
    answer(
        context,
        book.ask(ledger -> ledger.inspectionList(voyage.get(), author.get())),
        list -> {
          if (list.isEmpty()) {
            missing(context, RecordKind.VOYAGE);
          } else {
            json(context, 200, InspectionJson.of(list.get()));
          }
        });
  }

  private void clearance(RoutingContext context) {
    Optional<Author> author = author(context);
    Optional<UUID> call = author.isEmpty() ? Optional.empty() : id(context, "parent");
    if (call.isEmpty()) {
      return;
    }
    answer(
        context,
        book.ask(ledger -> ledger.report(call.get(), author.get())),
        report -> {
          if (report.isEmpty()) {
            missing(context, RecordKind.PORT_CALL);
          } else {
            Etags.reply(context, 200, "application/xml", EpcXml.of(report.get()));
          }
        });
  }

  private void one(RoutingContext context, RecordKind kind) {
    Optional<Author> author = author(context);
    Optional<UUID> id = author.isEmpty() ? Optional.empty() : id(context, "id");
    if (id.isEmpty()) {
      return;
    }
    answer(
        context,
        book.ask(ledger -> ledger.find(kind, id.get(), author.get())),
        entry -> {
          if (entry.isEmpty()) {
            missing(context, kind);
          } else {
            json(context, 200, EntryJson.of(entry.get()));
          }
        });
  }

  private void put(RoutingContext context, RecordKind kind) {
    Optional<Author> author = author(context);
    Optional<UUID> id = author.isEmpty() ? Optional.empty() : id(context, "id");
    Optional<UUID> parent =
        id.isEmpty() || kind.parent().isEmpty() ? Optional.empty() : id(context, "parent");
    if (id.isEmpty() || parent.isPresent() != kind.parent().isPresent()) {
      return;
    }
    @Nullable String text = context.body().asString();
    Body body = PortJson.read(kind, text == null ? "" : text, clock.instant());
    if (body instanceof Body.Refused refused) {
      counts.refused.increment();
      bad(context, "Bad " + words(kind), refused.faults());
      return;
    }
    Submission submission = new Submission(kind, id.get(), parent, (Body.Read) body);
    answer(
        context,
        book.ask(ledger -> ledger.put(submission, author.get())),
        outcome -> reply(context, kind, outcome));
  }

  private void reply(RoutingContext context, RecordKind kind, Outcome outcome) {
    if (outcome instanceof Outcome.Created created) {
      counts.kept.increment();
      context.response().putHeader(HttpHeaders.LOCATION, context.request().path());
      json(context, 201, EntryJson.of(created.entry()));
    } else if (outcome instanceof Outcome.Repeated repeated) {
      counts.repeated.increment();
      json(context, 200, EntryJson.of(repeated.entry()));
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
      bad(context, "Bad " + words(kind), refused.faults());
    } else {
      throw new AssertionError(outcome);
    }
  }

  /** Hands the book's answer back to the event loop of the request. */
  private static <T> void answer(
      RoutingContext context, CompletableFuture<T> answer, Consumer<T> then) {
    Context loop = context.vertx().getOrCreateContext();
    answer.whenComplete(
        (value, failure) ->
            loop.runOnContext(
                now -> {
                  if (failure == null) {
                    then.accept(value);
                  } else if (failure instanceof BookUnavailable) {
                    context.response().putHeader("Retry-After", "1");
                    Problems.reply(context, 503, "The book is away", failure.getMessage());
                  } else {
                    context.fail(failure);
                  }
                }));
  }

  /** Who asks; without a right the request is answered. */
  private Optional<Author> author(RoutingContext context) {
    Optional<Author> author = given.keys().author(context.request());
    if (author.isEmpty()) {
      counts.denied.increment();
      context.response().putHeader("WWW-Authenticate", "Bearer");
      Problems.reply(
          context,
          401,
          "Who are you?",
          given.keys().keys().isEmpty()
              ? "no keys are configured, so only programs on this machine may ask, as localhost"
              : "send the header Authorization: Bearer, and a key of this port");
    }
    return author;
  }

  /** An id in the path; when it is none the request is answered. */
  private static Optional<UUID> id(RoutingContext context, String name) {
    String text = context.pathParam(name);
    if (text != null && ID.matcher(text).matches()) {
      return Optional.of(UUID.fromString(text));
    }
    bad(context, "Bad id", List.of(new Fault(name, "is no id", "a UUID in lower case")));
    return Optional.empty();
  }

  private static void missing(RoutingContext context, RecordKind kind) {
    Problems.reply(
        context, 404, "Nothing here", "nothing among " + kind.segment() + " has this id");
  }

  private static void bad(RoutingContext context, String title, List<Fault> faults) {
    JsonArray errors = new JsonArray();
    for (Fault fault : faults) {
      errors.add(
          new JsonObject()
              .put("field", fault.field())
              .put("detail", fault.detail())
              .put("allowed", fault.allowed()));
    }
    Fault first = faults.get(0);
    Problems.reply(
        context,
        400,
        title,
        (first.field() + " " + first.detail() + "; allowed: " + first.allowed()).strip(),
        errors);
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
    json(context, up ? 200 : 503, json);
  }

  private static void json(RoutingContext context, int status, JsonNode json) {
    Etags.reply(context, status, "application/json", json.toString());
  }
}
