package org.heard.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxShardTest {
  @Test
  void aConnectionThatBreaksBeforeTheLockGoesBackToThePool() {
    List<String> called = new ArrayList<>();
    Connection broken =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  called.add(method.getName());
                  if (method.getName().equals("prepareStatement")) {
                    throw new SQLException("broken", "08006");
                  }
                  return null;
                });
    assertThatThrownBy(() -> OutboxShard.tryOwn(broken, 0, 1)).isInstanceOf(SQLException.class);
    assertThat(called).endsWith("close");
  }
}
