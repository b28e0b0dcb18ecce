import { DASHES, number, plain, shortTime } from "../shared/format";

/** Voyage statistics as the port's book gives them, in words. */

/** Of the voyages that have the figure; null when none has. */
export interface Figure {
  voyages: number;
  mean: number | null;
  least: number | null;
  most: number | null;
}

export interface Summary {
  voyages: number;
  hours: Figure;
  passengers: Figure;
  declaredKilograms: Figure;
  weighedKilograms: Figure;
  measuredKilograms: Figure;
}

export interface Sailed {
  number: string | null;
  from: string | null;
  to: string | null;
  departure: string | null;
  arrival: string | null;
  hours: number | null;
  origin: string | null;
  passengers: number | null;
  declaredKilograms: number | null;
  weighedKilograms: number | null;
  measuredKilograms: number | null;
  measuredU95Kilograms: number | null;
  verdict: string | null;
  remarks: string[];
}

/** GET /api/v1/voyage-statistics ashore. */
export interface VoyageStatistics {
  vessel: string;
  from: string;
  to: string;
  all: Summary;
  months: (Summary & { month: string })[];
  voyages: Sailed[];
  /** What the ship keeps from this key in some of her calls. */
  withheld?: string[];
}

const KILOGRAMS_A_TONNE = 1000;

/** A mean, and of how many voyages it is when not of all of them. */
export function meanText(figure: Figure, voyages: number, decimals: number, perUnit = 1): string {
  if (figure.mean === null) return DASHES;
  const of = figure.voyages < voyages ? ` (${figure.voyages} of ${voyages})` : "";
  return number(figure.mean / perUnit, decimals) + of;
}

export function massText(kilograms: number | null): string {
  return kilograms === null ? DASHES : number(kilograms / KILOGRAMS_A_TONNE, 0);
}

/** The cells of a month, after its name. */
export function monthCells(month: Summary): string[] {
  const mass = (figure: Figure) => meanText(figure, month.voyages, 0, KILOGRAMS_A_TONNE);
  return [
    meanText(month.hours, month.voyages, 1),
    meanText(month.passengers, month.voyages, 0),
    mass(month.declaredKilograms),
    mass(month.weighedKilograms),
    mass(month.measuredKilograms),
  ];
}

/** All of it in a sentence. */
export function sentence({ all, months }: VoyageStatistics): string {
  if (all.voyages === 0) return "The book has no arrival or departure of hers in these months.";
  const parts = [`${number(all.voyages, 0)} ${all.voyages === 1 ? "voyage" : "voyages"} in ${number(months.length, 0)} ${months.length === 1 ? "month" : "months"}`];
  const add = (figure: Figure, words: string, decimals: number, unit: string, perUnit = 1) => {
    if (figure.mean === null || figure.least === null || figure.most === null) {
      parts.push(`${words} not known`);
      return;
    }
    const of = (value: number) => number(value / perUnit, decimals);
    parts.push(`${words} ${of(figure.mean)}${unit} (${of(figure.least)} to ${of(figure.most)}, of ${number(figure.voyages, 0)})`);
  };
  add(all.hours, "port to port", 1, " h");
  add(all.passengers, "passengers a voyage", 0, "");
  add(all.measuredKilograms, "cargo measured", 0, " t", KILOGRAMS_A_TONNE);
  return `${parts.join("; ")}.`;
}

/** What is not here because the ship keeps it from who asks; empty when nothing is. */
export function withheldText({ withheld }: VoyageStatistics): string {
  const names = (withheld ?? []).map(plain);
  return names.length === 0 ? "" : `The ship withholds from this key, in some calls: ${names.join(", ")}.`;
}

export function route({ from, to }: Sailed): string {
  return `${from ?? "?"} \u2192 ${to ?? "?"}`;
}

/** 11-21 14:05. */
export function moment(time: string | null): string {
  return time === null ? DASHES : shortTime(time);
}

export function measuredText(voyage: Sailed): string {
  if (voyage.measuredKilograms === null) return DASHES;
  const error = voyage.measuredU95Kilograms === null ? "" : ` \u00b1${massText(voyage.measuredU95Kilograms)}`;
  return massText(voyage.measuredKilograms) + error;
}
