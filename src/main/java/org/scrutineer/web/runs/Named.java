package org.scrutineer.web.runs;

/** Something that is chosen or led to by its id. */
record Named(String id, String title) {}
