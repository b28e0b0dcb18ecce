package org.plimsoll.shore.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that are heard and not stored: each is acknowledged, whatever it says; what is wrong
 * with one is counted, and told once.
 *
 * <p>Confined to the thread of its connection.
 */
final class Hearing implements LinkWork {

  private static final Logger log = LoggerFactory.getLogger(Hearing.class);

  /** Most topics whose trouble is remembered, so that it is reported once. */
  private static final int MAX_TROUBLED = 1_000;

  /** Takes what a message says. */
  interface Ear {

    /** What is wrong with the message, if anything is. */
    Optional<String> hear(VesselId vessel, Topics.Kind kind, InboundMessage message);

    /**
     * Says what there is to say, several times a second while there is a connection.
     *
     * @return false when the connection turned out to be of no use
     */
    default boolean answer(Link link) {
      return true;
    }
  }

  private final Topics topics;
  private final IngestCounts counts;
  private final Ear ear;
  private final Map<String, String> troubles = new HashMap<>();
  private @Nullable Link link;

  Hearing(Topics topics, IngestCounts counts, Ear ear) {
    this.topics = topics;
    this.counts = counts;
    this.ear = ear;
  }

  @Override
  public void connected(Link connection) {
    link = connection;
  }

  @Override
  public void lost() {
    link = null;
  }

  @Override
  public void arrived(InboundMessage message) {
    Optional<String> objection =
        topics
            .vesselOf(message.topic())
            .map(vessel -> ear.hear(vessel, topics.kindOf(message.topic()).orElseThrow(), message))
            .orElseGet(() -> Optional.of("topic is none of a vessel"));
    if (objection.isPresent()) {
      counts.messagesRefused.increment();
      report(message.topic(), objection.get());
    } else {
      troubles.remove(message.topic());
    }
    if (link != null) {
      link.acknowledge(message);
    }
  }

  @Override
  public boolean work() {
    return link == null || ear.answer(link);
  }

  private void report(String topic, String objection) {
    if (troubles.size() >= MAX_TROUBLED && !troubles.containsKey(topic)) {
      return;
    }
    if (!objection.equals(troubles.put(topic, objection))) {
      log.warn("refused a message on {}: {}", topic.replaceAll("\\p{Cntrl}", "?"), objection);
    }
  }
}
