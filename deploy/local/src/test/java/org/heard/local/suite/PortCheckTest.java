package org.heard.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.heard.local.run.Ports;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void namesTheTakenPortWhoseItIsAndTheOption() {
    assertThatThrownBy(() -> PortCheck.require(new Ports(8080), true, port -> port != 8084))
        .hasMessageContaining("8084")
        .hasMessageContaining("PostgreSQL")
        .hasMessageContaining("--port-base");
  }

  @Test
  void asksForAllPortsButTheReservedOnes() {
    List<Integer> asked = new ArrayList<>();
    PortCheck.require(new Ports(9000), true, asked::add);
    assertThat(asked)
        .containsExactlyInAnyOrder(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009);
  }

  @Test
  void asksForKeycloaksPortOnlyWhereThereIsOne() {
    PortCheck.require(new Ports(9000), false, port -> port != 9003);
    assertThatThrownBy(() -> PortCheck.require(new Ports(9000), true, port -> port != 9003))
        .hasMessageContaining("Keycloak");
  }
}
