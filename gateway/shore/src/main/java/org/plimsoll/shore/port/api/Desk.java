package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.BookUnavailable;
import org.plimsoll.shore.port.wire.Fault;
import org.plimsoll.web.Problems;

/** What every route of the port does: who asks, by which id, and how it is answered. Any thread. */
final class Desk {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Keys keys;
  private final PortCounts counts;

  Desk(Keys keys, PortCounts counts) {
    this.keys = keys;
    this.counts = counts;
  }

  /** Hands the book's answer back to the event loop of the request. */
  static <T> void answer(RoutingContext context, CompletableFuture<T> answer, Consumer<T> then) {
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
  Optional<Author> author(RoutingContext context) {
    Optional<Author> author = keys.author(context.request());
    if (author.isEmpty()) {
      counts.denied.increment();
      context.response().putHeader("WWW-Authenticate", "Bearer");
      Problems.reply(
          context,
          401,
          "Who are you?",
          keys.keys().isEmpty()
              ? "no keys are configured, so only programs on this machine may ask, as localhost"
              : "send the header Authorization: Bearer, and a key of this port");
    }
    return author;
  }

  /** Who asks, and for which id in the path; without either the request is answered. */
  void asked(RoutingContext context, String name, BiConsumer<Author, UUID> then) {
    author(context).ifPresent(author -> id(context, name).ifPresent(id -> then.accept(author, id)));
  }

  /** An id in the path; when it is none the request is answered. */
  static Optional<UUID> id(RoutingContext context, String name) {
    String text = context.pathParam(name);
    if (text != null && ID.matcher(text).matches()) {
      return Optional.of(UUID.fromString(text));
    }
    bad(context, "Bad id", List.of(new Fault(name, "is no id", "a UUID in lower case")));
    return Optional.empty();
  }

  static void missing(RoutingContext context, RecordKind kind) {
    Problems.reply(
        context, 404, "Nothing here", "nothing among " + kind.segment() + " has this id");
  }

  static void bad(RoutingContext context, String title, List<Fault> faults) {
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

  static void json(RoutingContext context, int status, JsonNode json) {
    Etags.reply(context, status, "application/json", json.toString());
  }
}
