package org.plimsoll.shore.api;

import org.plimsoll.shore.ingest.StoreState;

/**
 * Whether the station does its work.
 *
 * @param broker whether both connections to the broker stand
 * @param store how the store stands
 */
public record Health(boolean broker, StoreState store) {

  boolean isUp() {
    return broker && store == StoreState.UP;
  }
}
