package org.plimsoll.simulator;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.plimsoll.protocol.weighing.MtSicsCommand;
import org.plimsoll.protocol.weighing.MtSicsWriter;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * The ramp weighbridge, an MT-SICS indicator of 80 t by 20 kg: answers SI at once, dynamic or
 * stable, and S when stable; other commands with ES.
 */
final class Weighbridge implements Device {

  private static final double DIVISION_KILOGRAMS = 20;
  private static final double CAPACITY_KILOGRAMS = 80_000;
  private static final double NOISE_KILOGRAMS = 3;
  private static final int MAX_COMMAND = 32;

  private final Voice voice;
  private final RandomGenerator random;
  private final StringBuilder command = new StringBuilder();
  private final StringBuilder due = new StringBuilder();

  Weighbridge(Voice voice, RandomGenerator random) {
    this.voice = voice;
    this.random = random;
  }

  @Override
  public void tick(Truth now, Outlet out) {
    voice.seen(now);
  }

  @Override
  public void answer(double seconds, Truth now, Outlet out) {
    Truth seen = voice.seen(now);
    for (int i = 0; i < due.length(); i++) {
      voice.uttered(reply(due.charAt(i), seen), now).ifPresent(out::say);
    }
    due.setLength(0);
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void hear(ByteBuffer bytes, double seconds, Truth now) {
    while (bytes.hasRemaining()) {
      char letter = (char) (bytes.get() & 0x7F);
      if (letter == '\n') {
        take(command.toString().strip());
        command.setLength(0);
      } else if (command.length() < MAX_COMMAND) {
        command.append(letter);
      }
    }
  }

  /** I for SI, S for S, ? for anything else. At most {@link #MAX_COMMAND} wait. */
  private void take(String text) {
    if (due.length() == MAX_COMMAND) {
      return;
    }
    if (text.equals(MtSicsCommand.IMMEDIATE.text())) {
      due.append('I');
    } else {
      due.append(text.equals(MtSicsCommand.STABLE.text()) ? 'S' : '?');
    }
  }

  private byte[] reply(char asked, Truth seen) {
    if (asked == '?') {
      return MtSicsWriter.syntaxError();
    }
    boolean stable = seen.cargo().isBridgeAtRest();
    if (asked == 'S' && !stable) {
      return MtSicsWriter.reply(Weight.none(Condition.NOT_EXECUTABLE), 0);
    }
    double felt = seen.cargo().bridgeKilograms() + NOISE_KILOGRAMS * random.nextGaussian();
    double shown = Math.round(felt / DIVISION_KILOGRAMS) * DIVISION_KILOGRAMS;
    Weight weight =
        shown > CAPACITY_KILOGRAMS
            ? Weight.none(Condition.OVERLOAD)
            : Weight.gross(shown, stable ? Motion.STABLE : Motion.MOVING);
    return MtSicsWriter.reply(weight, 0);
  }
}
