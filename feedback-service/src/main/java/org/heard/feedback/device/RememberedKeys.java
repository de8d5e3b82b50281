package org.heard.feedback.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Senders whose keys were found a moment ago, by the hash of the key: a burst of one kiosk is one
 * look-up. Keys that were not found are not remembered.
 */
final class RememberedKeys {
  private final Cache<ByteBuffer, Sender> senders;
  private final AtomicLong changes = new AtomicLong();

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

  /** The moment to name in {@link #remember}; ask before the key is looked up. */
  long moment() {
    return changes.get();
  }

  /** Remembers what was looked up since {@code moment}, unless a device has changed meanwhile. */
  void remember(String key, Sender sender, long moment) {
    ByteBuffer hash = hash(key);
    senders.put(hash, sender);
    if (changes.get() != moment) {
      senders.invalidate(hash);
    }
  }

  /** To be called once a change of a device is committed. */
  void forget(UUID deviceId) {
    changes.incrementAndGet();
    senders.asMap().values().removeIf(sender -> sender.deviceId().equals(deviceId));
  }

  private static ByteBuffer hash(String key) {
    return ByteBuffer.wrap(DeviceKey.hash(key));
  }
}
