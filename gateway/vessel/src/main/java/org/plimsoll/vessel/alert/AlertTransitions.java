package org.plimsoll.vessel.alert;

import static org.plimsoll.telemetry.AlertState.ACTIVE_ACKNOWLEDGED;
import static org.plimsoll.telemetry.AlertState.ACTIVE_SILENCED;
import static org.plimsoll.telemetry.AlertState.ACTIVE_TRANSFERRED;
import static org.plimsoll.telemetry.AlertState.ACTIVE_UNACKNOWLEDGED;
import static org.plimsoll.telemetry.AlertState.NORMAL;
import static org.plimsoll.telemetry.AlertState.RECTIFIED_UNACKNOWLEDGED;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;

/**
 * The state machine of an alert (MSC.302(87) 7.3 and 9; IEC 62923-1 annex J). Knows no time.
 *
 * <pre>
 *            occurs               acknowledged              rectified
 *  NORMAL ----------> ACTIVE    ----------------> ACTIVE   -----------> NORMAL
 *    ^                UNACK.                      ACKNOWLEDGED
 *    |                |  ^ |  ^                     ^   ^
 *    |       silenced |  | |  | returned            |   |
 *    |                v  | |  +-----> ACTIVE -------+   |  acknowledged
 *    |         ACTIVE ---+ |  transf. TRANSFERRED       |
 *    |         SILENCED    |                            |
 *    |                     | rectified                  |
 *    +--- RECTIFIED  <-----+                            |
 *  ackn.  UNACKNOWLEDGED --- occurs ---> ACTIVE UNACKNOWLEDGED
 * </pre>
 */
public final class AlertTransitions {

  private AlertTransitions() {}

  /**
   * The state after an event.
   *
   * @param priority a caution makes no sound and is not acknowledged
   * @return empty if the event has no place in this state: a command is then refused
   */
  public static Optional<AlertState> after(
      AlertState state, AlertEvent event, AlertPriority priority, AlertCategory category) {
    return Optional.ofNullable(
        priority == AlertPriority.CAUTION
            ? ofCaution(state, event)
            : category == AlertCategory.C ? ofCategoryC(state, event) : ofOther(state, event));
  }

  private static @Nullable AlertState ofCaution(AlertState state, AlertEvent event) {
    return switch (event) {
      case OCCURS -> ACTIVE_ACKNOWLEDGED;
      case RECTIFIED -> state == NORMAL ? null : NORMAL;
      default -> null;
    };
  }

  /** Nobody on the bridge can acknowledge it, so nobody is waited for. */
  private static @Nullable AlertState ofCategoryC(AlertState state, AlertEvent event) {
    if (event == AlertEvent.ACKNOWLEDGED) {
      return null;
    }
    AlertState next = ofOther(state, event);
    return next == RECTIFIED_UNACKNOWLEDGED ? NORMAL : next;
  }

  private static @Nullable AlertState ofOther(AlertState state, AlertEvent event) {
    return switch (event) {
      case OCCURS -> ACTIVE_UNACKNOWLEDGED;
      case RECTIFIED -> rectified(state);
      case ACKNOWLEDGED -> acknowledged(state);
      case SILENCED -> state == ACTIVE_UNACKNOWLEDGED ? ACTIVE_SILENCED : null;
      case SILENCE_ENDS -> state == ACTIVE_SILENCED ? ACTIVE_UNACKNOWLEDGED : null;
      case TRANSFERRED -> isWaiting(state) ? ACTIVE_TRANSFERRED : null;
      case RETURNED -> state == ACTIVE_TRANSFERRED ? ACTIVE_UNACKNOWLEDGED : null;
      case ESCALATES -> isWaiting(state) ? ACTIVE_UNACKNOWLEDGED : null;
    };
  }

  private static @Nullable AlertState rectified(AlertState state) {
    return switch (state) {
      case ACTIVE_UNACKNOWLEDGED, ACTIVE_SILENCED -> RECTIFIED_UNACKNOWLEDGED;
      case ACTIVE_ACKNOWLEDGED, ACTIVE_TRANSFERRED -> NORMAL;
      case NORMAL, RECTIFIED_UNACKNOWLEDGED -> null;
    };
  }

  private static @Nullable AlertState acknowledged(AlertState state) {
    return switch (state) {
      case ACTIVE_UNACKNOWLEDGED, ACTIVE_SILENCED, ACTIVE_TRANSFERRED -> ACTIVE_ACKNOWLEDGED;
      case RECTIFIED_UNACKNOWLEDGED -> NORMAL;
      case NORMAL, ACTIVE_ACKNOWLEDGED -> null;
    };
  }

  /** Whether it is active and waits for an officer here. */
  static boolean isWaiting(AlertState state) {
    return state == ACTIVE_UNACKNOWLEDGED || state == ACTIVE_SILENCED;
  }
}
