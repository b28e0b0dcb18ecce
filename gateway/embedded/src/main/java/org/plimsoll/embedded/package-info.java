/**
 * A broker and a store inside the JVM, so that one machine needs nothing else installed.
 *
 * <p><b>Owns</b> the lifecycle, the settings and the directories of Apache ActiveMQ Artemis (MQTT
 * 5) and QuestDB. <b>Data flow</b>: none through Java calls; ship and shore reach both over their
 * sockets, exactly as they would reach a broker and a store elsewhere. <b>Threads</b>: each class
 * is started and closed by one thread; the servers own their worker threads. <b>Does not</b> know
 * vessels, telemetry or tables, and does not authenticate: bind it to loopback.
 */
@NullMarked
package org.plimsoll.embedded;

import org.jspecify.annotations.NullMarked;
