package org.heard.feedback.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Senders whose keys were found a moment ago, by the hash of the key: a burst of one kiosk is one
 * look-up. Keys that were not found are not remembered.
 */
final class RememberedKeys {
  private final Cache<ByteBuffer, Sender> senders;

  RememberedKeys(DeviceSettings settings, Ticker ticker) {
    senders =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.rememberKeys())
            .maximumSize(settings.maxRemembered())
            // Evicts on the caller's thread, so that the bound holds at once.
            .executor(Runnable::run)
            .ticker(ticker)
            .build();
  }

  /** The sender with this key, or null if it must be looked up. */
  Sender find(String key) {
    return senders.getIfPresent(hash(key));
  }

  void remember(String key, Sender sender) {
    senders.put(hash(key), sender);
  }

  /** To be called once a change of a device is committed. */
  void forget(UUID deviceId) {
    senders.asMap().values().removeIf(sender -> sender.deviceId().equals(deviceId));
  }

  private static ByteBuffer hash(String key) {
    return ByteBuffer.wrap(DeviceKey.hash(key));
  }
}
