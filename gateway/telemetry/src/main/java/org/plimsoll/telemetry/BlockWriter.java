package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes one block. Confined to the caller; used once. */
final class BlockWriter {

  private final Block block;
  private final BitWriter out = new BitWriter();

  BlockWriter(Block block) {
    this.block = block;
  }

  byte[] write() {
    for (byte magic : BlockEnvelope.MAGIC) {
      out.octet(magic);
    }
    out.octet(BlockCodec.MAJOR << 4 | BlockCodec.MINOR);
    out.bits(block.stream().high(), Long.SIZE);
    out.bits(block.stream().low(), Long.SIZE);
    out.octet(block.origin().ordinal());
    out.varint(block.first());
    out.varint(block.last() - block.first());
    out.varint(0);
    List<Row> rows = writeGaps();
    out.number(block.channelCount());
    if (!rows.isEmpty()) {
      writeRows(rows);
    }
    out.align();
    CRC32C crc = new CRC32C();
    byte[] body = out.toByteArray();
    crc.update(body, 0, body.length);
    out.bits(crc.getValue(), Integer.SIZE);
    return out.toByteArray();
  }

  /** Writes where gaps stand among the rows, and gives the rows. */
  private List<Row> writeGaps() {
    List<Row> rows = new ArrayList<>(block.entries().size());
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        rows.add(row);
      }
    }
    out.rice(block.entries().size() - rows.size(), 0);
    long rowsBefore = 0;
    for (Entry entry : block.entries()) {
      if (entry instanceof Gap gap) {
        out.number(rowsBefore);
        out.number(gap.last() - gap.first());
        out.number(gap.readings());
        out.rice(gap.reason().ordinal(), 0);
        rowsBefore = 0;
      } else {
        rowsBefore++;
      }
    }
    return rows;
  }

  private void writeRows(List<Row> rows) {
    long[] epochs = new long[rows.size()];
    int before = rows.get(0).clockEpoch();
    out.number(before);
    for (int r = 1; r < rows.size(); r++) {
      int epoch = rows.get(r).clockEpoch();
      epochs[r - 1] = BitWriter.zigzag((long) epoch - before);
      before = epoch;
    }
    Coding.sequence(out, epochs, rows.size() - 1);
    BlockColumns columns = new BlockColumns(rows, block.channelCount());
    out.number(columns.count());
    if (columns.count() > 0) {
      new TimeWriter(columns, rows.size()).write(out);
      new ValueWriter(columns).write(out);
    }
  }
}
