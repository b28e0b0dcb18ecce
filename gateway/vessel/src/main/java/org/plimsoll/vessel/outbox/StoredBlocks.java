package org.plimsoll.vessel.outbox;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;

/**
 * What the outbox of a directory holds, to be looked at. Each visit has a connection of its own
 * that cannot write and takes no lock of the outbox: the pipeline never waits for a reader. No
 * transaction lasts longer than a page of blocks, so that the write-ahead log is not kept from
 * shrinking. Immutable; any thread.
 */
public final class StoredBlocks {

  /** Most blocks that are held at once. */
  static final int PAGE = 16;

  private final Path file;
  private final BlockCodec codec = new BlockCodec();

  /**
   * @param directory of the outbox
   */
  public StoredBlocks(Path directory) {
    this.file = SqliteDisk.file(directory);
  }

  /**
   * Shows the blocks, the newest first, down to those that were sealed before a time; what cannot
   * be decoded is passed over. A block that is joined with others meanwhile may be shown twice.
   *
   * @param sealedFromMillis ms since 1970; older blocks hold nothing younger than that
   * @param wantsMore is given each block, and says whether it wants the next
   * @return whether everything was shown
   */
  public boolean visit(long sealedFromMillis, Predicate<Block> wantsMore) throws OutboxFailure {
    try (Database database = Database.readOnly(file)) {
      long before = Long.MAX_VALUE;
      for (Table table : Table.values()) {
        List<Held> page;
        do {
          page = database.query(table.query, Held::read, before, PAGE);
          for (Held held : page) {
            before = held.first;
            if (codec.decode(held.body) instanceof BlockResult.Good good
                && !wantsMore.test(good.block())) {
              return false;
            }
            if (held.keptMillis < sealedFromMillis) {
              return true;
            }
          }
        } while (page.size() == PAGE);
      }
      return true;
    } catch (SQLException e) {
      throw new OutboxFailure("outbox " + file + " cannot be looked at", e);
    }
  }

  /** In the order of age: commit groups that are in no block yet, then blocks. */
  private enum Table {
    ROWS("SELECT sequence, accepted, body FROM rows WHERE sequence < ? ORDER BY sequence"),
    BLOCKS("SELECT first, sealed, body FROM blocks WHERE first < ? ORDER BY first");

    private final String query;

    Table(String query) {
      this.query = query + " DESC LIMIT ?";
    }
  }

  /** The body of a block; when it was accepted or, the oldest of it, sealed. */
  private record Held(long first, long keptMillis, byte[] body) {

    private static final byte[] NOTHING = {};

    static Held read(ResultSet row) throws SQLException {
      byte[] body = row.getBytes(3);
      return new Held(row.getLong(1), row.getLong(2), body == null ? NOTHING : body);
    }
  }
}
