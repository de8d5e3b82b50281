package org.heard.feedback.device;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One memory of keys for all requests. */
class DeviceWiring {
  @Produces
  @Singleton
  RememberedKeys rememberedKeys(DeviceSettings settings) {
    return new RememberedKeys(settings, Ticker.systemTicker());
  }
}
