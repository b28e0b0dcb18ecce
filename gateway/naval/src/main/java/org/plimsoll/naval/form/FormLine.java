package org.plimsoll.naval.form;

/**
 * The lines of the form in their order. Where the UNECE draught survey form (Form C) numbers the
 * line, {@link #number()} is its number there.
 */
public enum FormLine {
  MEAN_FORWARD("mean_fwd", "131", "Tf", "m", "mean draught forward", "(Fp + Fs) / 2"),
  MEAN_MIDSHIP("mean_mid", "138", "Tm", "m", "mean draught midship", "(Mp + Ms) / 2"),
  MEAN_AFT("mean_aft", "147", "Ta", "m", "mean draught aft", "(Ap + As) / 2"),
  APPARENT_TRIM("apparent_trim", "", "t'", "m", "apparent trim, + by the stern", "Ta - Tf"),
  LENGTH_BETWEEN_MARKS("lbm", "", "LBM", "m", "length between marks", "LBP - dA + dF"),
  CORRECTION_FORWARD(
      "corr_fwd", "133", "cF", "m", "to the forward perpendicular", "dF (Ta - Tf) / LBM"),
  FORWARD("t_fp", "134", "T_fp", "m", "draught at the forward perpendicular", "mean + corr - keel"),
  CORRECTION_MIDSHIP("corr_mid", "140", "cM", "m", "to half length", "dM (Ta - Tf) / LBM"),
  MIDSHIP("t_mid", "141", "T_mid", "m", "draught at half length", "mean + corr - keel"),
  CORRECTION_AFT("corr_aft", "148", "cA", "m", "to the after perpendicular", "dA (Ta - Tf) / LBM"),
  AFT("t_ap", "149", "T_ap", "m", "draught at the after perpendicular", "mean + corr - keel"),
  MEAN_OF_ENDS("mean_fa", "151", "Te", "m", "mean of the ends", "(T_fp + T_ap) / 2"),
  DEFLECTION(
      "deflection_cm", "", "s", "cm", "deflection, + sag - hog", "100 (T_mid - mean of ends)"),
  LIST_DIFFERENCE("list_m", "", "l", "m", "midship port less starboard", "Mp - Ms"),
  MEAN_DRAUGHT("mmc", "154", "Tq", "m", "corrected mean draught", "(T_fp + 6 T_mid + T_ap) / 8"),
  TRUE_TRIM("true_trim", "155", "t", "m", "true trim, + by the stern", "T_ap - T_fp"),
  TABLE_DISPLACEMENT("disp", "", "Dt", "t", "displacement in the table", "at the mean draught"),
  IMMERSION("tpc", "", "TPC", "t/cm", "tonnes per centimetre", "at the mean draught"),
  FLOTATION_ARM("lcf", "", "a", "m", "centre of flotation aft of midship", "LBP / 2 - LCF from AP"),
  TRIM_MOMENT_DIFFERENCE("dmtc", "", "dMTC", "t m/cm", "MTC 0.5 m above less below", "MTC+ - MTC-"),
  FIRST_TRIM("ftc", "162", "FTC", "t", "first trim correction", "100 trim LCF TPC / LBP"),
  SECOND_TRIM("stc", "163", "STC", "t", "second trim correction", "50 trim^2 dMTC / LBP"),
  LIST_CORRECTION("list_corr", "", "LC", "t", "list correction", "6 (Mp - Ms) (TPCp - TPCs)"),
  DISPLACEMENT_TABLE_WATER("disp_trim_list", "", "D1", "t", "displacement, trim and list", "sum"),
  DENSITY_CORRECTION(
      "dens_corr", "164", "DC", "t", "density correction", "D (rho - rho_t) / rho_t"),
  DISPLACEMENT("disp_dens", "", "D", "t", "displacement", "sum"),
  DEDUCTIBLES("deductibles", "", "W", "t", "deductibles", "sum"),
  NET("net", "", "N", "t", "net displacement", "displacement - deductibles"),
  DEADWEIGHT("dwt", "", "DWT", "t", "deadweight", "displacement - lightship"),
  CONSTANT("constant", "", "C", "t", "constant", "net - lightship"),
  CARGO("cargo", "", "Q", "t", "cargo", "net - lightship - constant");

  private final String key;
  private final String number;
  private final String symbol;
  private final String unit;
  private final String title;
  private final String formula;

  FormLine(String key, String number, String symbol, String unit, String title, String formula) {
    this.key = key;
    this.number = number;
    this.symbol = symbol;
    this.unit = unit;
    this.title = title;
    this.formula = formula;
  }

  /** Short name, stable, for files and comparison. */
  public String key() {
    return key;
  }

  /** Number on the UNECE form; empty for an auxiliary line. */
  public String number() {
    return number;
  }

  /** As in formulas. */
  public String symbol() {
    return symbol;
  }

  /** Unit of the value. */
  public String unit() {
    return unit;
  }

  /** What the line says. */
  public String title() {
    return title;
  }

  /** How the value follows from others; the mean draught is shown in its seagoing form. */
  public String formula() {
    return formula;
  }
}
