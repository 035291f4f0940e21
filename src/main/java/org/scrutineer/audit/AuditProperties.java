package org.scrutineer.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param keyFile holds the key that entries are sealed with; null where they are sealed with none */
@ConfigurationProperties("audit")
record AuditProperties(@Nullable Path keyFile) {}
