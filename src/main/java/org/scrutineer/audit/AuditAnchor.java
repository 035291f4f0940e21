package org.scrutineer.audit;

/**
 * A head that was written down elsewhere than among the entries.
 *
 * @param where as it is told, e.g. {@code output/publications/2018-12/run-0001/manifest.json}
 */
public record AuditAnchor(String where, AuditHead head) {}
