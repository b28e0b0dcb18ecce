package org.plimsoll.naval.form;

/**
 * The lines of the form in their order. Where the UNECE draught survey form (Form C) numbers the
 * line, {@link #number()} is its number there.
 */
public enum FormLine {
  MEAN_FORWARD("mean_fwd", "131", "m", "mean draught forward", "(Fp + Fs) / 2"),
  MEAN_MIDSHIP("mean_mid", "138", "m", "mean draught midship", "(Mp + Ms) / 2"),
  MEAN_AFT("mean_aft", "147", "m", "mean draught aft", "(Ap + As) / 2"),
  APPARENT_TRIM("apparent_trim", "", "m", "apparent trim, + by the stern", "Ta - Tf"),
  LENGTH_BETWEEN_MARKS("lbm", "", "m", "length between marks", "LBP - dA + dF"),
  CORRECTION_FORWARD("corr_fwd", "133", "m", "to the forward perpendicular", "dF (Ta - Tf) / LBM"),
  FORWARD("t_fp", "134", "m", "draught at the forward perpendicular", "mean + corr - keel"),
  CORRECTION_MIDSHIP("corr_mid", "140", "m", "to half length", "dM (Ta - Tf) / LBM"),
  MIDSHIP("t_mid", "141", "m", "draught at half length", "mean + corr - keel"),
  CORRECTION_AFT("corr_aft", "148", "m", "to the after perpendicular", "dA (Ta - Tf) / LBM"),
  AFT("t_ap", "149", "m", "draught at the after perpendicular", "mean + corr - keel"),
  MEAN_OF_ENDS("mean_fa", "151", "m", "mean of the ends", "(T_fp + T_ap) / 2"),
  DEFLECTION("deflection_cm", "", "cm", "deflection, + sag - hog", "100 (T_mid - mean of ends)"),
  LIST_DIFFERENCE("list_m", "", "m", "midship port less starboard", "Mp - Ms"),
  MEAN_DRAUGHT("mmc", "154", "m", "corrected mean draught", "(T_fp + 6 T_mid + T_ap) / 8"),
  TRUE_TRIM("true_trim", "155", "m", "true trim, + by the stern", "T_ap - T_fp"),
  TABLE_DISPLACEMENT("disp", "", "t", "displacement in the table", "at the mean draught"),
  IMMERSION("tpc", "", "t/cm", "tonnes per centimetre", "at the mean draught"),
  FLOTATION_ARM("lcf", "", "m", "centre of flotation aft of midship", "LBP / 2 - LCF from AP"),
  TRIM_MOMENT_DIFFERENCE("dmtc", "", "t m/cm", "MTC 0.5 m above less below", "MTC+ - MTC-"),
  FIRST_TRIM("ftc", "162", "t", "first trim correction", "100 trim LCF TPC / LBP"),
  SECOND_TRIM("stc", "163", "t", "second trim correction", "50 trim^2 dMTC / LBP"),
  LIST_CORRECTION("list_corr", "", "t", "list correction", "6 (Mp - Ms) (TPCp - TPCs)"),
  DISPLACEMENT_TABLE_WATER("disp_trim_list", "", "t", "displacement, trim and list", "sum"),
  DENSITY_CORRECTION("dens_corr", "164", "t", "density correction", "D (rho - rho_t) / rho_t"),
  DISPLACEMENT("disp_dens", "", "t", "displacement", "sum"),
  DEDUCTIBLES("deductibles", "", "t", "deductibles", "sum"),
  NET("net", "", "t", "net displacement", "displacement - deductibles"),
  DEADWEIGHT("dwt", "", "t", "deadweight", "displacement - lightship"),
  CONSTANT("constant", "", "t", "constant", "net - lightship"),
  CARGO("cargo", "", "t", "cargo", "net - lightship - constant");

  private final String key;
  private final String number;
  private final String unit;
  private final String title;
  private final String formula;

  FormLine(String key, String number, String unit, String title, String formula) {
    this.key = key;
    this.number = number;
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
