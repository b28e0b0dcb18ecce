package org.plimsoll.vessel.check;

/** A check with its finding. */
public record CheckResult(Check check, Finding finding) {}
