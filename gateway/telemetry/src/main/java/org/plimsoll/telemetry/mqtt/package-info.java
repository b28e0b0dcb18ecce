/**
 * MQTT 5 as both sides use it: one object per connection, without memory, over the Paho client.
 *
 * <p><b>Owns</b> the fence around Paho: nothing outside this package sees one of its types. <b>Data
 * flow</b>: the owner publishes and gets a future for the broker's answer; what arrives is handed
 * to a {@link org.plimsoll.telemetry.mqtt.SessionListener}, and acknowledged only when its receiver
 * says so. <b>Threads</b>: one owner thread calls a session; listeners and futures run on Paho's
 * threads and hand over, nothing else. <b>Does not</b> reconnect, retry, or store: the owner opens
 * a new session and sends again what it still has.
 */
@NullMarked
package org.plimsoll.telemetry.mqtt;

import org.jspecify.annotations.NullMarked;
