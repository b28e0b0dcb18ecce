package org.plimsoll.protocol.proof;

import static org.plimsoll.protocol.Captures.ascii;
import static org.plimsoll.protocol.Captures.hex;
import static org.plimsoll.protocol.proof.Contract.check;
import static org.plimsoll.protocol.proof.Contract.checkSame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.weighing.MtSicsDecoder;
import org.plimsoll.protocol.weighing.MtSicsWriter;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousDecoder;
import org.plimsoll.protocol.weighing.ToledoContinuousWriter;
import org.plimsoll.protocol.weighing.ToledoSetting.Layout;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/** Weighing indicators. */
final class WeighingTargets {

  private static final int MOST_SHOWN = 999_999;

  private WeighingTargets() {}

  static List<Target> all() {
    return List.of(
        Target.stream(
            "mt-sics", Lines::mtSics, WeighingTargets::checkWeight, WeighingTargets::mtSics),
        Target.stream(
            "mt-sics-replies", Lines::mtSicsReplies, reply -> {}, WeighingTargets::mtSics),
        Target.settings(
            "toledo",
            () ->
                Stream.of(ToledoChecksum.values())
                    .flatMap(
                        sum -> Stream.of(Layout.values()).map(layout -> Lines.toledo(sum, layout)))
                    .toList(),
            WeighingTargets::checkWeight,
            WeighingTargets::toledo),
        Target.settings(
            "indicators",
            () -> Lines.families().stream().map(Lines::indicator).toList(),
            WeighingTargets::checkWeight,
            WeighingTargets::prints),
        new Target("weighing-write", () -> WeighingTargets::write, () -> List.of(new byte[8])));
  }

  static List<byte[]> mtSics() {
    return Captures.lines("weighing/mt-sics.txt").stream()
        .map(line -> ascii(line.split("\\|")[0] + "\r\n"))
        .toList();
  }

  static List<byte[]> toledo() {
    return Captures.lines("weighing/toledo.txt").stream()
        .map(line -> hex(line.split("\\|")[0].replace(" ", "")))
        .toList();
  }

  static List<byte[]> prints() {
    return Captures.lines("weighing/indicators.txt").stream()
        .map(line -> line.split("\\|")[1])
        .map(print -> print.replace('~', '\u0002').replace('^', '\u0003'))
        .map(print -> ascii(print.replace('/', '\r').replace('%', '\n')))
        .toList();
  }

  static void checkWeight(Weight weight) {
    boolean weighs = weight.massKilograms().isPresent();
    check(weighs == (weight.condition() == Condition.OK), "a mass", weight);
    check(Double.isFinite(weight.massKilograms().orElse(0)), "not a number", weight);
    check(Double.isFinite(weight.tareKilograms().orElse(0)), "not a number", weight);
  }

  /** What an indicator says of a load is read again as that load, within its last digit. */
  private static void write(byte[] input) {
    if (input.length < 8) {
      return;
    }
    int decimals = (input[0] & 7) % 6;
    long digits = ByteBuffer.wrap(input, 1, 4).getInt() % (MOST_SHOWN + 1);
    double mass = digits / Math.pow(10, decimals);
    Motion motion = (input[5] & 1) == 0 ? Motion.STABLE : Motion.MOVING;
    Condition condition = Condition.values()[(input[6] & 0xFF) % Condition.values().length];
    Weight weight = condition == Condition.OK ? Weight.gross(mass, motion) : Weight.none(condition);
    readAgain(weight, mtSicsOf(MtSicsWriter.reply(weight, decimals)), decimals);
    for (ToledoChecksum checksum : ToledoChecksum.values()) {
      byte[] frame = new ToledoContinuousWriter(checksum, decimals).frame(weight);
      List<Decoded<Weight>> said = new ArrayList<>();
      new ToledoContinuousDecoder(checksum).feed(ByteBuffer.wrap(frame), said::add);
      readAgain(weight, said, decimals);
    }
  }

  private static List<Decoded<Weight>> mtSicsOf(byte[] reply) {
    List<Decoded<Weight>> said = new ArrayList<>();
    new MtSicsDecoder().feed(ByteBuffer.wrap(reply), said::add);
    return said;
  }

  private static void readAgain(Weight written, List<Decoded<Weight>> said, int decimals) {
    check(said.size() == 1 && said.get(0) instanceof Value, "written " + written, said);
    Weight read = ((Value<Weight>) said.get(0)).value();
    checkSame("weighs", written.massKilograms().isPresent(), read.massKilograms().isPresent());
    OptionalDouble mass = written.massKilograms();
    if (mass.isPresent()) {
      double error = Math.abs(mass.getAsDouble() - read.massKilograms().orElseThrow());
      check(error <= 0.5001 * Math.pow(10, -decimals), "written " + written, read);
      checkSame("motion", written.motion(), read.motion());
    }
  }
}
