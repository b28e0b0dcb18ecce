package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.book.Subscription;
import org.plimsoll.shore.port.hook.Hosts;
import org.plimsoll.shore.port.hook.Webhooks;
import org.plimsoll.shore.port.wire.SubscriptionJson;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.Problems;

/**
 * Webhooks made over the API: each key sees and takes away its own, who runs the shore all. The
 * secret is made here and told once. Handlers run on event loops and never wait for the book.
 */
final class SubscriptionApi {

  private static final String LIST = "/api/v1/subscriptions";
  private static final int SECRET_BYTES = 32;
  private static final int UUID_VERSION = 4;

  private final PortBook book;
  private final Webhooks hooks;
  private final Hosts hosts;
  private final Desk desk;
  private final InstantSource clock;
  private final RandomGenerator random;

  SubscriptionApi(
      PortBook book,
      Webhooks hooks,
      Hosts hosts,
      Desk desk,
      InstantSource clock,
      RandomGenerator random) {
    this.book = book;
    this.hooks = hooks;
    this.hosts = hosts;
    this.desk = desk;
    this.clock = clock;
    this.random = random;
  }

  void mount(Router router) {
    router.get(LIST).handler(this::list);
    router.post(LIST).handler(this::subscribe);
    router
        .get(LIST + "/:id")
        .handler(context -> one(context, found -> Desk.json(context, 200, json(found))));
    router.delete(LIST + "/:id").handler(context -> one(context, found -> remove(context, found)));
  }

  private void list(RoutingContext context) {
    Optional<Author> author = desk.author(context);
    if (author.isEmpty()) {
      return;
    }
    Desk.answer(
        context,
        book.ask(Ledger::subscriptions),
        all -> {
          ObjectNode json = JsonNodeFactory.instance.objectNode();
          ArrayNode items = json.putArray("items");
          all.stream().filter(one -> isHis(one, author.get())).forEach(one -> items.add(json(one)));
          Desk.json(context, 200, json);
        });
  }

  private void subscribe(RoutingContext context) {
    Optional<Author> author = desk.author(context);
    if (author.isEmpty()) {
      return;
    }
    if (hosts.isEmpty()) {
      Problems.reply(
          context, 403, "No subscriptions here", "the configuration names no host for them");
      return;
    }
    @Nullable String text = context.body().asString();
    SubscriptionJson.Read read = SubscriptionJson.read(text == null ? "" : text, hosts::allow);
    if (read.wish().isEmpty()) {
      Desk.bad(context, "Bad subscription", read.faults());
      return;
    }
    Subscription made = made(read.wish().get(), author.get());
    Desk.answer(
        context,
        book.ask(ledger -> ledger.subscribe(made)),
        refusal -> {
          if (refusal.isPresent()) {
            Problems.reply(context, 409, "Too many subscriptions", refusal.get());
            return;
          }
          hooks.changed();
          context.response().putHeader(HttpHeaders.LOCATION, LIST + "/" + made.id());
          Desk.json(context, 201, json(made).put("secret", made.secret()));
        });
  }

  private Subscription made(SubscriptionJson.Wish wish, Author author) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new Subscription(
        id(),
        author.name(),
        wish.url(),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
        wish.kinds(),
        wish.vessel(),
        clock.instant());
  }

  /** Random, RFC 9562 version 4. */
  private UUID id() {
    long high = random.nextLong() & ~0xF000L | UUID_VERSION << 12;
    long low = random.nextLong() >>> 2 | 1L << 63;
    return new UUID(high, low);
  }

  /** Goes on with the subscription that the path names, if it is his. */
  private void one(RoutingContext context, Consumer<Subscription> then) {
    desk.asked(
        context,
        "id",
        (author, id) ->
            Desk.answer(
                context,
                book.ask(Ledger::subscriptions),
                all ->
                    all.stream()
                        .filter(one -> one.id().equals(id) && isHis(one, author))
                        .findFirst()
                        .ifPresentOrElse(
                            then,
                            () ->
                                Problems.reply(
                                    context,
                                    404,
                                    "Nothing here",
                                    "no subscription of yours has this id"))));
  }

  private void remove(RoutingContext context, Subscription found) {
    Desk.answer(
        context,
        book.ask(ledger -> ledger.unsubscribe(found)),
        done -> {
          hooks.changed();
          context.response().setStatusCode(204).end();
        });
  }

  private static boolean isHis(Subscription one, Author author) {
    return one.author().equals(author.name())
        || author.role() == Role.OPERATOR
        || author.role() == Role.LOCAL;
  }

  /** Without the secret. */
  private static ObjectNode json(Subscription one) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", one.id().toString())
            .put("author", one.author())
            .put("url", one.url().toString())
            .put("vessel", one.vessel().map(VesselId::text).orElse(null))
            .put("made", one.made().toString());
    ArrayNode kinds = json.putArray("kinds");
    one.kinds().stream().map(RecordKind::name).sorted().forEach(kinds::add);
    return json;
  }
}
