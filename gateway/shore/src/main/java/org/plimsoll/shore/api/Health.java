package org.plimsoll.shore.api;

import org.plimsoll.shore.ingest.StoreState;
import org.plimsoll.shore.port.status.PushState;

/**
 * Whether the station does its work.
 *
 * @param broker whether both connections to the broker stand
 * @param store how the store stands
 * @param book whether the port's book can be used; told apart, because of several stations that
 *     take in readings one has the book
 * @param statuses how the receiver of vessel statuses stands, told apart as well
 */
public record Health(boolean broker, StoreState store, boolean book, PushState statuses) {

  boolean isUp() {
    return broker && store == StoreState.UP;
  }
}
