package org.scrutineer.web;

/** What a path names is not there, or not for whoever asks: the page says that there is no such page. */
public final class NotThereException extends RuntimeException {}
