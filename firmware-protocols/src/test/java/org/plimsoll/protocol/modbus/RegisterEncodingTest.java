package org.plimsoll.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterEncodingTest {

  @ParameterizedTest
  @CsvSource({
    // 123456.0 in the four orders, as libmodbus documents them
    "F32_ABCD, 47f1 2000, 123456",
    "F32_DCBA, 0020 f147, 123456",
    "F32_BADC, f147 0020, 123456",
    "F32_CDAB, 2000 47f1, 123456",
    "U16, 0352, 850",
    "U16, fffe, 65534",
    "S16, fffe, -2",
    "S16, 7ffe, 32766",
    "U32_ABCD, 0001 0002, 65538",
    "U32_CDAB, 0002 0001, 65538",
    "U32_BADC, 0100 0200, 65538",
    "U32_DCBA, 0200 0100, 65538",
    "U32_ABCD, ffff fffe, 4294967294",
    "S32_ABCD, ffff fffe, -2",
    "S32_CDAB, fffe ffff, -2",
    "BCD16, 1234, 1234",
    "BCD32_ABCD, 0012 3456, 123456",
    "BCD32_CDAB, 3456 0012, 123456",
    "BCD32_BADC, 1200 5634, 123456",
    "BCD32_DCBA, 5634 1200, 123456",
    "SM16, 8002, -2",
    "SM16, 0002, 2",
    "SM32_ABCD, 8001 0002, -65538",
    "SM32_CDAB, 0002 8001, -65538",
    "SM32_BADC, 0180 0200, -65538",
    "SM32_DCBA, 0200 0180, -65538",
    "F64_ABCD, 40fe 2400 0000 0000, 123456",
    "F64_CDAB, 0000 0000 2400 40fe, 123456",
    "F64_BADC, fe40 0024 0000 0000, 123456",
    "F64_DCBA, 0000 0000 0024 fe40, 123456",
  })
  void reads(RegisterEncoding encoding, String registers, double value) {
    int[] words = words(registers);
    assertThat(words).hasSize(encoding.words());
    assertThat(encoding.decode(words, 0)).hasValue(value);
    assertThat(encoding.encode(value)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "U16, ffff",
    "S16, 7fff",
    "S16, 8000",
    "U32_ABCD, ffff ffff",
    "S32_ABCD, 7fff ffff",
    "S32_CDAB, 0000 8000",
    "F32_ABCD, 7fc0 0000",
    "F32_ABCD, 7f80 0000",
    "F32_ABCD, ff80 0000",
    "F64_ABCD, 7ff8 0000 0000 0000",
    "BCD16, 12a4",
    "BCD32_ABCD, 0012 345f",
    "SM16, ffff",
    "SM32_ABCD, ffff ffff",
  })
  void aFaultIsAbsent(RegisterEncoding encoding, String registers) {
    assertThat(encoding.decode(words(registers), 0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsAtAnOffset(RegisterEncoding encoding) {
    int[] words = new int[encoding.words() + 3];
    System.arraycopy(encoding.encode(1234), 0, words, 2, encoding.words());
    assertThat(encoding.decode(words, 2)).hasValue(1234);
  }

  @ParameterizedTest
  @CsvSource({
    "U16, ffff, 65535",
    "S16, 7fff, 32767",
    "S16, 8000, -32768",
    "U32_ABCD, ffff ffff, 4294967295",
    "S32_ABCD, 8000 0000, -2147483648",
    "SM16, ffff, -32767",
  })
  void aPointWithoutFaultValuesHasEveryNumber(
      RegisterEncoding encoding, String registers, double value) {
    assertThat(encoding.decode(words(registers), 0, FaultValues.NONE)).hasValue(value);
  }

  @Test
  void notANumberIsNeverANumber() {
    assertThat(RegisterEncoding.F32_ABCD.decode(words("7fc0 0000"), 0, FaultValues.NONE)).isEmpty();
    assertThat(RegisterEncoding.BCD16.decode(words("00a0"), 0, FaultValues.NONE)).isEmpty();
  }

  @Test
  void aPointHasItsOwnFaultValues() {
    FaultValues faults = FaultValues.usualAnd(Set.of(-9999.0));
    assertThat(RegisterEncoding.S16.decode(words("d8f1"), 0, faults)).isEmpty();
    assertThat(RegisterEncoding.S16.decode(words("8000"), 0, faults)).isEmpty();
    assertThat(RegisterEncoding.S16.decode(words("d8f2"), 0, faults)).hasValue(-9998);
    assertThat(RegisterEncoding.S16.decode(words("d8f1"), 0)).hasValue(-9999);
  }

  private static int[] words(String registers) {
    return Arrays.stream(registers.split(" ")).mapToInt(w -> Integer.parseInt(w, 16)).toArray();
  }
}
