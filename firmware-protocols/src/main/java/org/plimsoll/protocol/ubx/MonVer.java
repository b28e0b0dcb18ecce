package org.plimsoll.protocol.ubx;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * What the receiver is (MON-VER, 0A 04): 30 bytes of software, 10 of hardware, 30 for each
 * extension, each text ended by NUL.
 *
 * @param extensions protocol version, module name and the like, as sent
 */
public record MonVer(String software, String hardware, List<String> extensions)
    implements UbxMessage {

  private static final int TEXT = 30;
  private static final int HEADER = 40;

  public MonVer {
    extensions = List.copyOf(extensions);
  }

  @Override
  public String name() {
    return "MON-VER";
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    if (in.length() < HEADER || (in.length() - HEADER) % TEXT != 0) {
      return Decoded.malformed(Reason.SYNTAX, "MON-VER of " + in.length() + " bytes");
    }
    List<String> extensions = new ArrayList<>();
    for (int at = HEADER; at < in.length(); at += TEXT) {
      extensions.add(in.text(at, TEXT));
    }
    return Decoded.value(new MonVer(in.text(0, TEXT), in.text(TEXT, HEADER - TEXT), extensions));
  }
}
