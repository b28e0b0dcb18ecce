package org.plimsoll.protocol.nmea2000;

/**
 * What a message says, in the units of the bus, which are SI but for litres, percent and hours of
 * machinery. A field that is not available is absent.
 */
public sealed interface ParameterGroup
    permits NavigationGroup, PositionGroup, MachineryGroup, EnvironmentGroup {}
