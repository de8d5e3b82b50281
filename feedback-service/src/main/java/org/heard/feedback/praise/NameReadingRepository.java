package org.heard.feedback.praise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class NameReadingRepository implements PanacheRepositoryBase<NameReading, UUID> {}
