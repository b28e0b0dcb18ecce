package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The alert on passengers of a vessel that runs, and how each state of its life is brought about:
 * the counter says how many are aboard, officers and the alert management do the rest.
 *
 * <p>Confined to the run's thread.
 */
final class AlertLife {

  /** What the passengers' alert has to be configured to for this. */
  static final String CONFIGURED =
      "{clears-after: 0s, lingers: 0s, transferable: true, escalates-after: 1s}";

  /** Every state that is kept, in the words of the catalogue, and how an alert comes to it. */
  enum Stage {
    UNACKNOWLEDGED("ACTIVE_UNACKNOWLEDGED"),
    SILENCED("ACTIVE_SILENCED"),
    ACKNOWLEDGED("ACTIVE_ACKNOWLEDGED"),
    TRANSFERRED("ACTIVE_TRANSFERRED"),
    ESCALATED("ACTIVE_UNACKNOWLEDGED"),
    RECTIFIED("RECTIFIED_UNACKNOWLEDGED"),
    CAUTION("ACTIVE_ACKNOWLEDGED"),
    NORMAL("NORMAL");

    private final String state;

    Stage(String state) {
      this.state = state;
    }

    String state() {
      return state;
    }
  }

  static final int ALERT = 10_501;

  private static final String PATH = "/api/v1/alerts";
  private static final String NORMAL = Stage.NORMAL.state();
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int FEW = 140;
  private static final int NEARLY_FULL = 195;
  private static final int FULL = 200;
  private static final int TOO_MANY = 263;

  private final Halves halves;
  private final AlertManagement management;
  private final List<String> officers = List.of("2/E", "C/O \u00b1 \"<i>\"", "Master");
  private int acknowledgements;

  AlertLife(Halves halves, AlertManagement management) {
    this.halves = halves;
    this.management = management;
  }

  /**
   * Brings the alert, which is normal before, into a state.
   *
   * @return the alert as the vessel has said it last: in the reply to an officer where there is
   *     one, so that what a reply promises is what is held against her.
   */
  JsonNode bring(Stage stage) throws IOException, InterruptedException {
    return switch (stage) {
      case UNACKNOWLEDGED -> counted(TOO_MANY, stage);
      case SILENCED -> {
        counted(TOO_MANY, Stage.UNACKNOWLEDGED);
        yield post("silence", "{}");
      }
      case ACKNOWLEDGED -> {
        counted(TOO_MANY, Stage.UNACKNOWLEDGED);
        yield acknowledge();
      }
      case TRANSFERRED -> {
        counted(TOO_MANY, Stage.UNACKNOWLEDGED);
        halves.require("the alert management is connected", LONGEST, this::takeOver);
        yield await(stage, latest -> true);
      }
      case ESCALATED -> {
        halves.instruments().count(FULL);
        yield await(stage, latest -> latest.path("escalations").asInt() == 1);
      }
      case RECTIFIED -> {
        counted(TOO_MANY, Stage.UNACKNOWLEDGED);
        yield counted(FEW, stage);
      }
      case CAUTION -> counted(NEARLY_FULL, stage);
      case NORMAL -> {
        counted(TOO_MANY, Stage.UNACKNOWLEDGED);
        acknowledge();
        yield counted(FEW, stage);
      }
    };
  }

  private boolean takeOver() throws IOException {
    management.takeOver(ALERT);
    return true;
  }

  private JsonNode counted(int passengers, Stage then) throws IOException, InterruptedException {
    halves.instruments().count(passengers);
    return await(then, latest -> true);
  }

  private interface Condition {
    boolean holds(JsonNode latest);
  }

  private JsonNode await(Stage stage, Condition condition)
      throws IOException, InterruptedException {
    AtomicReference<JsonNode> found = new AtomicReference<>(MissingNode.getInstance());
    halves.require(
        "the alert is " + stage,
        LONGEST,
        () -> {
          JsonNode latest = latest();
          found.set(latest);
          return latest.path("state").asText().equals(stage.state()) && condition.holds(latest);
        });
    return found.get();
  }

  private JsonNode acknowledge() throws IOException, InterruptedException {
    String by = officers.get(acknowledgements++ % officers.size());
    return post("acknowledge", "{\"by\":\"" + by.replace("\"", "\\\"") + "\"}");
  }

  private JsonNode post(String verb, String document) throws IOException, InterruptedException {
    return halves.http().post(halves.bridge(), PATH + "/" + ALERT + "/" + verb, document);
  }

  /**
   * The alert as it is now; when it is not active, how it became normal. Missing if it never was,
   * or if it is not active and its history does not say why.
   */
  JsonNode latest() throws IOException, InterruptedException {
    JsonNode alerts = halves.http().get(halves.bridge(), PATH);
    JsonNode active = first(alerts.path("active"));
    if (!active.isMissingNode()) {
      return active;
    }
    JsonNode last = first(alerts.path("history"));
    return last.path("state").asText().equals(NORMAL) ? last : MissingNode.getInstance();
  }

  private static JsonNode first(JsonNode alerts) {
    for (JsonNode alert : alerts) {
      if (alert.path("id").asInt() == ALERT) {
        return alert;
      }
    }
    return MissingNode.getInstance();
  }

  /** Makes it normal again, by what an officer would do after this restart. */
  void end() throws IOException, InterruptedException {
    halves.instruments().count(FEW);
    halves.require("the alert is normal again", LONGEST, this::hasEnded);
  }

  private boolean hasEnded() throws IOException, InterruptedException {
    JsonNode latest = latest();
    String state = latest.path("state").asText(NORMAL);
    if (state.equals(Stage.RECTIFIED.state())) {
      acknowledge();
    }
    return state.equals(NORMAL);
  }
}
