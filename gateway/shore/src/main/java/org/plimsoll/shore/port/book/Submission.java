package org.plimsoll.shore.port.book;

import java.util.Optional;
import java.util.UUID;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.wire.Body;

/**
 * What somebody wants to be kept.
 *
 * @param kind of what kind
 * @param id made by the client
 * @param parent the call or voyage that it belongs to, by any of its corrections
 * @param body what it says
 */
public record Submission(RecordKind kind, UUID id, Optional<UUID> parent, Body.Read body) {}
