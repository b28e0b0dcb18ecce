package org.plimsoll.vessel.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vocabulary.Quantity;

/**
 * The ship at one moment.
 *
 * @param moment when
 * @param way whether she makes way
 * @param channels every channel, about a hundred
 * @param draughts the filtered draught, in metres, of each mark that has a usable sensor
 * @param surveyRemarks why the draught survey is less than good, or missing
 * @param naval how she lies, what she carries, and what that is held against
 * @param lines every line, in the order of the configuration
 */
public record VesselState(
    Moment moment,
    Way way,
    List<ChannelState> channels,
    Map<DraughtMark, Double> draughts,
    List<String> surveyRemarks,
    NavalPicture naval,
    List<LineStatus> lines) {

  public VesselState {
    channels = List.copyOf(channels);
    draughts = Map.copyOf(draughts);
    surveyRemarks = List.copyOf(surveyRemarks);
    lines = List.copyOf(lines);
  }

  /** The channel that the state uses for a quantity. */
  public Optional<ChannelState> channel(Quantity quantity) {
    return channels.stream()
        .filter(channel -> channel.preferred() && channel.quantity().path().equals(quantity.path()))
        .findFirst();
  }

  /** The value of a quantity, in its unit, if a check may be decided on it. */
  public OptionalDouble usable(Quantity quantity) {
    return channel(quantity).map(ChannelState::usable).orElseGet(OptionalDouble::empty);
  }
}
