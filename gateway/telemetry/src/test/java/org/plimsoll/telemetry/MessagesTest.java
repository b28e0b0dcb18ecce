package org.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final ChannelTable TABLE =
      new ChannelTable(
          Blocks.STREAM,
          List.of(
              new Channel(0, "hull.trim", "draught", "m", 0.001, 100, "Trim"),
              new Channel(1, "a.b", "gps", "deg", 1e-7, 20, "B")));

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.250Z");

  @Test
  void statusComesBack() {
    StatusMessage status =
        new StatusMessage(
            new VesselId("imo9876543"),
            "MV \"Rajin\" Star\n\u00e9",
            true,
            NOON,
            "b1",
            "0.1.0",
            Blocks.STREAM,
            DataOrigin.SIMULATED);
    assertThat(Messages.statusFrom(Messages.toJson(status)))
        .isEqualTo(new MessageResult.Good<>(status));
  }

  @Test
  void channelTableComesBack() {
    assertThat(Messages.channelsFrom(Messages.toDeflatedJson(TABLE)))
        .isEqualTo(new MessageResult.Good<>(TABLE));
  }

  @Test
  void aChannelTableNeedNotBeDeflated() {
    byte[] deflated = Messages.toDeflatedJson(TABLE);
    byte[] json = Deflated.inflate(deflated, Messages.MAX_BYTES).orElseThrow();
    assertThat(new String(json, StandardCharsets.UTF_8)).startsWith("{\"stream\":");
    assertThat(Messages.channelsFrom(json)).isEqualTo(new MessageResult.Good<>(TABLE));
  }

  @Test
  void whatIsDeflatedBadlyIsRefused() {
    byte[] deflated = Messages.toDeflatedJson(TABLE);
    byte[] longer = Arrays.copyOf(deflated, deflated.length + 1);
    byte[] bomb = Deflated.of(new byte[Messages.MAX_BYTES + 1]);
    assertThat(bomb.length).isLessThan(5_000);
    for (byte[] bad : List.of(longer, bomb, Deflated.of(bytes("[1]")))) {
      assertThat(Messages.channelsFrom(bad)).isInstanceOf(MessageResult.Refused.class);
    }
    for (int cut = 0; cut < deflated.length; cut++) {
      assertThat(Messages.channelsFrom(Arrays.copyOf(deflated, cut)))
          .isInstanceOf(MessageResult.Refused.class);
    }
  }

  @Test
  void theLargestChannelTableFits() {
    List<Channel> channels = new java.util.ArrayList<>();
    for (int id = 0; id < ChannelTable.MAX_CHANNELS; id++) {
      channels.add(
          new Channel(id, "p".repeat(128), "s".repeat(128), "u", 0.001, 100, "t".repeat(128)));
    }
    ChannelTable table = new ChannelTable(Blocks.STREAM, channels);
    assertThat(Messages.channelsFrom(Messages.toDeflatedJson(table)))
        .isEqualTo(new MessageResult.Good<>(table));
  }

  @Test
  void receiptsAndRequestsComeBack() {
    List<Range> ranges = List.of(new Range(1, 5), new Range(9, Long.MAX_VALUE - 1));
    ReceiptMessage receipt = new ReceiptMessage(Blocks.STREAM, ranges);
    RequestMessage request = new RequestMessage(Blocks.STREAM, ranges);
    assertThat(Messages.receiptFrom(Messages.toJson(receipt)))
        .isEqualTo(new MessageResult.Good<>(receipt));
    assertThat(Messages.requestFrom(Messages.toJson(request)))
        .isEqualTo(new MessageResult.Good<>(request));
  }

  @Test
  void alertsComeBackWithAndWithoutAName() {
    for (Optional<String> by : List.of(Optional.<String>empty(), Optional.of("2/E"))) {
      AlertMessage alert =
          new AlertMessage(
              10502,
              1,
              AlertPriority.ALARM,
              AlertState.ACTIVE_UNACKNOWLEDGED,
              "Cargo limit",
              "1,012 t of 1,000 t",
              NOON,
              NOON.plusSeconds(2),
              by,
              3);
      assertThat(Messages.alertFrom(Messages.toJson(alert)))
          .isEqualTo(new MessageResult.Good<>(alert));
    }
  }

  @Test
  void membersOfALaterVersionAreSkipped() {
    String json =
        "{\"stream\":\"00112233445566778899aabbccddeeff\",\"later\":{\"x\":[1]},"
            + "\"ranges\":[{\"first\":1,\"last\":2,\"more\":true}]}";
    assertThat(Messages.receiptFrom(bytes(json)))
        .isEqualTo(
            new MessageResult.Good<>(new ReceiptMessage(Blocks.STREAM, List.of(new Range(1, 2)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"stream\":\"x\",\"ranges\":[]}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\"}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\",\"ranges\":{}}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\",\"ranges\":[1]}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\",\"ranges\":[{\"first\":0,\"last\":1}]}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\",\"ranges\":[{\"first\":2,\"last\":1}]}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\",\"ranges\":[{\"first\":1.5,\"last\":2}]}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\","
            + "\"ranges\":[{\"first\":1,\"last\":99999999999999999999}]}",
        "{\"stream\":\"00112233445566778899aabbccddeeff\","
            + "\"ranges\":[{\"first\":1,\"last\":9223372036854775807}]}",
        "{\"stream\":\"a\",\"stream\":\"b\",\"ranges\":[]}"
      })
  void refusesWhatIsNoReceipt(String json) {
    assertThat(Messages.receiptFrom(bytes(json))).isInstanceOf(MessageResult.Refused.class);
  }

  @Test
  void refusesTooManyRanges() {
    String ranges = "{\"first\":1,\"last\":1},".repeat(Messages.MAX_RANGES);
    String json =
        "{\"stream\":\"00112233445566778899aabbccddeeff\",\"ranges\":["
            + ranges
            + "{\"first\":1,\"last\":1}]}";
    assertThat(Messages.receiptFrom(bytes(json))).isInstanceOf(MessageResult.Refused.class);
  }

  @Test
  void refusesDepthAndLength() {
    assertThat(Messages.receiptFrom(bytes("[".repeat(100_000))))
        .isInstanceOf(MessageResult.Refused.class);
    assertThat(Messages.receiptFrom(new byte[Messages.MAX_BYTES + 1]))
        .isInstanceOf(MessageResult.Refused.class);
  }

  @Test
  void mutatedMessagesNeverThrow() {
    SplittableRandom random = new SplittableRandom(5);
    byte[] deflated = Messages.toDeflatedJson(TABLE);
    byte[] json = Deflated.inflate(deflated, Messages.MAX_BYTES).orElseThrow();
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = (i % 2 == 0 ? deflated : json).clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      refused += Messages.channelsFrom(bytes) instanceof MessageResult.Refused ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
