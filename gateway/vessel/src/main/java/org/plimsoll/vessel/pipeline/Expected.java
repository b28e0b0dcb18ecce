package org.plimsoll.vessel.pipeline;

import java.util.List;
import org.plimsoll.vessel.line.Dialect;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.mapping.RegisterPoint;

/** Makes the channels known whose source is certain before anything is heard. */
final class Expected {

  private Expected() {}

  static void channels(List<LineConfig> lines, ChannelBook book) {
    for (LineConfig line : lines) {
      Dialect dialect = line.dialect();
      if (dialect instanceof Dialect.ModbusRtu modbus) {
        for (RegisterPoint point : modbus.points()) {
          book.expect(point.quantity(), line.id() + "." + point.request().unit(), line.id());
        }
      } else if (dialect instanceof Dialect.MtSics || dialect instanceof Dialect.Toledo) {
        dialect.promised().forEach(quantity -> book.expect(quantity, line.id(), line.id()));
      }
    }
  }
}
