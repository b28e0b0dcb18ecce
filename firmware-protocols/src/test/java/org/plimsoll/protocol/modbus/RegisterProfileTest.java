package org.plimsoll.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;
import org.plimsoll.vocabulary.Unit;

class RegisterProfileTest {

  @ParameterizedTest
  @CsvSource({
    "keller-p1, 2, 0.4905, 49050, PASCAL",
    "keller-p2, 4, 1.01325, 101325, PASCAL",
    "keller-temperature, 6, 11.5, 284.65, KELVIN",
    "keller-tob1, 8, -2, 271.15, KELVIN",
    "keller-p1-integer, 18, 49050, 49050, PASCAL",
    "enraf-level, 0, 123456, 12.3456, METRE",
    "eagle-gross, 4096, 1520.5, 1520.5, KILOGRAM",
    "eagle-net, 4104, 1500.5, 1500.5, KILOGRAM",
  })
  void readsAPoint(String name, int address, double held, double value, Unit unit) {
    RegisterProfile profile = RegisterProfile.named(name).orElseThrow();
    ReadRegisters request = profile.request(7);
    assertThat(request).isEqualTo(new ReadRegisters(7, Table.HOLDING, address, 2));
    Registers registers = new Registers(profile.encoding().encode(held));
    assertThat(profile.value(new RegisterResponse(request, registers)).orElseThrow())
        .isCloseTo(value, within(0.01));
    assertThat(profile.unit()).isEqualTo(unit);
  }

  @Test
  void aFaultOrARefusalIsAbsent() {
    RegisterProfile profile = RegisterProfile.named("keller-p1").orElseThrow();
    ReadRegisters request = profile.request(7);
    Registers channelError = new Registers(new int[] {0x7FC0, 0});
    Registers overflow = new Registers(new int[] {0x7F80, 0});
    assertThat(profile.value(new RegisterResponse(request, channelError))).isEmpty();
    assertThat(profile.value(new RegisterResponse(request, overflow))).isEmpty();
    assertThat(profile.value(new RegisterResponse(request, new ExceptionReply(2)))).isEmpty();
  }

  @Test
  void namesAreUnique() {
    assertThat(RegisterProfile.all()).extracting(RegisterProfile::name).doesNotHaveDuplicates();
    assertThat(RegisterProfile.named("keller")).isEmpty();
  }
}
