package org.plimsoll.vessel.alert;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What somebody wants of one alert.
 *
 * @param id which alert
 * @param instance which of several of the kind; may be left out while only one waits
 * @param verb what is wanted
 * @param station from where
 * @param by who
 * @param revision of the alert as the officer saw it; empty if that is not known. An alert that has
 *     changed since is refused, so that nobody acknowledges what was not seen.
 */
public record AlertCommand(
    int id, OptionalInt instance, Verb verb, Station station, String by, OptionalLong revision) {

  /** What may be wanted. */
  public enum Verb {
    ACKNOWLEDGE(AlertEvent.ACKNOWLEDGED),
    SILENCE(AlertEvent.SILENCED),
    TRANSFER(AlertEvent.TRANSFERRED);

    private final AlertEvent event;

    Verb(AlertEvent event) {
      this.event = event;
    }

    AlertEvent event() {
      return event;
    }
  }

  /** From where it is wanted. */
  public enum Station {
    /** Our own pages: the task station of our alerts. */
    PANEL,
    /** Another system on the bridge, over a line. */
    REMOTE
  }
}
