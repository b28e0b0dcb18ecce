package org.plimsoll.web.signalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients of the stream say: subscribe and unsubscribe messages. Stateless. */
final class Requests {

  /** Most subscriptions of one client; one more is refused. */
  static final int MAX_SUBSCRIPTIONS = 64;

  private static final int MILLIS_A_TICK = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  /**
   * The subscriptions after a message.
   *
   * @param now those before it
   * @return null if the message makes no sense or asks for too many
   */
  static @Nullable List<Subscription> apply(List<Subscription> now, String message) {
    JsonNode root;
    try {
      root = JSON.readTree(message);
    } catch (JsonProcessingException e) {
      return null;
    }
    String context = root.path("context").asText(Subscription.SELF);
    JsonNode subscribe = root.path("subscribe");
    JsonNode unsubscribe = root.path("unsubscribe");
    if (!Subscription.isFair(context) || subscribe.isArray() == unsubscribe.isArray()) {
      return null;
    }
    return subscribe.isArray() ? with(now, context, subscribe) : without(now, context, unsubscribe);
  }

  private static @Nullable List<Subscription> with(
      List<Subscription> now, String context, JsonNode wanted) {
    List<Subscription> next = new ArrayList<>(now);
    for (JsonNode one : wanted) {
      String path = one.path("path").asText("");
      long period = one.path("period").asLong(MILLIS_A_TICK);
      if (path.isEmpty() || !Subscription.isFair(path) || next.size() >= MAX_SUBSCRIPTIONS) {
        return null;
      }
      long ticks = Math.round(period / (double) MILLIS_A_TICK);
      next.removeIf(same -> same.context().equals(context) && same.path().equals(path));
      next.add(
          new Subscription(
              context, path, (int) Math.max(1, Math.min(Subscription.MAX_TICKS, ticks))));
    }
    return next;
  }

  /** A star unsubscribes everything, whatever its pattern was. */
  private static List<Subscription> without(
      List<Subscription> now, String context, JsonNode unwanted) {
    List<Subscription> next = new ArrayList<>(now);
    for (JsonNode one : unwanted) {
      String path = one.path("path").asText("");
      next.removeIf(
          subscription ->
              (context.equals("*") || subscription.context().equals(context))
                  && (path.equals("*") || subscription.path().equals(path)));
    }
    return next;
  }
}
