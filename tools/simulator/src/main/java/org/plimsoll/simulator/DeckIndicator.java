package org.plimsoll.simulator;

import java.util.random.RandomGenerator;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousWriter;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * The indicator of the load cells under the forward car deck, in Toledo continuous format with
 * check byte, ten frames a second, in steps of 10 kg.
 */
final class DeckIndicator implements Device {

  private static final double NOISE_KILOGRAMS = 8;
  private static final double MOTION_KILOGRAMS = 50;
  private static final double DIVISION_KILOGRAMS = 10;

  private final Voice voice;
  private final RandomGenerator random;
  private final Beat beat = new Beat(0.05, 0.1);
  private final ToledoContinuousWriter writer = new ToledoContinuousWriter(ToledoChecksum.SENT, -1);
  private double lastKilograms;

  DeckIndicator(Voice voice, RandomGenerator random) {
    this.voice = voice;
    this.random = random;
  }

  @Override
  public void tick(Truth now, Outlet out) {
    Truth seen = voice.seen(now);
    if (!beat.isDue(now.elapsedSeconds())) {
      return;
    }
    double felt = seen.cargo().forwardDeckTonnes() * 1000;
    Motion motion =
        Math.abs(felt - lastKilograms) > MOTION_KILOGRAMS ? Motion.MOVING : Motion.STABLE;
    lastKilograms = felt;
    double noisy = felt + NOISE_KILOGRAMS * random.nextGaussian();
    double shown = Math.round(noisy / DIVISION_KILOGRAMS) * DIVISION_KILOGRAMS;
    voice.uttered(writer.frame(Weight.gross(shown, motion)), now).ifPresent(out::say);
  }
}
