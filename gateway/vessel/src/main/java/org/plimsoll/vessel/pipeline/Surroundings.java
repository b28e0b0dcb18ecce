package org.plimsoll.vessel.pipeline;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.vessel.uplink.LinkStatus;

/**
 * What the pipeline looks at and talks to, all of it callable from the pipeline thread without
 * waiting.
 *
 * @param lines the state of every line
 * @param link the state of the link ashore
 * @param alertsAshore sends an alert transition ahead of everything else
 * @param alertLines says alert sentences on the line of a name
 * @param screens shows a snapshot
 * @param records keeps departure records
 */
public record Surroundings(
    Supplier<List<LineStatus>> lines,
    Supplier<LinkStatus> link,
    Consumer<AlertMessage> alertsAshore,
    BiConsumer<String, List<String>> alertLines,
    Consumer<Snapshot> screens,
    RecordBook records) {}
