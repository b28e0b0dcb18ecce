package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;
import org.plimsoll.protocol.modbus.Table;

class LaumasRegistersTest {

  private final LaumasRegisters registers = new LaumasRegisters(1, MassUnit.KILOGRAM);

  @ParameterizedTest
  @CsvSource({
    "0800 0001 2000 0001 2000, 7372.8 STABLE OK gross none",
    "0000 0001 2000 0001 2000, 7372.8 MOVING OK gross none",
    "0880 0000 00cd 0000 0000, -20.5 STABLE OK gross none",
    "0c00 0001 2000 0000 2000, 819.2 STABLE OK net 6553.6",
    "0d00 0000 00cd 0000 0014, -2.0 STABLE OK net 22.5",
    "0801 0001 2000 0001 2000, none MOVING FAULT gross none",
    "0802 0001 2000 0001 2000, none MOVING FAULT gross none",
    "0804 0001 2000 0001 2000, none MOVING OVERLOAD gross none",
    "0888 0001 2000 0001 2000, none MOVING UNDERLOAD gross none",
    "0410 0001 2000 0001 2000, none MOVING OVERLOAD net none",
  })
  void readsTheRegisters(String words, String expected) {
    Weight weight = registers.weight(new Registers(words(words)));
    assertThat(Meaning.of(Decoded.value(weight), true)).isEqualTo(expected);
  }

  @Test
  void asksForStatusGrossAndNetAtOnce() {
    assertThat(LaumasRegisters.request(3)).isEqualTo(new ReadRegisters(3, Table.HOLDING, 6, 5));
  }

  @Test
  void otherRegistersAreAnError() {
    assertThatThrownBy(() -> registers.weight(new Registers(new int[4])))
        .hasMessageContaining("4 registers");
    assertThatThrownBy(() -> new LaumasRegisters(6, MassUnit.KILOGRAM))
        .hasMessageContaining("allowed 0 to 5");
  }

  private static int[] words(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(word -> Integer.parseInt(word, 16)).toArray();
  }
}
