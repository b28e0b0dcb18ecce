package org.plimsoll.shore.port.book;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.telemetry.VesselId;

/**
 * One line of the book.
 *
 * @param number order of receipt, from 1
 * @param identity what it is and where it belongs
 * @param supersedes the entry whose place it takes
 * @param supersededBy the entry that took its place
 * @param received by the shore's clock
 * @param author the name of the key that wrote it
 * @param content what was said, canonical JSON
 * @param result what the shore made of it, JSON
 */
public record Entry(
    long number,
    Identity identity,
    Optional<UUID> supersedes,
    Optional<UUID> supersededBy,
    Instant received,
    String author,
    String content,
    Optional<String> result) {

  /**
   * What an entry is and where it belongs.
   *
   * @param id made by the client
   * @param root the first of the corrections that it is one of; itself when it corrects nothing
   * @param parent root of the call or voyage that it belongs to
   * @param vessel whom it is about
   */
  public record Identity(
      RecordKind kind, UUID id, UUID root, Optional<UUID> parent, VesselId vessel) {}
}
