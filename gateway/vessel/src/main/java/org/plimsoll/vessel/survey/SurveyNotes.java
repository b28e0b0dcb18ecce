package org.plimsoll.vessel.survey;

import java.time.Instant;
import java.util.OptionalInt;
import org.plimsoll.naval.ObservedDraughts;

/**
 * What an officer notes for one survey.
 *
 * @param draughts as read at the marks, or taken over from the sensors
 * @param waterDensityTonnesPerCubicMetre of the water she floats in
 * @param deductiblesTonnes ballast, fuel, water, stores and crew together, without the constant
 * @param passengers aboard; empty if they are not counted, and then no cargo is stated
 * @param place in words
 * @param by the officer
 * @param at by the gateway's clock
 */
public record SurveyNotes(
    ObservedDraughts draughts,
    double waterDensityTonnesPerCubicMetre,
    double deductiblesTonnes,
    OptionalInt passengers,
    String place,
    String by,
    Instant at) {}
