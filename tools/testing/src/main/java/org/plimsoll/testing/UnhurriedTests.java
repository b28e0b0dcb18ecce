package org.plimsoll.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets every test of a run wait long for what it expects. A test is told at once when it has come,
 * so patience costs nothing but in a test that fails; the ten seconds that Awaitility allows by
 * itself fail good code on a busy machine.
 */
public final class UnhurriedTests implements LauncherSessionListener {

  /** Longer than any pause that a machine with two cores and four test runs has shown. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(PATIENCE);
  }
}
