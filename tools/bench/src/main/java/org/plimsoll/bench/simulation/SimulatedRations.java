package org.plimsoll.bench.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.budget.Budget;
import org.plimsoll.vessel.budget.Cron;
import org.plimsoll.vessel.budget.Rations;
import org.plimsoll.vessel.budget.Windows;
import org.plimsoll.vessel.uplink.UplinkConfig;

/** What the link of a seed may carry, and when. Half of the ships do not care. */
final class SimulatedRations {

  /** So that the rations of a seed do not change what else happens in it. */
  private static final long APART = 0x52_41_54_49_4f_4e_53L;

  private SimulatedRations() {}

  static Rations of(long seed) {
    SplittableRandom dice = new SplittableRandom(seed ^ APART);
    if (dice.nextBoolean()) {
      return Rations.NONE;
    }
    int kind = dice.nextInt(3);
    return new Rations(
        kind == 0 ? Budget.UNLIMITED : budget(dice), kind == 1 ? Windows.NONE : windows(dice));
  }

  private static Budget budget(SplittableRandom dice) {
    long day = 100_000 + dice.nextLong(400_000);
    OptionalLong month =
        dice.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(day * (2 + dice.nextInt(20)));
    return new Budget(OptionalLong.of(day), month, Optional.empty());
  }

  private static Windows windows(SplittableRandom dice) {
    List<Windows.Window> list = new ArrayList<>();
    int count = 1 + dice.nextInt(3);
    for (int i = 0; i < count; i++) {
      String opens =
          dice.nextInt(60)
              + " "
              + (dice.nextBoolean() ? "*/" : "")
              + (1 + dice.nextInt(23))
              + " * * "
              + (dice.nextInt(4) == 0 ? "mon-fri" : "*");
      Cron cron =
          Cron.parse(
                  opens,
                  why -> {
                    throw new IllegalStateException(why);
                  })
              .orElseThrow();
      list.add(new Windows.Window(cron, Duration.ofMinutes(1 + dice.nextInt(180))));
    }
    return new Windows(list, AlertPriority.values()[dice.nextInt(AlertPriority.values().length)]);
  }

  /** The same link without any. */
  static UplinkConfig lifted(UplinkConfig config) {
    return new UplinkConfig(
        config.host(),
        config.port(),
        config.topicPrefix(),
        config.credentials(),
        config.keepAlive(),
        config.sealEvery(),
        config.sealEveryOffline(),
        config.window(),
        config.receiptTimeout(),
        Rations.NONE);
  }
}
