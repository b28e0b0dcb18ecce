package org.plimsoll.vessel.cargo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.naval.reconciliation.ConstantDrift;
import org.plimsoll.naval.reconciliation.Residual;

/**
 * The residuals of past voyages, each taken when a departure was recorded; tells whether the ship's
 * constant drifts. Confined to the pipeline thread.
 */
public final class PastVoyages {

  private static final String SEPARATOR = ";";

  private final List<Residual> residuals = new ArrayList<>();
  private ConstantDrift.Finding drift = ConstantDrift.USUAL.look(List.of());

  /** Adds the residual of a voyage; beyond {@link ConstantDrift#MOST_VOYAGES} the oldest goes. */
  void add(Residual residual) {
    residuals.add(residual);
    if (residuals.size() > ConstantDrift.MOST_VOYAGES) {
      residuals.remove(0);
    }
    drift = ConstantDrift.USUAL.look(residuals);
  }

  /** What they say together. */
  ConstantDrift.Finding drift() {
    return drift;
  }

  /** What must survive a power cut: residual and U95 of each, in hundredths of a tonne. */
  String memory() {
    StringBuilder text = new StringBuilder();
    for (Residual residual : residuals) {
      text.append(text.isEmpty() ? "" : SEPARATOR)
          .append(String.format(Locale.ROOT, "%.2f:%.2f", residual.tonnes(), residual.u95Tonnes()));
    }
    return text.toString();
  }

  /**
   * Restores what {@link #memory()} said; false if it could not be read, and then there is none.
   */
  boolean restore(String memory) {
    List<Residual> read = new ArrayList<>();
    try {
      for (String pair : memory.split(SEPARATOR, -1)) {
        String[] parts = pair.split(":", -1);
        read.add(new Residual(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return false;
    }
    residuals.clear();
    residuals.addAll(read);
    drift = ConstantDrift.USUAL.look(residuals);
    return true;
  }
}
