package org.scrutineer.web.accounts;

/** Something that can be ticked. */
record Choice(String id, String title) {}
