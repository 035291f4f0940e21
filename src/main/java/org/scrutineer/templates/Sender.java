package org.scrutineer.templates;

/** Who fills a return in: a team, or a role that answers for indicators. */
record Sender(String id, String name) {}
