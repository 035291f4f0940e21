package org.scrutineer.samples;

/** An established post. */
record Post(String number, Team team, boolean socialWork, PostKind kind) {}
