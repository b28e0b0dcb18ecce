package org.plimsoll.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The JSON messages, UTF-8. Members that a reader does not know are skipped, so that a later writer
 * may add some. Reading never throws and is bounded: {@link #MAX_BYTES}, {@link #MAX_RANGES}.
 */
public final class Messages {

  /** Longest message, in bytes; a full channel table fits. */
  public static final int MAX_BYTES = 4 << 20;

  /** Most ranges of a receipt or a request. */
  public static final int MAX_RANGES = 1024;

  private static final int MAX_NAME_LENGTH = 256;
  private static final int MAX_TEXT_LENGTH = 1024;
  private static final int MAX_ALERT_ID = 9_999_999;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Messages() {}

  public static byte[] toJson(StatusMessage status) {
    return bytes(
        JSON.objectNode()
            .put("vessel", status.vessel().text())
            .put("name", status.name())
            .put("online", status.online())
            .put("since", status.since().toString())
            .put("boot", status.boot())
            .put("software", status.software())
            .put("stream", status.stream().hex())
            .put("origin", status.origin().name()));
  }

  /** In the zlib format, because a poor link carries it with each connection. */
  public static byte[] toDeflatedJson(ChannelTable table) {
    ObjectNode root =
        JSON.objectNode().put("stream", table.stream().hex()).put("hash", table.hash());
    ArrayNode channels = root.putArray("channels");
    for (Channel channel : table.channels()) {
      channels
          .addObject()
          .put("id", channel.id())
          .put("path", channel.path())
          .put("source", channel.source())
          .put("unit", channel.unit())
          .put("resolution", channel.resolution())
          .put("timeResolutionMillis", channel.timeResolutionMillis())
          .put("title", channel.title());
    }
    return Deflated.of(bytes(root));
  }

  public static byte[] toJson(ReceiptMessage receipt) {
    return bytes(ranges(receipt.stream(), receipt.ranges()));
  }

  public static byte[] toJson(RequestMessage request) {
    return bytes(ranges(request.stream(), request.ranges()));
  }

  public static byte[] toJson(AlertMessage alert) {
    ObjectNode root =
        JSON.objectNode()
            .put("id", alert.id())
            .put("instance", alert.instance())
            .put("priority", alert.priority().name())
            .put("state", alert.state().name())
            .put("title", alert.title())
            .put("text", alert.text())
            .put("raised", alert.raised().toString())
            .put("changed", alert.changed().toString());
    alert.acknowledgedBy().ifPresent(by -> root.put("acknowledgedBy", by));
    return bytes(root.put("revision", alert.revision()));
  }

  public static MessageResult<StatusMessage> statusFrom(byte[] json) {
    return parse(
        json,
        in ->
            new StatusMessage(
                in.vessel("vessel"),
                in.text("name", MAX_NAME_LENGTH),
                in.bool("online"),
                in.instant("since"),
                in.text("boot", MAX_NAME_LENGTH),
                in.text("software", MAX_NAME_LENGTH),
                in.stream("stream"),
                in.choice("origin", DataOrigin.class)));
  }

  /** A channel table, deflated or not. */
  public static MessageResult<ChannelTable> channelsFrom(byte[] payload) {
    Optional<byte[]> json =
        Deflated.isOne(payload) ? Deflated.inflate(payload, MAX_BYTES) : Optional.of(payload);
    if (json.isEmpty()) {
      return new MessageResult.Refused<>(
          "neither JSON nor a deflated message of at most " + MAX_BYTES + " bytes");
    }
    return parse(
        json.get(),
        in -> {
          List<Channel> channels = new ArrayList<>();
          for (JsonFields channel : in.list("channels", ChannelTable.MAX_CHANNELS)) {
            channels.add(channel(channel, channels.size()));
          }
          return new ChannelTable(in.stream("stream"), channels);
        });
  }

  public static MessageResult<ReceiptMessage> receiptFrom(byte[] json) {
    return parse(json, in -> new ReceiptMessage(in.stream("stream"), ranges(in)));
  }

  public static MessageResult<RequestMessage> requestFrom(byte[] json) {
    return parse(json, in -> new RequestMessage(in.stream("stream"), ranges(in)));
  }

  public static MessageResult<AlertMessage> alertFrom(byte[] json) {
    return parse(
        json,
        in ->
            new AlertMessage(
                (int) in.integer("id", 1, MAX_ALERT_ID),
                (int) in.integer("instance", 1, MAX_ALERT_ID),
                in.choice("priority", AlertPriority.class),
                in.choice("state", AlertState.class),
                in.text("title", MAX_NAME_LENGTH),
                in.text("text", MAX_TEXT_LENGTH),
                in.instant("raised"),
                in.instant("changed"),
                in.optionalText("acknowledgedBy", MAX_NAME_LENGTH),
                in.integer("revision", 0, Long.MAX_VALUE)));
  }

  private static Channel channel(JsonFields in, int index) {
    return new Channel(
        (int) in.integer("id", index, index),
        in.text("path", Channel.MAX_PATH_LENGTH),
        in.text("source", Channel.MAX_TEXT_LENGTH),
        in.text("unit", Channel.MAX_TEXT_LENGTH),
        in.positive("resolution"),
        (int) in.integer("timeResolutionMillis", 1, Channel.MAX_TIME_RESOLUTION_MILLIS),
        in.text("title", Channel.MAX_TEXT_LENGTH));
  }

  private static List<Range> ranges(JsonFields in) {
    List<Range> ranges = new ArrayList<>();
    for (JsonFields range : in.list("ranges", MAX_RANGES)) {
      long first = range.integer("first", 1, Long.MAX_VALUE - 1);
      ranges.add(new Range(first, range.integer("last", first, Long.MAX_VALUE - 1)));
    }
    return ranges;
  }

  private static ObjectNode ranges(StreamId stream, List<Range> ranges) {
    if (ranges.size() > MAX_RANGES) {
      throw new IllegalArgumentException(
          ranges.size() + " ranges, allowed " + MAX_RANGES + " at most");
    }
    ObjectNode root = JSON.objectNode().put("stream", stream.hex());
    ArrayNode array = root.putArray("ranges");
    for (Range range : ranges) {
      array.addObject().put("first", range.first()).put("last", range.last());
    }
    return root;
  }

  private static <T> MessageResult<T> parse(byte[] json, Function<JsonFields, T> read) {
    try {
      return new MessageResult.Good<>(read.apply(JsonFields.of(json)));
    } catch (JsonFields.BadField e) {
      return new MessageResult.Refused<>(e.getMessage());
    }
  }

  private static byte[] bytes(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
