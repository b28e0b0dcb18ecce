package org.plimsoll.vessel.line;

import io.netty.channel.ChannelHandler;
import java.util.List;
import java.util.function.LongSupplier;
import org.plimsoll.vessel.line.Dialect.Protocol;

/** The handlers of each dialect, from bytes to readings; made afresh for each opening. */
final class Protocols {

  private Protocols() {}

  static List<ChannelHandler> handlers(LineConfig line, Ear ear, LongSupplier nanos) {
    String id = line.id();
    Dialect dialect = line.dialect();
    if (dialect instanceof Dialect.Sentences sentences) {
      return List.of(new SentenceHandler(id, sentences, ear));
    }
    if (dialect instanceof Dialect.BridgeAlerts alerts) {
      return List.of(new AlertHandler(id, alerts, ear));
    }
    if (dialect instanceof Dialect.Gnss gnss) {
      return List.of(new ReceiverHandler(id, gnss, ear));
    }
    if (dialect instanceof Dialect.Nmea2000 bus) {
      return List.of(new BusHandler(id, bus, ear));
    }
    if (dialect instanceof Dialect.Modbus modbus) {
      return modbus.spoken() == Protocol.MODBUS_TCP
          ? List.of(new MbapCodec(), new RegisterHandler(id, modbus, new TcpLink(), ear))
          : List.of(new RegisterHandler(id, modbus, new RtuLink(), ear));
    }
    if (dialect instanceof Dialect.MtSics sics) {
      return List.of(WeightHandler.polled(id, sics, ear, nanos));
    }
    if (dialect instanceof Dialect.Toledo toledo) {
      return List.of(WeightHandler.streaming(id, toledo, ear, nanos));
    }
    if (dialect instanceof Dialect.Indicator indicator) {
      return List.of(WeightHandler.printing(id, indicator, ear, nanos));
    }
    throw new AssertionError(dialect);
  }
}
