package org.heard.feedback.device;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DeviceRepository implements PanacheRepositoryBase<Device, UUID> {
  Optional<Device> findByKeyHash(byte[] hash) {
    return find("keyHash", hash).firstResultOptional();
  }
}
