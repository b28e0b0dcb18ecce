package org.plimsoll.web.signalk;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.CrossSite;
import org.plimsoll.web.Problems;

/**
 * The delta stream: a hello, everything that is known, then what changes, at most once a refresh. A
 * slow client gets nothing while its queue is full, and then the latest of each path, so that one
 * costs at most its queue and one message. Clients are confined to one event loop; {@link #refresh}
 * may be called by any thread.
 */
final class SignalKStream {

  /** Most clients at a time; one more is refused with 503. */
  static final int MAX_CLIENTS = 64;

  /** Bytes that may wait for one client before it counts as slow. */
  static final int MAX_QUEUED_BYTES = 256 * 1024;

  /** A client that hears nothing for so many refreshes is sent a ping, so that it stays. */
  static final int PING_TICKS = 20;

  private final SignalKFleet fleet;
  private final Context loop;
  private final Changes changes;
  private final Set<Client> clients = new LinkedHashSet<>();
  private final AtomicInteger connected = new AtomicInteger();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final AtomicLong skipped = new AtomicLong();
  private final LongAdder refused = new LongAdder();
  private long tick;

  SignalKStream(Vertx vertx, SignalKFleet fleet) {
    this.fleet = fleet;
    this.loop = vertx.getOrCreateContext();
    this.changes = new Changes(fleet);
  }

  int clients() {
    return connected.get();
  }

  /** Deltas that slow clients did not get because newer ones took their place. */
  long skipped() {
    return skipped.get();
  }

  /** Messages of clients that made no sense or asked for too much. */
  long refused() {
    return refused.sum();
  }

  void refresh() {
    if (connected.get() > 0 && woken.compareAndSet(false, true)) {
      loop.runOnContext(ignored -> tell());
    }
  }

  void connect(RoutingContext context) {
    Optional<List<Subscription>> wanted = wanted(context.request().getParam("subscribe"));
    if (!"websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE))) {
      context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
      Problems.reply(context, 426, "WebSocket only", "this is a stream of deltas");
    } else if (CrossSite.isForeign(context.request())) {
      Problems.reply(context, 403, "Foreign page", "pages of other origins get no stream");
    } else if (wanted.isEmpty()) {
      Problems.reply(context, 400, "Bad parameter", "'subscribe' is self, all or none");
    } else if (connected.getAndIncrement() >= MAX_CLIENTS) {
      connected.getAndDecrement();
      context.response().putHeader("Retry-After", "10");
      Problems.reply(context, 503, "Too many clients", "at most " + MAX_CLIENTS + " at a time");
    } else {
      boolean withMeta = "all".equals(context.request().getParam("sendMeta"));
      context
          .request()
          .toWebSocket()
          .onSuccess(socket -> open(socket, wanted.get(), withMeta))
          .onFailure(noUpgrade -> connected.getAndDecrement());
    }
  }

  private static Optional<List<Subscription>> wanted(@Nullable String subscribe) {
    return switch (subscribe == null ? "self" : subscribe) {
      case "self" -> Optional.of(List.of(Subscription.all(Subscription.SELF)));
      case "all" -> Optional.of(List.of(Subscription.all("*")));
      case "none" -> Optional.of(List.of());
      default -> Optional.empty();
    };
  }

  private void open(ServerWebSocket socket, List<Subscription> wanted, boolean withMeta) {
    Client client = new Client(socket, wanted, withMeta);
    socket.setWriteQueueMaxSize(MAX_QUEUED_BYTES);
    socket.textMessageHandler(message -> loop.runOnContext(ignored -> client.hear(message)));
    socket.exceptionHandler(broken -> socket.close());
    socket.closeHandler(gone -> loop.runOnContext(ignored -> leave(client)));
    socket.writeTextMessage(Documents.hello(fleet.self(), fleet.nowMillis()).toString());
    loop.runOnContext(
        ignored -> {
          clients.add(client);
          tell();
        });
  }

  private void leave(Client client) {
    if (clients.remove(client)) {
      connected.getAndDecrement();
    }
    if (clients.isEmpty()) {
      changes.clear();
    }
  }

  private void tell() {
    woken.set(false);
    tick++;
    Optional<VesselId> self = fleet.self();
    List<VesselId> vessels = looked(self);
    vessels.forEach(id -> changes.look(id, tick));
    clients.forEach(client -> client.tell(vessels, self));
  }

  private List<VesselId> looked(Optional<VesselId> self) {
    boolean selfOnly = clients.stream().allMatch(Client::hearsSelfOnly);
    return selfOnly ? self.stream().toList() : fleet.vessels();
  }

  /** One client. Confined to the stream's event loop. */
  private final class Client {
    private final ServerWebSocket socket;
    private final boolean withMeta;
    private Map<Subscription, Long> told = new LinkedHashMap<>();
    private final Set<String> described = new LinkedHashSet<>();
    private long spoken;

    private Client(ServerWebSocket socket, List<Subscription> wanted, boolean withMeta) {
      this.socket = socket;
      this.withMeta = withMeta;
      this.spoken = tick;
      wanted.forEach(subscription -> told.put(subscription, -1L));
    }

    private boolean hearsSelfOnly() {
      return told.keySet().stream().allMatch(Subscription::isOfSelf);
    }

    private void hear(String message) {
      List<Subscription> next = Requests.apply(List.copyOf(told.keySet()), message);
      if (next == null) {
        refused.increment();
        return;
      }
      Map<Subscription, Long> kept = new LinkedHashMap<>();
      next.forEach(subscription -> kept.put(subscription, told.getOrDefault(subscription, -1L)));
      told = kept;
      SignalKStream.this.tell();
    }

    /** It may close at any moment, which must not keep the others from what they are told. */
    private void tell(List<VesselId> vessels, Optional<VesselId> self) {
      try {
        tellWhatIsDue(vessels, self);
      } catch (IllegalStateException refused) {
        if (!socket.isClosed()) {
          throw refused;
        }
      }
    }

    private void tellWhatIsDue(List<VesselId> vessels, Optional<VesselId> self) {
      List<Subscription> due =
          told.entrySet().stream()
              .filter(
                  one -> one.getValue() < 0 || tick - one.getValue() >= one.getKey().everyTicks())
              .map(Map.Entry::getKey)
              .toList();
      if (socket.writeQueueFull()) {
        skipped.addAndGet(due.isEmpty() ? 0 : 1);
        return;
      }
      for (VesselId id : vessels) {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        for (Subscription subscription : due) {
          boolean isSelf = self.filter(id::equals).isPresent();
          for (Leaf leaf : changes.since(told.get(subscription), id, isSelf, subscription)) {
            leaves.put(leaf.path(), leaf);
          }
        }
        send(id, new ArrayList<>(leaves.values()));
      }
      due.forEach(subscription -> told.put(subscription, tick));
      if (tick - spoken >= PING_TICKS) {
        spoken = tick;
        socket.writePing(Buffer.buffer());
      }
    }

    private void send(VesselId id, List<Leaf> leaves) {
      if (leaves.isEmpty()) {
        return;
      }
      spoken = tick;
      socket.writeTextMessage(Documents.delta(id, leaves).toString());
      if (withMeta) {
        // Once a path and vessel: they do not change.
        List<Leaf> news =
            leaves.stream()
                .filter(leaf -> !leaf.path().isEmpty())
                .filter(leaf -> described.add(id + " " + leaf.path()))
                .toList();
        if (!news.isEmpty()) {
          socket.writeTextMessage(Documents.meta(id, news).toString());
        }
      }
    }
  }
}
