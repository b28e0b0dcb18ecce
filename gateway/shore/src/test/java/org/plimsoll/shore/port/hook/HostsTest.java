package org.plimsoll.shore.port.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {

  private static final Hosts HOSTS =
      new Hosts(
          List.of("port.example", "hooks.example:8443", "127.0.0.1:9999", "[::1]:9999").stream()
              .map(Hosts::entry)
              .flatMap(Optional::stream)
              .collect(Collectors.toSet()));

  @ParameterizedTest
  @CsvSource({
    "https://port.example/hook,true",
    "https://port.example:443/hook?a=b,true",
    "HTTPS://PORT.EXAMPLE/hook,true",
    "https://hooks.example:8443/,true",
    "http://127.0.0.1:9999/hook,true",
    "https://127.0.0.1:9999/hook,true",
    "http://[::1]:9999/hook,true",
    "http://port.example/hook,false",
    "http://port.example:443/hook,false",
    "https://port.example:8443/hook,false",
    "https://port.example.evil.example/,false",
    "https://evil.example/port.example,false",
    "https://port.example@evil.example/,false",
    "https://user@port.example/,false",
    "https://port.example./,false",
    "https://hooks.example/,false",
    "http://127.0.0.1/hook,false",
    "http://127.0.0.1:8090/api/v1/health,false",
    "http://127.1:9999/,false",
    "http://2130706433:9999/,false",
    "http://localhost:9999/,false",
    "http://[::ffff:127.0.0.1]:9999/,false",
    "https://10.0.0.1/,false",
    "http://169.254.169.254/latest/meta-data,false",
    "file:///etc/passwd,false",
    "ftp://port.example/,false",
  })
  void onlyWhomTheConfigurationNames(String url, boolean allowed) {
    assertThat(HOSTS.allow(URI.create(url))).isEqualTo(allowed);
    assertThat(Hosts.NONE.allow(URI.create(url))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "port.example,port.example:443",
    "Port.Example:8443,port.example:8443",
    "[::1]:9999,[::1]:9999",
    "10.0.0.7,10.0.0.7:443",
    "port.example:0,",
    "port.example:70000,",
    "https://port.example,",
    "port.example/hook,",
    "*,",
    "'',",
  })
  void anEntryIsAHostAndAPort(String text, String authority) {
    assertThat(Hosts.entry(text)).isEqualTo(Optional.ofNullable(authority));
  }
}
