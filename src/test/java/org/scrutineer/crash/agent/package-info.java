/**
 * What kills a process of the packaged program at a named effect, or has the disk or the ledger fail it. It is attached from
 * outside, by {@code -javaagent}: the program knows nothing of it.
 */
package org.scrutineer.crash.agent;
