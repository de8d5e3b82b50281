package org.heard.feedback.device;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One memory of keys, and one of how much each has sent, for all requests. */
class DeviceWiring {
  @Produces
  @Singleton
  RememberedKeys rememberedKeys(DeviceSettings settings) {
    return new RememberedKeys(settings, Ticker.systemTicker());
  }

  @Produces
  @Singleton
  KeyLimits keyLimits(KeyLimitSettings settings) {
    return new KeyLimits(settings, TimeMeter.SYSTEM_NANOTIME);
  }
}
