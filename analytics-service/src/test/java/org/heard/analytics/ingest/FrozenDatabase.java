package org.heard.analytics.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** A database of one connection that stays open, whose owner may stand still before a commit. */
class FrozenDatabase {
  private final Connection connection;
  private final boolean freezes;
  private final CountDownLatch frozen = new CountDownLatch(1);
  private final CountDownLatch thawed = new CountDownLatch(1);

  FrozenDatabase(Connection connection, boolean freezes) {
    this.connection = connection;
    this.freezes = freezes;
  }

  DataSource source() {
    Connection only = proxy(Connection.class, this::called);
    return proxy(DataSource.class, (name, call) -> only);
  }

  void awaitFreeze() throws InterruptedException {
    frozen.await();
  }

  void thaw() {
    thawed.countDown();
  }

  private Object called(String name, Call call) throws Throwable {
    if (name.equals("close")) {
      return null;
    }
    if (name.equals("commit") && freezes) {
      frozen.countDown();
      thawed.await();
    }
    return call.on(connection);
  }

  private interface Call {
    Object on(Object real) throws Throwable;
  }

  private interface Called {
    Object answer(String name, Call call) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Called called) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                called.answer(
                    method.getName(),
                    real -> {
                      try {
                        return method.invoke(real, arguments);
                      } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                      }
                    })));
  }
}
